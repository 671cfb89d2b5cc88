"""Danger now: declared with one press, from every page of a walk."""

from __future__ import annotations

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from routekaart.engine.answers import Answers
from routekaart.engine.walk import declare_acute
from routekaart.web.walk import bp
from routekaart.web.walk.current import current_walk, keep


@bp.post("/gevaar")
def danger() -> ResponseReturnValue:
    """The acute line opens at once; the rest of the walk waits."""
    current = current_walk()
    answers = Answers(current.case.values, current.case.departures)
    keep(current, current.on(declare_acute(current.place.routemap, answers)))
    return redirect(url_for("walk.position"))


@bp.get("/gevaar")
def danger_page() -> ResponseReturnValue:
    """Somebody came back to the address of the button: show where they are."""
    return redirect(url_for("walk.position"))
