"""How a region looks: a small style sheet and a logo, under a name that changes with them."""

from __future__ import annotations

from flask import Response, abort

from routekaart.directory import Look
from routekaart.presenters.look import style_sheet
from routekaart.web.assets import FOR_EVER
from routekaart.web.guide import bp
from routekaart.web.guide.place import region_of


@bp.get("/<region>/stijl/<digest>.css")
def look_style(region: str, digest: str) -> Response:
    """The colours of the region, over those of every page."""
    look = _look(region)
    return _answer(style_sheet(look), "text/css; charset=utf-8", current=look.digest == digest)


@bp.get("/<region>/stijl/<digest>.png")
def look_logo(region: str, digest: str) -> Response:
    """The logo of the region."""
    look = _look(region)
    return _answer(look.png or abort(404), "image/png", current=look.digest == digest)


def _look(region: str) -> Look:
    return region_of(region).directory.region.look or abort(404)


def _answer(body: str | bytes, content_type: str, *, current: bool) -> Response:
    """Kept for ever under its own name; a page from just before a publication gets what is there now."""
    response = Response(body, content_type=content_type)
    response.headers["Cache-Control"] = FOR_EVER if current else "no-cache"
    return response
