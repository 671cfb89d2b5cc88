"""The app that makes the codes of the second step: shown as a QR code and in letters, and tried before it counts."""

from __future__ import annotations

import base64

import segno
from flask import Response, abort, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import HiddenField, StringField

from routekaart import clock
from routekaart.accounts import account as accounts
from routekaart.accounts import totp
from routekaart.accounts.limits import CODE, Turn
from routekaart.storage.database import reading, transaction
from routekaart.web.auth import bp
from routekaart.web.auth.current import auth_key, the_user
from routekaart.web.auth.flow import clear_turns, completed, take_turn
from routekaart.web.auth.page import auth_page
from routekaart.web.auth.sign_in import TOO_OFTEN
from routekaart.web.services import services

WRONG = "Deze code klopt niet. Kijk of de klok van je telefoon goed staat en vul de code in die er nu staat."


class AppForm(FlaskForm):
    """`geheim` is the secret, sealed for this account: nothing is kept until the app shows that it has it."""

    code = StringField()
    geheim = HiddenField()


@bp.get("/aanmelden/app")
def app() -> ResponseReturnValue:
    """A new secret, for who has no app yet."""
    if _has_app():
        return redirect(url_for("auth.code"))
    return app_page(AppForm(data={"geheim": new_secret()}))


@bp.post("/aanmelden/app")
def keep_app() -> ResponseReturnValue:
    """The app has it: signed in, and the recovery codes are shown, once."""
    form, user = AppForm(), the_user()
    if _has_app():
        return redirect(url_for("auth.code"))
    if take_turn(CODE, user.email) is Turn.REFUSED:
        return app_page(form, {"code": TOO_OFTEN})
    if not (codes := app_kept(form)):
        return app_page(form, {"code": WRONG})
    clear_turns(CODE, user.email)
    return completed(user.account, codes_page(codes))


def new_secret() -> str:
    """A secret for the form of who is signed in."""
    sealed = totp.seal(totp.new_secret(), the_user().account, auth_key("second step"))
    return base64.urlsafe_b64encode(sealed).decode()


def app_kept(form: AppForm) -> tuple[str, ...]:
    """New recovery codes, now that codes come from the app of this form; none when the code is not of that app."""
    account, key, now = the_user().account, auth_key("second step"), clock.now()
    with transaction(services().engine) as session:
        if not accounts.set_app(session, account, _secret(form), form.code.data or "", key=key, now=now):
            return ()
        return accounts.new_recovery(session, account, key)


def codes_page(codes: tuple[str, ...]) -> Response:
    """The recovery codes. They are in the answer itself: a page to go on to would have to find them somewhere."""
    return auth_page("recovery", codes=codes)


def app_page(form: AppForm, errors: dict[str, str] | None = None, *, action: str = "auth.keep_app") -> Response:
    """The secret to scan or to type."""
    secret = _secret(form)
    drawing = segno.make(totp.address(secret, the_user().email), error="m", micro=False)
    qr = Markup(drawing.svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=True))
    page = {"qr": qr, "spelled": totp.spelled(secret), "action": url_for(action)}
    return auth_page("app", errors, page=page, form=form)


def _secret(form: AppForm) -> bytes:
    try:
        sealed = base64.urlsafe_b64decode(form.geheim.data or "")
        return totp.unseal(sealed, the_user().account, auth_key("second step"))
    except (ValueError, totp.BadSeal):
        abort(400)


def _has_app() -> bool:
    with reading(services().engine) as session:
        return accounts.the_account(session, the_user().account).has_app
