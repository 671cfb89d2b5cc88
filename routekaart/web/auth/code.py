"""The second step of signing in: a code of the app, or a recovery code."""

from __future__ import annotations

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField

from routekaart import clock
from routekaart.accounts import account as accounts
from routekaart.accounts.limits import CODE, Turn
from routekaart.storage.database import transaction
from routekaart.web.auth import bp
from routekaart.web.auth.current import auth_key, the_user
from routekaart.web.auth.flow import clear_turns, completed, own_path, take_turn, tell_owner
from routekaart.web.auth.page import auth_page
from routekaart.web.auth.sign_in import TOO_OFTEN
from routekaart.web.services import services

WRONG = "Deze code klopt niet of is al gebruikt. Wacht op de volgende code in je app."
FEW_LEFT = "Je hebt nog {count} herstelcodes over. Maak nieuwe bij ‘Mijn account’."
FEW = 3


class CodeForm(FlaskForm):
    """`naar` is the page that somebody was on the way to."""

    code = StringField()
    naar = HiddenField()


@bp.get("/aanmelden/code")
def code() -> ResponseReturnValue:
    """The code is asked."""
    naar = request.args.get("naar", "")
    if the_user().is_complete:
        return redirect(own_path(naar))
    return auth_page("code", form=CodeForm(data={"naar": naar}))


@bp.post("/aanmelden/code")
def check_code() -> ResponseReturnValue:
    """Is this a code of theirs, not used before?"""
    form, user = CodeForm(), the_user()
    turn = take_turn(CODE, user.email)
    if turn is Turn.REFUSED:
        return auth_page("code", {"code": TOO_OFTEN}, 429, form=form)
    is_right, left = _checked(user.account, form.code.data or "")
    if not is_right:
        tell_owner(turn, user.email)
        return auth_page("code", {"code": WRONG if turn is Turn.ALLOWED else TOO_OFTEN}, form=form)
    clear_turns(CODE, user.email)
    if left <= FEW:
        flash(FEW_LEFT.format(count=left))
    return completed(user.account, redirect(own_path(form.naar.data), 303))


def _checked(account: int, typed: str) -> tuple[bool, int]:
    """Whether it is one of their codes, and how many recovery codes are left."""
    with transaction(services().engine) as session:
        is_right = accounts.use_code(session, account, typed, key=auth_key("second step"), now=clock.now())
        return is_right, accounts.the_account(session, account).recovery_left
