"""Searching in a region and a sector, and the glossary."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from routekaart.presenters.glossary_page import PAGE as GLOSSARY
from routekaart.presenters.glossary_page import glossary_page
from routekaart.presenters.here import SEARCH, Here
from routekaart.presenters.search_page import guide_texts, page_entries, search_page
from routekaart.search.index import Found
from routekaart.search.query import MOST_LETTERS
from routekaart.web.guide import bp
from routekaart.web.guide.place import here
from routekaart.web.services import services

NO_STORE = {"Cache-Control": "no-store"}


@bp.get("/<region>/<sector>/zoeken")
def search_here(region: str, sector: str) -> ResponseReturnValue:
    """What fits the words of `q`. Nobody keeps this page: what people type is theirs."""
    place = here(region, sector)
    asked = " ".join(request.args.get("q", "")[:MOST_LETTERS].split())
    page = search_page(place, asked, _found(place, asked) if asked else Found())
    html = render_template("guide/search.html", page=page, **place.frame(SEARCH))
    return html, 200, NO_STORE


@bp.get("/begrippen")
def terms() -> ResponseReturnValue:
    """What terms mean, wherever one is."""
    return render_template("guide/glossary.html", page=glossary_page(services().glossary))


@bp.get("/<region>/<sector>/begrippen")
def glossary(region: str, sector: str) -> ResponseReturnValue:
    """The same, without leaving one's region and sector."""
    place = here(region, sector)
    page = glossary_page(services().glossary, place)
    return render_template("guide/glossary.html", page=page, **place.frame(GLOSSARY))


def _found(place: Here, asked: str) -> Found:
    revision = (place.map.revision, place.map.published_at, place.map.group_revision)
    key = (place.map.slug, revision, place.routemap.sector.id, place.organisation)
    index = services().catalogue.index(
        key, place.routemap, place.directory, lambda: page_entries(place, guide_texts(services().guides))
    )
    return index.search(asked, place.municipality)
