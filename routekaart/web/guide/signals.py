"""What one may see or hear, in lists."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.presenters.signals_page import PAGE, Wanted, signals_page
from routekaart.web.guide import bp
from routekaart.web.guide.place import here
from routekaart.web.services import services


@bp.get("/<region>/<sector>/signalen")
def signals(region: str, sector: str) -> ResponseReturnValue:
    """Signals by place, with filters."""
    place, lists, asked = here(region, sector), services().signals, request.args
    wanted = Wanted.of(asked.get("leeftijd", ""), asked.get("soort", ""), asked.get("plaats", ""), lists)
    page = signals_page(place, lists, wanted, clock.now())
    return render_template("guide/signals.html", page=page, **place.frame(PAGE))
