"""An invitation by link: a role, and for who is new an account with a password of their own."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.accounts import account as accounts
from routekaart.accounts import links, passwords
from routekaart.accounts.links import Invitation, Refused
from routekaart.presenters import account_words
from routekaart.storage.database import reading, transaction
from routekaart.web.auth import bp
from routekaart.web.auth.current import auth_key
from routekaart.web.auth.flow import halfway
from routekaart.web.auth.new_password import NewPasswordForm
from routekaart.web.auth.page import auth_page
from routekaart.web.services import services


@bp.get("/uitnodiging/<token>")
def invitation(token: str) -> ResponseReturnValue:
    """To what somebody is invited."""
    try:
        return _page(_invited(token))
    except Refused as refused:
        return refused_link(refused, account_words.INVITATION_REFUSED)


@bp.post("/uitnodiging/<token>")
def accept(token: str) -> ResponseReturnValue:
    """The role is taken; who has an account signs in as always, who is new goes on to the app."""
    form = NewPasswordForm()
    try:
        invited = _invited(token)
        if not invited.has_account and (errors := form.faults(invited.email)):
            return _page(invited, errors)
        hashed = None if invited.has_account else passwords.hashed(form.password)
        with transaction(services().engine) as session:
            account = links.accept(session, token, hashed, key=auth_key("links"), now=clock.now())
            found = accounts.the_account(session, account)
    except Refused as refused:
        return refused_link(refused, account_words.INVITATION_REFUSED)
    if not invited.has_account:
        return halfway(found)
    flash("Je hebt de rol aanvaard. Meld je aan zoals je gewend bent.")
    return redirect(url_for("auth.sign_in"), 303)


def refused_link(refused: Refused, words: account_words.RefusedWords) -> ResponseReturnValue:
    """A link that opens nothing, and what one can do then."""
    return render_template("auth/refused.html", title=words.title, text=words.texts[refused.why]), 410


def _invited(token: str) -> Invitation:
    with reading(services().engine) as session:
        return links.invitation(session, token, key=auth_key("links"), now=clock.now())


def _page(invited: Invitation, errors: dict[str, str] | None = None) -> ResponseReturnValue:
    region = services().maps.live.get(invited.slug)
    page = account_words.invitation(invited.role, region.document.name if region else "")
    return auth_page("invitation", errors, page=page, invited=invited)
