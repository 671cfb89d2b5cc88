"""A forgotten password: a link by mail, and a new one. The second step stays as it is."""

from __future__ import annotations

from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import StringField

from routekaart import clock
from routekaart.accounts import account as accounts
from routekaart.accounts import links, passwords
from routekaart.accounts.limits import PASSWORD, RESET_MAIL, Turn
from routekaart.accounts.links import Refused
from routekaart.presenters.account_letters import changed_letter, reset_letter
from routekaart.presenters.account_words import RESET_REFUSED
from routekaart.storage.database import reading, transaction
from routekaart.web.auth import bp
from routekaart.web.auth.current import auth_key
from routekaart.web.auth.flow import clear_turns, halfway, take_turn
from routekaart.web.auth.invitation import refused_link
from routekaart.web.auth.new_password import NewPasswordForm
from routekaart.web.auth.page import auth_page
from routekaart.web.auth.post import send_later
from routekaart.web.services import services

CHANGED = "Er is een nieuw wachtwoord gekozen"


class ForgottenForm(FlaskForm):
    """Whose password."""

    email = StringField()


@bp.get("/wachtwoord-vergeten")
def forgotten() -> ResponseReturnValue:
    """For which address?"""
    return auth_page("forgotten")


@bp.post("/wachtwoord-vergeten")
def send_link() -> ResponseReturnValue:
    """The answer is the same for every address, and for one that asks too often."""
    email = ForgottenForm().email.data or ""
    if take_turn(RESET_MAIL, email) is not Turn.REFUSED:
        _send_link(email)
    return auth_page("link_sent")


@bp.get("/wachtwoord/<token>")
def new_password(token: str) -> ResponseReturnValue:
    """The link of the mail."""
    try:
        return auth_page("new_password", email=_whose(token).email)
    except Refused as refused:
        return refused_link(refused, RESET_REFUSED)


@bp.post("/wachtwoord/<token>")
def set_password(token: str) -> ResponseReturnValue:
    """The new password is set, every browser signed out; on to the second step."""
    form = NewPasswordForm()
    try:
        whose = _whose(token)
        if errors := form.faults(whose.email):
            return auth_page("new_password", errors, email=whose.email)
        hashed = passwords.hashed(form.password)
        with transaction(services().engine) as session:
            links.reset(session, token, hashed, key=auth_key("links"), now=clock.now())
    except Refused as refused:
        return refused_link(refused, RESET_REFUSED)
    clear_turns(PASSWORD, whose.email)
    send_later(changed_letter(whose.email, CHANGED, site=services().settings.site_url))
    return halfway(whose)


def _send_link(email: str) -> None:
    with transaction(services().engine) as session:
        found = accounts.by_email(session, email)
        if found is None or found.is_locked:
            return
        token = links.reset_link(session, found.id, lasts=links.RESET_LASTS, key=auth_key("links"), now=clock.now())
    send_later(reset_letter(found.email, site=services().settings.site_url, token=token))


def _whose(token: str) -> accounts.Account:
    with reading(services().engine) as session:
        return links.reset_for(session, token, key=auth_key("links"), now=clock.now())
