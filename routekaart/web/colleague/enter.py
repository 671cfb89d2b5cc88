"""Coming in with a code from a colleague, and going away."""

from __future__ import annotations

from flask import Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import TextAreaField

from routekaart import clock
from routekaart.storage.database import transaction
from routekaart.walks import resume, sharing, store
from routekaart.walks.casefile import Unreadable
from routekaart.walks.resume import Kind, Mistyped
from routekaart.web.colleague import bp
from routekaart.web.colleague.current import CANNOT_READ, NoCode, forget_cookie, give_cookie, read_with
from routekaart.web.errors import ErrorPage
from routekaart.web.services import services
from routekaart.web.typed import typed_texts
from routekaart.web.walk.current import NoMap, walk_key
from routekaart.web.walk.resume import explanation

GONE = "De code is ingetrokken of bestaat niet meer. Vraag je collega om een nieuwe."
OVER = "De termijn van deze code is voorbij. Vraag je collega om een nieuwe."
NO_WRITING = "Met deze code lees je mee. Vertel zelf aan je collega wat je ervan vindt."
NO_CODE = "In deze browser is geen doorloop van een collega open. Vul de code in die je van je collega kreeg."


class EnterForm(FlaskForm):
    """The code as somebody types it."""

    code = TextAreaField()


@bp.get("")
def enter() -> ResponseReturnValue:
    """Ask for the code."""
    return render_template("colleague/enter.html", form=EnterForm(), error="")


@bp.post("")
def come_in() -> ResponseReturnValue:
    """Open a colleague's walk; the owner sees when."""
    form = EnterForm()
    try:
        secret = resume.from_words(form.code.data or "", Kind.SHARE)
        read_with(secret)
        with transaction(services().engine) as session:
            sharing.note_opening(session, secret, key=walk_key(), now=clock.now())
    except (Mistyped, NoMap, store.Unknown, store.Expired, store.Corrupt, Unreadable) as error:
        return render_template("colleague/enter.html", form=form, error=why(error)), 422
    return give_cookie(make_response(redirect(url_for("colleague.read"))), secret)


@bp.post("/sluiten")
def close() -> ResponseReturnValue:
    """Go away; this browser forgets the code."""
    response = forget_cookie(make_response(redirect(url_for("colleague.enter"))))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def why(error: Exception) -> str:
    """What is wrong with a code, in words that help."""
    match error:
        case NoCode():
            return NO_CODE
        case store.Unknown() | resume.Tampered():
            return GONE
        case store.Expired():
            return OVER
    return explanation(error)


def refused(error: Exception) -> ResponseReturnValue:
    """The walk cannot be read any more."""
    page = ErrorPage("Je kunt hier niet meekijken", why(error))
    return forget_cookie(_refusal(page, 404 if isinstance(error, NoCode) else 410))


@bp.errorhandler(sharing.NotAllowed)
def not_allowed(error: sharing.NotAllowed) -> ResponseReturnValue:
    """The code is for reading, or there is no room for more."""
    return _refusal(ErrorPage("Je kunt hier niets bij schrijven", NO_WRITING), 403)


def _refusal(page: ErrorPage, status: int) -> Response:
    """Say why; what somebody was typing comes back."""
    typed = typed_texts() if request.method == "POST" else []
    return make_response(render_template("colleague/refused.html", page=page, typed=typed), status)


for cause in CANNOT_READ:
    bp.register_error_handler(cause, refused)
