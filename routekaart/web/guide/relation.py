"""How national, sector, regional and own protocol relate."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from routekaart.presenters.relation_page import PAGE, relation_page
from routekaart.web.guide import bp
from routekaart.web.guide.place import here


@bp.get(f"/<region>/<sector>/{PAGE}")
def relation(region: str, sector: str) -> ResponseReturnValue:
    """Which protocol is mine: every layer side by side."""
    place = here(region, sector)
    return render_template("guide/relation.html", page=relation_page(place), **place.frame(PAGE))
