"""Help with the talks of step 3."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.presenters import conversations_page as pages
from routekaart.presenters.guide_links import CONVERSATIONS
from routekaart.web.guide import bp
from routekaart.web.guide.place import here, missing
from routekaart.web.services import services


@bp.get("/<region>/<sector>/gesprek-voeren")
def conversations(region: str, sector: str) -> ResponseReturnValue:
    """Every kind of talk."""
    place = here(region, sector)
    page = pages.conversations_page(place, services().guides.conversations, clock.now())
    return render_template("guide/conversations.html", page=page, **place.frame(CONVERSATIONS))


@bp.get("/<region>/<sector>/gesprek-voeren/<name>")
def conversation(region: str, sector: str, name: str) -> ResponseReturnValue:
    """One kind of talk. Ends in a 404 page when there is none."""
    place, found = here(region, sector), services().guides.conversations
    one = found.get(name)
    if one is None:
        known = [(each.conversation, each.title, place.address(pages.address_of(each))) for each in found.all]
        missing("Dit gesprek kennen we niet", name, known)
    page = pages.conversation_page(place, found, one, clock.now())
    return render_template("guide/conversation.html", page=page, **place.frame(CONVERSATIONS))
