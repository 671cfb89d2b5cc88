"""A new walk from this one: the same people, a new question. This one stays as it is, under its own code."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import SelectMultipleField

from routekaart.presenters.reuse import reuse_page
from routekaart.regions.maps import RegionalMap
from routekaart.walks.reuse import taking_along
from routekaart.web.services import services
from routekaart.web.walk import bp
from routekaart.web.walk.begin import begin_with, fresh_case
from routekaart.web.walk.current import CurrentWalk, NoMap, current_walk
from routekaart.web.walk.shares import case_with_views


class ReuseForm(FlaskForm):
    """What goes along."""

    antwoord = SelectMultipleField(validate_choice=False)
    deel = SelectMultipleField(validate_choice=False)


@bp.get("/opnieuw")
def reuse() -> ResponseReturnValue:
    """What can be taken along, everything ticked."""
    current = current_walk()
    routemap = _place_now(current).routemap
    page = reuse_page(case_with_views(current), current.walk, routemap, expires_on=current.opened.expires_on)
    return render_template("walk/reuse.html", page=page, **current.frame)


@bp.post("/opnieuw")
def begin_again() -> ResponseReturnValue:
    """A new sealed walk with what was ticked; this browser goes on with the new one."""
    current, form = current_walk(), ReuseForm()
    place, earlier = _place_now(current), case_with_views(current)
    municipality = place.directory.region.municipality(earlier.municipality or "")
    case = taking_along(
        fresh_case(place, municipality.code if municipality else None),
        earlier,
        place.routemap,
        questions=form.antwoord.data or (),
        parts=form.deel.data or (),
    )
    return begin_with(case, place)


def _place_now(current: CurrentWalk) -> RegionalMap:
    """The same region, sector and organisation, on the edition that is now in force there. Raises NoMap."""
    case = current.case
    place = services().maps.get(case.region, case.sector, case.organisation)
    if place is None:
        raise NoMap
    return place
