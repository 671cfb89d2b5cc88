"""What the walk advises, to tick off and, with a reason, to depart from."""

from __future__ import annotations

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectMultipleField, TextAreaField

from routekaart import clock
from routekaart.directory import public_holidays
from routekaart.drawing import progress_of, transit_map
from routekaart.engine.answers import Answers
from routekaart.engine.vocabulary import Outcome
from routekaart.presenters.call_sheet import calls
from routekaart.presenters.change_page import change_page, in_short
from routekaart.presenters.consulting import view_rows
from routekaart.presenters.result import result as result_of
from routekaart.presenters.toolbox import toolbox
from routekaart.walks.casefile import MOST_CHARACTERS
from routekaart.web.services import services
from routekaart.web.walk import bp
from routekaart.web.walk.answer import TOO_LONG
from routekaart.web.walk.current import CurrentWalk, current_walk, keep, unchanged_walk
from routekaart.web.walk.shares import case_with_views
from routekaart.web.walk.signals import seen_in


class DepartForm(FlaskForm):
    """A reason for doing otherwise than an outcome advises."""

    uitkomst = HiddenField()
    reden = TextAreaField()


class TickForm(FlaskForm):
    """The actions that are done."""

    gedaan = SelectMultipleField(validate_choice=False)


@bp.get("/advies")
def result() -> ResponseReturnValue:
    """What to do, in which order, by when, with whom, and why."""
    return _page(current_walk())


@bp.post("/gedaan")
def tick() -> ResponseReturnValue:
    """Keep which actions are done."""
    current, form = unchanged_walk(), TickForm()
    case = current.case
    for one in current.walk.actions:
        case = case.ticking(one.item.id, one.item.id in (form.gedaan.data or ()))
    keep(current, case)
    return redirect(url_for("walk.result", _anchor="acties"))


@bp.post("/afwijken")
def depart() -> ResponseReturnValue:
    """Keep a reason for departing from an outcome; an empty one takes it back."""
    current, form = unchanged_walk(), DepartForm()
    outcomes = {one.item.id: one.item for one in current.walk.outcomes}
    item = outcomes.get(form.uitkomst.data or "")
    if not isinstance(item, Outcome) or not item.departable:
        abort(400)
    if len(form.reden.data or "") > MOST_CHARACTERS:
        return _page(current, wrong=(item.id, form.reden.data or ""), status=422)
    answers = Answers(current.case.values, current.case.departures).departing(item.id, form.reden.data or "")
    keep(current, current.on(answers))
    return redirect(url_for("walk.result", _anchor="besluit"))


def _page(current: CurrentWalk, wrong: tuple[str, str] = ("", ""), status: int = 200) -> ResponseReturnValue:
    page = result_of(
        current.walk,
        current.directory,
        municipality=current.case.municipality,
        ticked=current.case.ticked,
        now=clock.now(),
        is_holiday=lambda day: day in public_holidays(day.year),
    )
    page |= {"seen": seen_in(current), "tools": toolbox(current.case), "calls": calls(current.case.calls)}
    page["views"] = view_rows(case_with_views(current).views, services().guides.casework)
    page["unknown"] = in_short(change_page(current.walk, current.directory))
    progress = progress_of(current.walk)
    maps = {size: transit_map(current.place.routemap, progress=progress, size=size) for size in ("full", "vertical")}
    html = render_template("walk/result.html", page=page, maps=maps, wrong=wrong, too_long=TOO_LONG, **current.frame)
    return html, status
