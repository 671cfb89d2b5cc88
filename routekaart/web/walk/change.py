"""What would change the advice of a walk. Only to read: an answer is changed at its own question."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.presenters.change_page import change_page
from routekaart.presenters.papers import change_paper
from routekaart.web.walk import bp
from routekaart.web.walk.current import current_walk
from routekaart.web.walk.report import paper


@bp.get("/wat-verandert")
def change() -> ResponseReturnValue:
    """Which "weet ik niet" is worth knowing before the call, and which makes no difference."""
    current = current_walk()
    return render_template("walk/change.html", page=change_page(current.walk, current.directory), **current.frame)


@bp.get("/wat-verandert.pdf")
def change_pdf() -> ResponseReturnValue:
    """The same on paper."""
    current = current_walk()
    return paper("change.html", change_paper(current.case, current.walk, current.place, clock.now()))
