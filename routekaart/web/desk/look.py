"""How a region's pages look: two colours that can be read, and a logo beside its name."""

from __future__ import annotations

import base64
from typing import Any

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from routekaart.exchange.png import NotAPicture, TooLarge, remade
from routekaart.presenters import look as page
from routekaart.presenters.desk_region import region_row
from routekaart.regions import editing as drafts
from routekaart.regions.editing import Clash
from routekaart.regions.entries import HEAD, ONLY
from routekaart.regions.look import MOST_HIGH, MOST_OCTETS, MOST_WIDE
from routekaart.storage.database import transaction
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Subject
from routekaart.web.desk.keeping import draft, keep
from routekaart.web.services import services


@bp.route("/<slug>/uiterlijk", methods=["GET", "POST"])
def look_edit(slug: str) -> ResponseReturnValue:
    """The colours, with a sample; the logo below them."""
    with draft(slug) as session:
        said = drafts.entry(session, slug, HEAD, ONLY).data
    beside = page.logo_view(said, request.args.get("fout", ""), request.args.get("tekst", ""))
    return editing.edit_page(_subject(beside), slug, ONLY)


@bp.post("/<slug>/uiterlijk/beeldmerk")
def look_logo(slug: str) -> ResponseReturnValue:
    """Keeps a logo, made anew from its pixels."""
    sent, text = request.files.get("bestand"), request.form.get("tekst", "").strip()
    try:
        logo = remade(sent.read() if sent else b"", MOST_WIDE, MOST_HIGH)
    except NotAPicture:
        return _back(slug, fout=page.NO_PICTURE, tekst=text)
    except TooLarge:
        return _back(slug, fout=page.TOO_LARGE, tekst=text)
    if len(logo) > MOST_OCTETS:
        return _back(slug, fout=page.TOO_HEAVY, tekst=text)
    return _kept(slug, base64.b64encode(logo).decode(), text) if text else _back(slug, fout=page.NO_WORDS)


@bp.post("/<slug>/uiterlijk/geen-beeldmerk")
def look_logo_remove(slug: str) -> ResponseReturnValue:
    """Takes the logo away."""
    return _kept(slug, "", "")


def _subject(beside: dict[str, Any]) -> Subject:
    return Subject(
        kind=HEAD,
        page="desk.look",
        list_page="desk.look_edit",
        title="Uiterlijk",
        one="",
        lead="",
        fields=page.look_fields,
        row=region_row,
        template="desk/look.html",
        ready=page.with_same_logo,
        beside=beside,
    )


def _kept(slug: str, logo: str, text: str) -> ResponseReturnValue:
    version = request.form.get("versie", 0, type=int)
    try:
        with transaction(services().engine) as session:
            seen = drafts.at_version(session, slug, HEAD, ONLY, version)
            change = keep(session, seen, page.with_logo(seen.data, logo, text))
    except Clash:
        return _back(slug, fout=page.MEANWHILE, tekst=text)
    return _back(slug, gewijzigd=change.number if change else 0)


def _back(slug: str, **said: Any) -> ResponseReturnValue:
    anchor = "beeldmerk" if "fout" in said else None
    return redirect(url_for("desk.look_edit", slug=slug, _anchor=anchor, **said), 303)
