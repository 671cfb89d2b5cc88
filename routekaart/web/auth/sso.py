"""Single sign-on over OpenID Connect: the organisation vouches for who somebody is, and asks for the second step.

It makes no account: only who was invited here, by the mail address that the provider has verified, comes in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import abort, current_app, redirect, request, session, url_for
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from routekaart.accounts import account as accounts
from routekaart.storage.database import reading
from routekaart.web.auth import bp
from routekaart.web.auth.flow import completed, own_path
from routekaart.web.auth.sign_in import LOCKED, SignInForm, sign_in_page
from routekaart.web.services import EXTENSION, services

if TYPE_CHECKING:
    from authlib.integrations.flask_client import FlaskOAuth2App

FAILED = "Aanmelden via je organisatie lukte niet. Probeer het nog eens, of meld je aan met je wachtwoord."
NOT_VERIFIED = "Je organisatie geeft geen bevestigd mailadres door. Meld je aan met je wachtwoord."
NO_ACCOUNT = "Voor {email} is hier geen account. Vraag de coördinator van je regio om een uitnodiging."
NAME, CLIENT, NEXT = "sso", "routekaart-sso", "sso-naar"
SECONDS = 10


@bp.record
def set_up(state: BlueprintSetupState) -> None:
    """Get to know the provider of the settings, if there is one; nothing is asked of it yet."""
    found = state.app.extensions[EXTENSION].settings.single_sign_on
    if found is None:
        return
    from authlib.integrations.flask_client import OAuth

    state.app.extensions[CLIENT] = OAuth(state.app).register(
        NAME,
        client_id=found.client_id,
        client_secret=found.client_secret,
        server_metadata_url=f"{found.issuer}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid email", "code_challenge_method": "S256", "default_timeout": SECONDS},
    )


@bp.get("/sso")
def sso() -> ResponseReturnValue:
    """To the provider. A link and no form: our policy lets no form lead to another site."""
    session[NEXT] = own_path(request.args.get("naar"))
    back = services().settings.site_url + url_for("auth.sso_back")
    try:
        answer: ResponseReturnValue = _provider().authorize_redirect(back)
    except _troubles() as trouble:
        return _failed(trouble)
    return answer


@bp.get("/sso/terug")
def sso_back() -> ResponseReturnValue:
    """Back from the provider, which vouches for a mail address."""
    try:
        claims = _provider().authorize_access_token().get("userinfo") or {}
    except _troubles() as trouble:
        return _failed(trouble)
    email = str(claims.get("email", "")) if claims.get("email_verified") is True else ""
    if not email:
        return _page(NOT_VERIFIED)
    with reading(services().engine) as database:
        found = accounts.by_email(database, email)
    if found is None or found.is_locked:
        return _page(LOCKED if found else NO_ACCOUNT.format(email=email))
    return completed(found.id, redirect(own_path(session.pop(NEXT, None)), 303))


def _provider() -> FlaskOAuth2App:
    return current_app.extensions.get(CLIENT) or abort(404)


def _troubles() -> tuple[type[Exception], ...]:
    """What goes wrong at or with a provider: no answer, an answer that is refused, a token that is not for us."""
    from authlib.common.errors import AuthlibBaseError
    from joserfc.errors import JoseError
    from requests import RequestException

    return (AuthlibBaseError, JoseError, RequestException, ValueError)


def _failed(trouble: Exception) -> ResponseReturnValue:
    current_app.logger.error("single sign-on: %s", type(trouble).__name__)
    return _page(FAILED)


def _page(error: str) -> ResponseReturnValue:
    data: dict[str, Any] = {"naar": session.get(NEXT, "")}
    return sign_in_page(SignInForm(formdata=None, data=data), error, 403)
