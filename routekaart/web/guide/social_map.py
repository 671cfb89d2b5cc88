"""What help there is in a region."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.presenters.social_map import OLDEST, Wanted
from routekaart.presenters.social_map import social_map as social_map_page
from routekaart.web.guide import bp
from routekaart.web.guide.place import here


@bp.get("/<region>/<sector>/sociale-kaart")
def social_map(region: str, sector: str) -> ResponseReturnValue:
    """Services by what they are for, with filters."""
    place = here(region, sector)
    wanted = Wanted(request.args.get("doel", ""), request.args.get("thema", ""), _age(), place.municipality)
    page = social_map_page(place, wanted, clock.now())
    return render_template("guide/social_map.html", page=page, **place.frame("sociale-kaart"))


def _age() -> int | None:
    """An age in whole years; anything else counts as none."""
    text = request.args.get("leeftijd", "").strip()
    return int(text) if text.isascii() and text.isdigit() and int(text[:4]) <= OLDEST else None
