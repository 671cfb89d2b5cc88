"""The first step of signing in, and signing out."""

from __future__ import annotations

from flask import redirect, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField

from routekaart.accounts import account as accounts
from routekaart.accounts import passwords, signins
from routekaart.accounts.limits import PASSWORD, Turn
from routekaart.storage.database import reading, transaction
from routekaart.web.auth import bp
from routekaart.web.auth.current import COOKIE, current_user, sign_in_key
from routekaart.web.auth.flow import clear_turns, halfway, own_path, signed_out, take_turn, tell_owner
from routekaart.web.auth.page import auth_page
from routekaart.web.services import services

WRONG = "Dit mailadres en wachtwoord horen niet bij elkaar. Probeer het nog eens."
TOO_OFTEN = "Het ging te vaak mis. Probeer het over een kwartier nog eens."
LOCKED = "Dit account is geblokkeerd. Vraag de beheerder van Routekaart waarom."


class SignInForm(FlaskForm):
    """`naar` is the page that somebody was on the way to."""

    email = StringField()
    wachtwoord = PasswordField()
    naar = HiddenField()


@bp.get("/aanmelden")
def sign_in() -> ResponseReturnValue:
    """The way in."""
    user, naar = current_user(), request.args.get("naar", "")
    if user and user.is_complete:
        return redirect(own_path(naar))
    return sign_in_page(SignInForm(data={"naar": naar}))


@bp.post("/aanmelden")
def check_password() -> ResponseReturnValue:
    """Is this the password? An address without an account is treated as any other."""
    form = SignInForm()
    email, password = form.email.data or "", form.wachtwoord.data or ""
    turn = take_turn(PASSWORD, email)
    if turn is Turn.REFUSED:
        return sign_in_page(form, TOO_OFTEN, 429)
    with reading(services().engine) as session:
        found = accounts.by_email(session, email)
    if not passwords.matches(found.password if found else None, password) or found is None:
        if found:
            tell_owner(turn, found.email)
        return sign_in_page(form, WRONG if turn is Turn.ALLOWED else TOO_OFTEN)
    clear_turns(PASSWORD, email)
    if found.is_locked:
        return sign_in_page(form, LOCKED, 403)
    return halfway(found, form.naar.data or "")


@bp.post("/afmelden")
def sign_out() -> ResponseReturnValue:
    """This browser is signed out."""
    with transaction(services().engine) as session:
        signins.sign_out(session, request.cookies.get(COOKIE, ""), key=sign_in_key())
    return signed_out("Je bent afgemeld.")


def sign_in_page(form: SignInForm, error: str = "", status: int = 422) -> ResponseReturnValue:
    """Both ways in, as far as they are set up; `status` is for a page with an error."""
    has_sso = services().settings.single_sign_on is not None
    return auth_page("sign_in", {"email": error} if error else {}, status, form=form, has_sso=has_sso)
