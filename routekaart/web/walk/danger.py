"""Danger now: declared with one press, from every page of a walk."""

from __future__ import annotations

from collections.abc import Mapping

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from routekaart.engine.answers import Answers
from routekaart.engine.walk import declare_acute
from routekaart.walks.casefile import MOST_CHARACTERS, CaseFile
from routekaart.web.walk import bp
from routekaart.web.walk.current import CurrentWalk, current_walk, keep
from routekaart.web.walk.follow_up import with_typed_look
from routekaart.web.walk.log import with_typed_line


@bp.post("/gevaar")
def danger() -> ResponseReturnValue:
    """The acute line opens at once; the rest of the walk waits, with the note, line or look that was being typed."""
    current = current_walk()
    answers = Answers(current.case.values, current.case.departures)
    case = current.on(declare_acute(current.place.routemap, answers))
    case = with_typed_line(_with_typed_note(case, current, request.form), current)
    keep(current, with_typed_look(case, current))
    return redirect(url_for("walk.position"))


def _with_typed_note(case: CaseFile, current: CurrentWalk, form: Mapping[str, str]) -> CaseFile:
    """Nobody is stopped here over a note: what is too long is cut, and a later look at it warns of names."""
    place, note = current.place.routemap.placed.get(form.get("vraag", "")), form.get("notitie", "")
    return case.noting(place.step.id, note[:MOST_CHARACTERS]) if place and note.strip() else case


@bp.get("/gevaar")
def danger_page() -> ResponseReturnValue:
    """Somebody came back to the address of the button: show where they are."""
    return redirect(url_for("walk.position"))
