"""Something on a card is not right."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField, TextAreaField

from routekaart import clock
from routekaart.storage.database import transaction
from routekaart.upkeep import questions
from routekaart.web.remark import bp
from routekaart.web.remark.about import About, OnceForm, about
from routekaart.web.services import services
from routekaart.web.walk.notes import identifying_words

EMPTY = "Schrijf wat er niet klopt."
TOO_LONG = f"Dit is te lang. Houd het bij {questions.MOST_CHARACTERS} tekens."
ENOUGH = "Over deze kaart is net al veel gemeld. De regio kijkt ernaar. Probeer het over een uur nog eens."


class WrongForm(OnceForm):
    """What is wrong."""

    tekst = TextAreaField()
    toch_bewaren = BooleanField()


@bp.get("/klopt-niet/<region>/<partner>")
def wrong(region: str, partner: str) -> ResponseReturnValue:
    """Ask what is wrong."""
    return _page(about(region, partner), WrongForm())


@bp.post("/klopt-niet/<region>/<partner>")
def tell_wrong(region: str, partner: str) -> ResponseReturnValue:
    """To the desk of the region; what cannot be kept comes back as it was typed."""
    found, form = about(region, partner), WrongForm()
    text = (form.tekst.data or "").strip()
    if error := _error(text):
        return _page(found, form, error=error, status=422)
    hints = [] if form.toch_bewaren.data else identifying_words(text, found.directory)
    if hints:
        return _page(found, form, hints=hints, status=422)
    if not form.is_trapped and not _kept(found, form, text):
        return _page(found, form, error=ENOUGH, status=429)
    return redirect(url_for("remark.thanks", region=region, partner=partner), 303)


@bp.get("/klopt-niet/<region>/<partner>/bedankt")
def thanks(region: str, partner: str) -> ResponseReturnValue:
    """It is with the region."""
    return render_template("remark/thanks.html", **about(region, partner).frame)


def _error(text: str) -> str:
    if not text:
        return EMPTY
    return TOO_LONG if len(text) > questions.MOST_CHARACTERS else ""


def _kept(found: About, form: WrongForm, text: str) -> bool:
    try:
        with transaction(services().engine) as session:
            questions.ask(session, found.slug, found.partner.id, text, once=form.once, now=clock.now())
    except questions.TooMany:
        return False
    return True


def _page(
    found: About, form: WrongForm, *, error: str = "", hints: list[str] | None = None, status: int = 200
) -> ResponseReturnValue:
    values = {"text": form.tekst.data or "", "error": error, "hints": hints or [], "most": questions.MOST_CHARACTERS}
    kept = found.frame | ({"once_token": form.eenmalig.data} if form.eenmalig.data else {})
    return render_template("remark/wrong.html", **values, **kept), status
