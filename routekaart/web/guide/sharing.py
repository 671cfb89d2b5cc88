"""May I share this."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.presenters.guide_links import SHARING
from routekaart.presenters.sharing_page import sharing_page
from routekaart.web.guide import bp
from routekaart.web.guide.place import here
from routekaart.web.services import services


@bp.get("/<region>/<sector>/mag-ik-dit-delen")
def sharing(region: str, sector: str) -> ResponseReturnValue:
    """The guide as it holds here."""
    place = here(region, sector)
    page = sharing_page(place, services().guides.sharing, clock.now())
    return render_template("guide/sharing.html", page=page, **place.frame(SHARING))
