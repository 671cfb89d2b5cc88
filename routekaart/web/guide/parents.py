"""A page to show to parents."""

from __future__ import annotations

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from routekaart.presenters.parents_page import parents_page
from routekaart.web.guide import bp
from routekaart.web.services import services


@bp.get("/voor-ouders")
def parents() -> ResponseReturnValue:
    """In plain Dutch."""
    found = services().guides.parents
    page = parents_page(found, found.dutch, services().maps.national)
    return render_template("guide/parents.html", page=page)


@bp.get("/voor-ouders/<lang>")
def parents_in(lang: str) -> ResponseReturnValue:
    """Shorter, in another language."""
    found = services().guides.parents
    one = found.get(lang)
    if one is None:
        abort(404)
    page = parents_page(found, one, services().maps.national)
    return render_template("guide/parents.html", page=page)
