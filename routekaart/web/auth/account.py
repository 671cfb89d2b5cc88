"""Mijn account: what somebody changes of their own way in. What weakens it asks for the password once more."""

from __future__ import annotations

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField

from routekaart import clock
from routekaart.accounts import account as accounts
from routekaart.accounts import passwords, signins
from routekaart.accounts.limits import CODE, PASSWORD, Turn
from routekaart.presenters.account_letters import changed_letter
from routekaart.presenters.account_words import account_page
from routekaart.storage.database import reading, transaction
from routekaart.web.auth import bp
from routekaart.web.auth.app import WRONG as WRONG_CODE
from routekaart.web.auth.app import AppForm, app_kept, app_page, codes_page, new_secret
from routekaart.web.auth.current import auth_key, the_user
from routekaart.web.auth.flow import clear_turns, completed, signed_out, take_turn, tell_owner
from routekaart.web.auth.new_password import NewPasswordForm
from routekaart.web.auth.page import auth_page
from routekaart.web.auth.post import send_later
from routekaart.web.auth.sign_in import TOO_OFTEN
from routekaart.web.services import services

WRONG = "Dit is niet je wachtwoord."
NO_FUNCTION = "Vul in hoe je functie heet."
MOST_LETTERS = 200
TOO_LONG = f"Gebruik ten hoogste {MOST_LETTERS} tekens."
PASSWORD_CHANGED = "Je wachtwoord is gewijzigd"
APP_CHANGED = "Er is een andere app ingesteld voor de codes"
CODES_CHANGED = "Er zijn nieuwe herstelcodes gemaakt"


class FunctionForm(FlaskForm):
    """What somebody is called at the desk."""

    functie = StringField()


class PasswordForm(NewPasswordForm):
    """The password of now, and a new one."""

    wachtwoord = PasswordField()


class ConfirmForm(FlaskForm):
    """The password once more."""

    wachtwoord = PasswordField()


@bp.get("/mijn-account")
def account() -> ResponseReturnValue:
    """What there is to change."""
    return _page()


@bp.post("/mijn-account/functie")
def set_function() -> ResponseReturnValue:
    """Another function title."""
    function = accounts.one_line(FunctionForm().functie.data or "")
    if not function or len(function) > MOST_LETTERS:
        return _page({"functie": TOO_LONG if function else NO_FUNCTION}, function=function)
    with transaction(services().engine) as session:
        accounts.set_function(session, the_user().account, function)
    flash("Je functie is bewaard.")
    return redirect(url_for("auth.account"), 303)


@bp.post("/mijn-account/wachtwoord")
def change_password() -> ResponseReturnValue:
    """Another password: other browsers are signed out, this one goes on with a new token."""
    form, user = PasswordForm(), the_user()
    if error := wrong_password(form.wachtwoord.data or ""):
        return _page({"wachtwoord": error})
    if errors := form.faults(user.email):
        return _page(errors)
    hashed = passwords.hashed(form.password)
    with transaction(services().engine) as session:
        accounts.set_password(session, user.account, hashed, clock.now())
    _tell(PASSWORD_CHANGED)
    flash("Je wachtwoord is gewijzigd. Andere browsers zijn afgemeld.")
    return completed(user.account, redirect(url_for("auth.account"), 303))


@bp.post("/mijn-account/app")
def ask_app() -> ResponseReturnValue:
    """A new secret, for another telephone."""
    if error := wrong_password(ConfirmForm().wachtwoord.data or ""):
        return _page({"app": error})
    return app_page(AppForm(formdata=None, data={"geheim": new_secret()}), action="auth.change_app")


@bp.post("/mijn-account/app/code")
def change_app() -> ResponseReturnValue:
    """The new app has it: the old one no longer counts, nor do the old recovery codes."""
    form, user = AppForm(), the_user()
    if take_turn(CODE, user.email) is Turn.REFUSED:
        return app_page(form, {"code": TOO_OFTEN}, action="auth.change_app")
    if not (codes := app_kept(form)):
        return app_page(form, {"code": WRONG_CODE}, action="auth.change_app")
    clear_turns(CODE, user.email)
    _tell(APP_CHANGED)
    return codes_page(codes)


@bp.post("/mijn-account/herstelcodes")
def renew_codes() -> ResponseReturnValue:
    """Ten new recovery codes."""
    if error := wrong_password(ConfirmForm().wachtwoord.data or ""):
        return _page({"herstelcodes": error})
    with transaction(services().engine) as session:
        codes = accounts.new_recovery(session, the_user().account, auth_key("second step"))
    _tell(CODES_CHANGED)
    return codes_page(codes)


@bp.post("/mijn-account/overal-afmelden")
def sign_out_everywhere() -> ResponseReturnValue:
    """Every browser is signed out, this one too."""
    with transaction(services().engine) as session:
        signins.sign_out_everywhere(session, the_user().account)
    return signed_out("Je bent in elke browser afgemeld.")


def wrong_password(typed: str) -> str:
    """Why this is not the password of who is signed in; "" when it is."""
    email = the_user().email
    turn = take_turn(PASSWORD, email)
    if turn is Turn.REFUSED:
        return TOO_OFTEN
    with reading(services().engine) as session:
        stored = accounts.the_account(session, the_user().account).password
    if not passwords.matches(stored, typed):
        tell_owner(turn, email)
        return WRONG if turn is Turn.ALLOWED else TOO_OFTEN
    clear_turns(PASSWORD, email)
    return ""


def _tell(what: str) -> None:
    send_later(changed_letter(the_user().email, what, site=services().settings.site_url))


def _page(errors: dict[str, str] | None = None, *, function: str | None = None) -> ResponseReturnValue:
    user = the_user()
    regions = {slug: one.document.name for slug, one in services().maps.live.all().items()}
    with reading(services().engine) as session:
        mine = accounts.the_account(session, user.account)
    page = account_page(mine, user.grants, regions, function)
    return auth_page("account", errors, page=page)
