"""What somebody saw or heard: ticked in the lists, in words of their own. It leads the walk nowhere (INV-31)."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectMultipleField, TextAreaField

from routekaart import clock
from routekaart.presenters.signals import is_first_step, seen
from routekaart.presenters.signals_page import offered, ticking_page
from routekaart.walks.casefile import MOST_CHARACTERS, CaseFile
from routekaart.web.services import services
from routekaart.web.walk import bp
from routekaart.web.walk.answer import TOO_LONG
from routekaart.web.walk.current import CurrentWalk, current_walk, keep
from routekaart.web.walk.notes import identifying_words

OVERVIEW = "overzicht"


class SignalsForm(FlaskForm):
    """What was seen, and the note of the step in which one gathers signals."""

    signaal = SelectMultipleField(validate_choice=False)
    notitie = TextAreaField()
    toch_bewaren = BooleanField()
    terug = HiddenField()


@bp.get("/signalen")
def signals() -> ResponseReturnValue:
    """The lists for the people of this walk."""
    current = current_walk()
    form = SignalsForm(signaal=sorted(current.case.signals), notitie=current.case.notes.get(_step(current), ""))
    form.terug.data = OVERVIEW if request.args.get("terug") == OVERVIEW else ""
    return _page(current, form)


@bp.post("/signalen")
def keep_signals() -> ResponseReturnValue:
    """Keep what was ticked and the note, sealed."""
    current, form = current_walk(), SignalsForm()
    if len(form.notitie.data or "") > MOST_CHARACTERS:
        return _page(current, form, status=422, error=TOO_LONG)
    hints = [] if form.toch_bewaren.data else identifying_words(form.notitie.data, current.directory)
    if hints:
        return _page(current, form, status=422, hints=hints)
    keep(current, _case(current, form))
    return redirect(url_for("walk.overview" if form.terug.data == OVERVIEW else "walk.position"))


def seen_in(current: CurrentWalk) -> dict[str, Any]:
    """What was seen in a walk, to show."""
    return seen(
        services().signals,
        current.case.signals,
        current.place.routemap,
        current.directory,
        municipality=current.case.municipality,
        now=clock.now(),
    )


def beside_step(current: CurrentWalk, step: str) -> dict[str, Any]:
    """What a question of step 1 has beside it: the way to the lists, and the notice that asks for advice today."""
    is_here = is_first_step(current.place.routemap, step)
    return {"offers_signals": is_here, "today": seen_in(current)["today"] if is_here else None}


def _case(current: CurrentWalk, form: SignalsForm) -> CaseFile:
    """What was offered and unticked goes; what was ticked on an older page of other people stays."""
    lists, step = services().signals, _step(current)
    ticked = frozenset(one.id for one in lists.chosen(form.signaal.data or ()))
    shown = ticked | {one.id for one in (*offered(lists, current.walk), *lists.chosen(current.case.signals))}
    case = current.case.seeing(shown, ticked).noting(step, form.notitie.data or "")
    is_new = step not in case.step_dates and (ticked or step in case.notes)
    return case.dating(step, clock.today()) if is_new else case


def _step(current: CurrentWalk) -> str:
    """The step in which one gathers signals: the first."""
    return current.place.routemap.stations[0].steps[0].id


def _page(current: CurrentWalk, form: SignalsForm, status: int = 200, **more: Any) -> ResponseReturnValue:
    page = ticking_page(services().signals, current.walk, frozenset(form.signaal.data or ()))
    html = render_template("walk/signals.html", page=page, form=form, **more, **current.frame)
    return html, status
