"""Who is at the desk: asked of the cookie once a request."""

from __future__ import annotations

from flask import Response, g, request

from routekaart import clock
from routekaart.accounts.signins import LONGEST, NOTED_EVERY, SignedIn, note_seen, signed_in
from routekaart.storage.database import reading, transaction
from routekaart.web.services import services

COOKIE = "bureau"
PATH = "/bureau"


def current_user() -> SignedIn | None:
    """Whoever is signed in here, also halfway; None for a visitor."""
    if "user" not in g:
        token = request.cookies.get(COOKIE)
        with reading(services().engine) as session:
            g.user = signed_in(session, token, key=sign_in_key(), now=clock.now()) if token else None
    user: SignedIn | None = g.user
    return user


def the_user() -> SignedIn:
    """Who is at the desk, on a page that only they reach."""
    user = current_user()
    assert user is not None
    return user


def sign_in_key() -> bytes:
    """This installation's key for the ids of sign-ins."""
    return auth_key("sign-ins")


def auth_key(purpose: str) -> bytes:
    """This installation's key for something of accounts: sign-ins, links, attempts, totp, recovery."""
    return services().settings.key(purpose)


def keep_awake() -> None:
    """Write down, now and then, that they are still there."""
    user, token = current_user(), request.cookies.get(COOKIE, "")
    if user and clock.now() - user.seen_at >= NOTED_EVERY:
        with transaction(services().engine) as session:
            note_seen(session, token, key=sign_in_key(), now=clock.now())


def give_cookie(response: Response, token: str) -> Response:
    """The token goes to this browser alone, and only to the desk."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(LONGEST.total_seconds()),
        path=PATH,
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
    )
    return response


def forget_cookie(response: Response) -> Response:
    """This browser is nobody any more."""
    response.delete_cookie(COOKIE, path=PATH, httponly=True, samesite="Lax")
    return response
