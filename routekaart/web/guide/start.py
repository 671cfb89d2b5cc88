"""Finding one's region and profession."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from rapidfuzz import fuzz, process

from routekaart.directory import Region
from routekaart.drawing import REGIONS_CREDIT, regions_map
from routekaart.presenters import start as pages
from routekaart.presenters.guide_links import GUIDES
from routekaart.presenters.here import View
from routekaart.regions.municipalities import find
from routekaart.web.guide import bp
from routekaart.web.guide.place import municipality, region_of, regions, sectors
from routekaart.web.services import services

NO_STORE = {"Cache-Control": "no-store"}
ALIKE = 80
ID = re.compile(r"[a-z0-9-]{1,60}")
PAGES = {"alles", "sociale-kaart", "afspraken", "begrippen", "zoeken", "verhouding", *GUIDES}


@bp.get("/")
def start() -> ResponseReturnValue:
    """One field, one choice, the numbers, and the regions on a map and in a list."""
    page = {"sectors": pages.sector_options(sectors()), "numbers": pages.NUMBERS, **_regions()}
    return render_template("guide/start.html", page=page)


@bp.get("/regios")
def all_regions() -> ResponseReturnValue:
    """Every region, on a map and in a list."""
    return render_template("guide/all_regions.html", page=_regions())


@bp.get("/zoek")
def search() -> ResponseReturnValue:
    """From a municipality to its region: at once when it is sure, else with choices."""
    query = request.args.get("gemeente", "")[:100]
    near, chosen = request.args.get("regio", ""), _chosen()
    matches = find(query, services().municipalities)
    if place := pages.one_place(matches, near):
        return _go(place.place.region, chosen, place.place.code)
    if not query.strip() and services().maps.live.get(near):
        return _go(near, chosen)
    page = pages.choices_page(query, matches, _regions_like(query), chosen)
    return make_response(render_template("guide/choices.html", page=page), 200, NO_STORE)


@bp.get("/wijzig")
def change() -> ResponseReturnValue:
    """Another municipality or profession; the step stays."""
    region = region_of(request.args.get("regio", "")).directory.region
    chosen = _chosen()
    page = pages.change_page(region, municipality(region) or "", sectors(), chosen["sector"], chosen["stap"])
    return make_response(render_template("guide/change.html", page=page), 200, NO_STORE)


def _chosen() -> dict[str, str]:
    """The profession and the step to keep; a profession that does not exist is none."""
    sector = request.args.get("sector", "")
    step = request.args.get("stap", "")
    known = sector in services().maps.atlas.sector_ids
    return {"sector": sector, "stap": step if ID.fullmatch(step) else ""} if known else {"sector": "", "stap": ""}


def _go(region: str, chosen: Mapping[str, str], municipality: str = "") -> ResponseReturnValue:
    """To the page of this region; a step that this profession does not have becomes its opening page."""
    found = services().maps.get(region, chosen["sector"])
    known = {step.id for step in found.routemap.steps} | PAGES if found else PAGES
    step = chosen["stap"] if chosen["stap"] in known else ""
    return redirect(pages.destination(region, {**chosen, "stap": step}, municipality), 303), NO_STORE


def _regions() -> View:
    found = regions()
    return {"map": _map(found), "credit": REGIONS_CREDIT, "regions": pages.region_links(found)}


def _regions_like(query: str) -> list[Region]:
    found = regions()
    names = {place: region.name for place, region in enumerate(found)}
    alike = process.extract(query, names, scorer=fuzz.WRatio, processor=str.casefold, limit=3, score_cutoff=ALIKE)
    return [found[place] for _, _, place in alike]


def _map(found: list[Region]) -> str:
    drawn = topology(services().content / "maps" / "regions.topojson")
    shapes = drawn["objects"]["regions"]["geometries"]
    names = {shape["properties"]["id"]: shape["properties"]["id"] for shape in shapes}
    names |= {region.slug: region.name for region in found}
    return regions_map(drawn, hrefs={region.slug: f"/{region.slug}/" for region in found}, names=names)


@lru_cache(maxsize=1)
def topology(path: Path) -> dict[str, Any]:
    """The borders of the regions."""
    drawn: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return drawn
