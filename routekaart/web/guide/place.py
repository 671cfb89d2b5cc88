"""Which region, sector and municipality a request is about; and a helpful page when there is no such thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from flask import abort, g, make_response, render_template, request
from rapidfuzz import fuzz, process

from routekaart.directory import Region
from routekaart.engine.vocabulary import Sector, Step
from routekaart.presenters.here import Here
from routekaart.presenters.start import NUMBERS
from routekaart.regions.document import RegionDocument
from routekaart.regions.live import Live
from routekaart.regions.maps import RegionalMap
from routekaart.web.services import services

LIKE_ENOUGH = 55
MOST = 3
Named = tuple[str, str, str]


def here(region: str, sector: str) -> Here:
    """Where this request is. Ends in a 404 page when region or sector is unknown."""
    found = _map(region, sector, request.args.get("organisatie"))
    if found is None:
        region_of(region)
        known = [(one.id, one.title, f"/{region}/{one.id}/") for one in sectors()]
        missing("Deze sector kennen we niet", sector, known)
    return Here(found, municipality(found.directory.region))


def region_of(slug: str) -> RegionalMap:
    """A region by its slug, seen from no sector in particular. Ends in a 404 page when there is none."""
    found = _map(slug, sectors()[0].id)
    if found is None:
        missing("Deze regio kennen we niet", slug, [(one.slug, one.name, f"/{one.slug}/") for one in regions()])
    return found


def _map(slug: str, sector: str, organisation: str | None = None) -> RegionalMap | None:
    """The map of a live region, or of the draft that this request is about."""
    draft: tuple[Live[RegionDocument], str] | None = g.get("unpublished")
    if draft is not None:
        return services().maps.of_draft(draft[0], sector, organisation, draft[1])
    return services().maps.get(slug, sector, organisation)


def step_of(place: Here, step: str) -> Step:
    """A step of the map by its id. Ends in a 404 page when there is none."""
    found = next((one for one in place.routemap.steps if one.id == step), None)
    if found is None:
        known = [(one.id, one.title, place.address(one.id)) for one in place.routemap.steps]
        missing("Deze stap kennen we niet", step, known)
    return found


def municipality(region: Region) -> str | None:
    """The municipality of this request, when it lies in this region."""
    code = request.args.get("gemeente", "")
    return code if region.municipality(code) else None


def sectors() -> list[Sector]:
    """Every sector, in the order of their ids."""
    atlas = services().maps.atlas
    return [atlas.sector(one) for one in atlas.sector_ids]


def regions() -> list[Region]:
    """Every live region."""
    return [one.document.to_region() for one in services().maps.live.all().values()]


def missing(heading: str, asked: str, known: Iterable[Named]) -> NoReturn:
    """End this request in a page that suggests what was meant: `known` are ids, titles and addresses."""
    rows = list(known)
    names = {place: f"{row[0]} {row[1]}" for place, row in enumerate(rows)}
    alike = process.extract(asked, names, scorer=fuzz.WRatio, limit=MOST, score_cutoff=LIKE_ENOUGH)
    links = [{"text": rows[place][1], "href": rows[place][2]} for _, _, place in alike]
    page = {"title": "Niet gevonden", "heading": heading, "asked": asked, "links": links, "numbers": NUMBERS}
    abort(make_response(render_template("guide/not_found.html", page=page), 404))
