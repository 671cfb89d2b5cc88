"""The protocol as it holds in a region for a profession."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.presenters.danger_page import danger_page, national_danger_page
from routekaart.presenters.everything_page import everything_page, who_helps_page, whole_page
from routekaart.presenters.glossary_page import PAGE as GLOSSARY
from routekaart.presenters.guide_page import opening_page
from routekaart.presenters.here import EVERYTHING, Here
from routekaart.presenters.marking import TermLinks
from routekaart.presenters.step_page import step_page
from routekaart.web.guide import bp
from routekaart.web.guide.place import here, step_of
from routekaart.web.services import services


@bp.get("/<region>/<sector>/")
def opening(region: str, sector: str) -> ResponseReturnValue:
    """The map, the steps and where to begin."""
    place = here(region, sector)
    return render_template("guide/opening.html", page=opening_page(place), **place.frame())


@bp.get("/<region>/<sector>/<step>")
def step(region: str, sector: str, step: str) -> ResponseReturnValue:
    """One step. The acute line has its numbers first."""
    place = here(region, sector)
    found = step_of(place, step)
    if found is place.routemap.acute:
        page = danger_page(place, clock.now(), only_different=_only_different())
        return render_template("guide/danger.html", page=page, **place.frame(step))
    page = step_page(place, found, clock.now(), only_different=_only_different(), links=_links(place))
    return render_template("guide/step.html", page=page, **place.frame(step))


@bp.get("/<region>/<sector>/alles")
def everything(region: str, sector: str) -> ResponseReturnValue:
    """Every step in short on one page."""
    place = here(region, sector)
    page = everything_page(place, clock.now(), only_different=_only_different())
    return render_template("guide/everything.html", page=page, **place.frame(EVERYTHING))


@bp.get("/<region>/<sector>/alles/wie-helpt")
def who_helps(region: str, sector: str) -> ResponseReturnValue:
    """Everybody who helps, whatever the step."""
    place = here(region, sector)
    page = who_helps_page(place, clock.now())
    return render_template("guide/who_helps.html", page=page, **place.frame(EVERYTHING))


@bp.get("/<region>/<sector>/alles/volledig")
def whole(region: str, sector: str) -> ResponseReturnValue:
    """Every word of every step, to print or to keep."""
    place = here(region, sector)
    page = whole_page(place, clock.now(), only_different=_only_different(), links=_links(place))
    return render_template("guide/whole.html", page=page, **place.frame(EVERYTHING))


@bp.get("/nu-gevaar")
def danger() -> ResponseReturnValue:
    """There is danger now, wherever one is."""
    maps = services().maps
    newest = max((maps.atlas.edition(one) for one in maps.atlas.edition_ids), key=lambda edition: edition.year)
    routemap = maps.atlas.routemap(newest.id, maps.atlas.sector_ids[0])
    return render_template("guide/national_danger.html", page=national_danger_page(routemap, maps.national))


def _links(place: Here) -> TermLinks:
    return TermLinks(services().glossary.terms, place.address(GLOSSARY))


def _only_different() -> bool:
    return request.args.get("anders") == "1"
