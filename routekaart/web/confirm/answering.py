"""One click to confirm, or a proposal per field. A link opens one entry, and answers once."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.presenters.partner_answer import LINK_REFUSED, NOTHING, answer_page
from routekaart.storage.database import reading, transaction
from routekaart.upkeep import confirming, entry, letters
from routekaart.upkeep.letters import Refused
from routekaart.web.confirm import bp
from routekaart.web.services import services


@bp.get("/<token>")
def answer(token: str) -> ResponseReturnValue:
    """The entry as it is published."""
    with reading(services().engine) as session:
        link = letters.opened(session, token, key=letter_key(), now=clock.now())
        found = confirming.published(session, link)
    return render_template("confirm/answer.html", page=answer_page(found, token))


@bp.post("/<token>/klopt")
def confirm(token: str) -> ResponseReturnValue:
    """It is right."""
    now = clock.now()
    with transaction(services().engine) as session:
        link = letters.opened(session, token, key=letter_key(), now=now)
        confirming.confirm(session, link, today=clock.today(), now=now)
    return redirect(url_for("confirm.thanks", wat="klopt"), 303)


@bp.post("/<token>/voorstel")
def propose(token: str) -> ResponseReturnValue:
    """What should change goes to the region; what cannot be taken comes back as it was typed."""
    now = clock.now()
    with transaction(services().engine) as session:
        link = letters.opened(session, token, key=letter_key(), now=now)
        found = confirming.published(session, link)
        typed = {name: text.replace("\r\n", "\n") for name, text in request.form.items()}
        errors = entry.errors(found.data, typed)
        kept = 0 if errors else confirming.propose(session, link, typed, now=now)
    if not kept:
        page = answer_page(found, token, typed=typed, errors=errors, notice="" if errors else NOTHING)
        return render_template("confirm/answer.html", page=page), 422
    return redirect(url_for("confirm.thanks"), 303)


@bp.get("/bedankt")
def thanks() -> ResponseReturnValue:
    """Done."""
    return render_template("confirm/thanks.html", is_confirmed=request.args.get("wat") == "klopt")


@bp.errorhandler(Refused)
def refused(error: Refused) -> ResponseReturnValue:
    """Say politely why a link opens nothing, and what now."""
    return render_template("confirm/refused.html", page=LINK_REFUSED[error.why], on=error.on), 410


def letter_key() -> bytes:
    """This installation's key for the links of partners."""
    return services().settings.key("partner letters")
