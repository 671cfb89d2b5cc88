"""Signing in and out."""

from __future__ import annotations

from flask import make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from routekaart.accounts import signins
from routekaart.storage.database import transaction
from routekaart.web.auth import bp
from routekaart.web.auth.current import COOKIE, forget_cookie, sign_in_key
from routekaart.web.services import services


@bp.get("/aanmelden")
def sign_in() -> ResponseReturnValue:
    """The way in."""
    return render_template("auth/sign_in.html")


@bp.post("/afmelden")
def sign_out() -> ResponseReturnValue:
    """This browser is signed out."""
    with transaction(services().engine) as session:
        signins.sign_out(session, request.cookies.get(COOKIE, ""), key=sign_in_key())
    response = forget_cookie(make_response(redirect(url_for("auth.sign_in"))))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response
