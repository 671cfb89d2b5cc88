"""How a call to a published number went: one tap, no text."""

from __future__ import annotations

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import StringField

from routekaart import clock
from routekaart.directory import Contact
from routekaart.presenters.partner_card import instead
from routekaart.storage.database import transaction
from routekaart.upkeep import numbers
from routekaart.upkeep.numbers import Called, Outcome
from routekaart.web.remark import bp
from routekaart.web.remark.about import About, OnceForm, about
from routekaart.web.services import services

CHOICES = {
    Outcome.SPOKEN: "Ik heb iemand gesproken",
    Outcome.NO_ANSWER: "Geen gehoor",
    Outcome.WRONG: "Verkeerd nummer",
}


class CalledForm(OnceForm):
    """How it went."""

    uitkomst = StringField()


@bp.get("/gebeld/<region>/<partner>/<number>")
def call(region: str, partner: str, number: str) -> ResponseReturnValue:
    """Ask how it went."""
    found, contact = _regional(region, partner, number)
    choices = [{"value": one.value, "text": text} for one, text in CHOICES.items()]
    return render_template("remark/call.html", number=contact.value, choices=choices, **found.frame)


@bp.post("/gebeld/<region>/<partner>/<number>")
def called(region: str, partner: str, number: str) -> ResponseReturnValue:
    """Count it."""
    found, contact = _regional(region, partner, number)
    form = CalledForm()
    if form.uitkomst.data not in set(Outcome):
        abort(400)
    if not form.is_trapped:
        one = Called(found.slug, found.partner.id, contact.value)
        with transaction(services().engine) as session:
            numbers.report(session, one, Outcome(form.uitkomst.data), once=form.once, now=clock.now())
    return redirect(url_for("remark.counted", region=region, partner=partner), 303)


@bp.get("/gebeld/<region>/<partner>")
def counted(region: str, partner: str) -> ResponseReturnValue:
    """It counts; and whom to call when nobody was reached."""
    found = about(region, partner)
    return render_template("remark/counted.html", phones=instead(found.directory), **found.frame)


def _regional(region: str, partner: str, number: str) -> tuple[About, Contact]:
    """A number that this partner publishes; 404 for a national one, which is no region's to doubt."""
    found = about(region, partner)
    contact = found.contact(number)
    return abort(404) if found.directory.national.owns(contact.value) else (found, contact)
