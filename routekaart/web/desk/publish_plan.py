"""What is planned to be published: a second pair of eyes agrees, or somebody takes it back."""

from __future__ import annotations

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.presenters import publish_page
from routekaart.regions import editing, planning, publishing
from routekaart.regions.planning import Gone, OwnWork
from routekaart.regions.publishing import Publisher
from routekaart.storage.database import transaction
from routekaart.web.auth.current import the_user
from routekaart.web.desk import bp
from routekaart.web.publications import publish_due
from routekaart.web.services import services


@bp.post("/<slug>/publiceren/akkoord")
def publish_approve(slug: str) -> ResponseReturnValue:
    """A second pair of eyes agrees."""
    try:
        with transaction(services().engine) as session:
            planning.approve(session, slug, number_given("nummer"), by=publisher(), now=clock.now())
    except (Gone, OwnWork) as error:
        flash(publish_page.OWN_WORK if isinstance(error, OwnWork) else publish_page.GONE)
    else:
        publish_due(slug)
        flash("Je akkoord is genoteerd.")
    return redirect(url_for("desk.publish", slug=slug), 303)


@bp.post("/<slug>/publiceren/intrekken")
def publish_withdraw(slug: str) -> ResponseReturnValue:
    """What was planned does not happen."""
    try:
        with transaction(services().engine) as session:
            planning.withdraw(session, slug, number_given("nummer"), now=clock.now())
    except Gone:
        flash(publish_page.GONE)
    else:
        flash("De publicatie is ingetrokken. Het concept staat er nog.")
    return redirect(url_for("desk.publish", slug=slug), 303)


@bp.post("/<slug>/publiceren/instelling")
def publish_setting(slug: str) -> ResponseReturnValue:
    """Whether a second pair of eyes is asked from now on."""
    needs = request.form.get("tweede") == "ja"
    with transaction(services().engine) as session:
        editing.open_draft(session, slug)
        publishing.set_needs_approval(session, slug, needs)
    flash("Een collega keurt nu elke publicatie goed." if needs else "Je publiceert nu zonder akkoord van een collega.")
    return redirect(url_for("desk.publish", slug=slug), 303)


def publisher() -> Publisher:
    """Who is at the desk, as publications name them."""
    user = the_user()
    return Publisher(user.account, user.function or user.email)


def number_given(name: str) -> int:
    """A number that a form carries along; 0 when it is none."""
    text = request.form.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
