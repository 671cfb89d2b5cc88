"""All answers, notes and dates of a walk, each to be changed from here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField, TextAreaField

from routekaart.presenters.overview import overview as overview_of
from routekaart.presenters.toolbox import toolbox
from routekaart.walks.casefile import MOST_CHARACTERS
from routekaart.web.walk import bp
from routekaart.web.walk.answer import TOO_LONG, iso_date
from routekaart.web.walk.current import CurrentWalk, current_walk, keep, unchanged_walk
from routekaart.web.walk.notes import identifying_words
from routekaart.web.walk.signals import seen_in

BAD_DATE = "Vul een dag in, zoals 24-11-2026, of laat het veld leeg."


class StepForm(FlaskForm):
    """The note and the day of one step."""

    datum = StringField()
    notitie = TextAreaField()
    toch_bewaren = BooleanField()


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was typed at a step and could not be kept as it is."""

    step: str
    form: StepForm
    errors: dict[str, str]
    hints: list[str]


@bp.get("/overzicht")
def overview() -> ResponseReturnValue:
    """Everything that was answered so far."""
    return _page(current_walk(), None)


@bp.post("/stap/<step_id>")
def keep_step(step_id: str) -> ResponseReturnValue:
    """Keep the note and the day of a step."""
    current, form = unchanged_walk(), StepForm()
    if step_id not in {step.id for step in current.place.routemap.steps}:
        abort(404)
    errors, day = {}, iso_date(form.datum.data or "")
    if form.datum.data and day is None:
        errors["datum"] = BAD_DATE
    if len(form.notitie.data or "") > MOST_CHARACTERS:
        errors["notitie"] = TOO_LONG
    hints = (
        []
        if form.toch_bewaren.data
        else identifying_words(form.notitie.data, current.directory, current.case.notes.get(step_id))
    )
    if errors or hints:
        return _page(current, Trouble(step_id, form, errors, hints), 422)
    keep(
        current,
        current.case.noting(step_id, form.notitie.data or "").dating(step_id, date.fromisoformat(day) if day else None),
    )
    return redirect(url_for("walk.overview", _anchor=step_id))


def _page(current: CurrentWalk, trouble: Trouble | None, status: int = 200) -> ResponseReturnValue:
    steps = overview_of(current.walk, current.case.notes, current.case.step_dates)
    page = {"steps": steps, "is_finished": current.walk.is_finished, "seen": seen_in(current)}
    page["tools"] = toolbox(current.case)
    return render_template("walk/overview.html", page=page, trouble=trouble, **current.frame), status
