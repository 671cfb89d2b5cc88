"""Which instrument when."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.presenters.guide_links import INSTRUMENTS
from routekaart.presenters.instruments_page import instruments_page
from routekaart.web.guide import bp
from routekaart.web.guide.place import here
from routekaart.web.services import services


@bp.get("/<region>/<sector>/welk-instrument")
def instruments(region: str, sector: str) -> ResponseReturnValue:
    """The guide as it holds here."""
    place = here(region, sector)
    page = instruments_page(place, services().guides.instruments, clock.now())
    return render_template("guide/instruments.html", page=page, **place.frame(INSTRUMENTS))
