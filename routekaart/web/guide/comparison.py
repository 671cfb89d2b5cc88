"""What differs between two regions, sectors or editions."""

from __future__ import annotations

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from routekaart.presenters.comparison_page import PAGE, Asked, Choices, Side, comparison_page
from routekaart.presenters.here import Here
from routekaart.web.guide import bp
from routekaart.web.guide.place import regions, sectors
from routekaart.web.services import services

NO_STORE = {"Cache-Control": "no-store"}
LONGEST = 200


@bp.get(f"/{PAGE}")
def comparison() -> ResponseReturnValue:
    """Two maps, `a` and `b`, each a region/sector or region/sector/edition; the form's six fields lead to these."""
    one, other = _side("a"), _side("b")
    if any(f"{side}-regio" in request.args for side in ("a", "b")):
        return redirect(f"/{PAGE}?a={one.asked.address}&b={other.asked.address}", 303), NO_STORE
    atlas = services().maps.atlas
    choices = Choices(regions(), sectors(), [atlas.edition(one) for one in atlas.edition_ids])
    page = comparison_page(one, other, choices, request.args.get("stap", ""))
    return make_response(render_template("guide/comparison.html", page=page), 200, NO_STORE)


def _side(name: str) -> Side:
    asked = _asked(name)
    return Side(name, asked, _place(asked))


def _asked(side: str) -> Asked:
    """What somebody asked for on one side: in one value, or in the three fields of the form."""
    fields = [request.args.get(f"{side}-{name}", "")[:LONGEST] for name in ("regio", "sector", "uitgave")]
    if any(fields):
        return Asked(*fields)
    parts = request.args.get(side, "")[:LONGEST].split("/")
    return Asked(*[*parts, "", "", ""][:3])


def _place(asked: Asked) -> Here | None:
    """The map that was asked for; None when there is no such thing."""
    maps = services().maps
    if asked.edition and asked.edition not in maps.atlas.edition_ids:
        return None
    found = maps.get(asked.region, asked.sector, edition=asked.edition or None)
    return Here(found) if found else None
