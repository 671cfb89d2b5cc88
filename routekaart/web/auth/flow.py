"""What the ways in share: counting attempts, halfway, all the way, and where to then."""

from __future__ import annotations

import re

from flask import Response, flash, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.accounts import limits, signins
from routekaart.accounts.account import Account
from routekaart.accounts.limits import Limit, Turn
from routekaart.presenters.account_letters import locked_letter
from routekaart.storage.database import transaction
from routekaart.web.auth.current import COOKIE, auth_key, forget_cookie, give_cookie, sign_in_key
from routekaart.web.auth.post import send_later
from routekaart.web.services import services

OWN_PATH = re.compile(r"/bureau(/[\w~-][\w.~-]*)*/?", re.ASCII)


def take_turn(limit: Limit, email: str) -> Turn:
    """Count an attempt before it is made."""
    with transaction(services().engine) as session:
        return limits.take(session, limit, email, key=auth_key("attempts"), now=clock.now())


def clear_turns(limit: Limit, email: str) -> None:
    """It went well."""
    with transaction(services().engine) as session:
        limits.clear(session, limit, email, key=auth_key("attempts"))


def tell_owner(turn: Turn, email: str) -> None:
    """Whose account was tried too often hears of it, once a day."""
    if turn is Turn.LAST and take_turn(limits.NOTICE, email) is not Turn.REFUSED:
        send_later(locked_letter(email, site=services().settings.site_url))


def halfway(found: Account, naar: str = "") -> Response:
    """The password was right: on to the code, or to the app of somebody who has none yet."""
    with transaction(services().engine) as session:
        token = signins.sign_in(session, found.id, is_complete=False, key=sign_in_key(), now=clock.now())
    page = "auth.code" if found.has_app else "auth.app"
    return give_cookie(make_response(redirect(url_for(page, naar=naar or None), 303)), token)


def completed(account: int, answer: ResponseReturnValue) -> Response:
    """Signed in, with a new token: the one from before the second step opens nothing any more."""
    with transaction(services().engine) as session:
        signins.sign_out(session, request.cookies.get(COOKIE, ""), key=sign_in_key())
        token = signins.sign_in(session, account, is_complete=True, key=sign_in_key(), now=clock.now())
    return give_cookie(make_response(answer), token)


def signed_out(notice: str) -> Response:
    """To the way in; nothing of the desk stays in this browser."""
    flash(notice)
    response = forget_cookie(make_response(redirect(url_for("auth.sign_in"), 303)))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def own_path(naar: str | None) -> str:
    """Where somebody was going, if that is a page of the desk; else its first page."""
    return naar if naar and OWN_PATH.fullmatch(naar) else url_for("desk.regions")
