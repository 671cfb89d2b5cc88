"""We disagree."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.presenters.disagreement_page import disagreement_page
from routekaart.presenters.guide_links import DISAGREEMENT
from routekaart.web.guide import bp
from routekaart.web.guide.place import here
from routekaart.web.services import services


@bp.get("/<region>/<sector>/oneens")
def disagreement(region: str, sector: str) -> ResponseReturnValue:
    """The guide as it holds here."""
    place = here(region, sector)
    page = disagreement_page(place, services().guides.disagreement, clock.now())
    return render_template("guide/disagreement.html", page=page, **place.frame(DISAGREEMENT))
