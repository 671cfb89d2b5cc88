"""What somebody sees when something is wrong: a Dutch page with the national numbers, never a traceback."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Flask, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from routekaart.web.typed import typed_texts


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """The words of an error page."""

    title: str
    text: str


UNEXPECTED = ErrorPage(
    "Er ging iets mis bij ons", "Wat je invulde, is bewaard tot de vorige stap. Probeer het over een minuut nog eens."
)
PAGES = {
    400: ErrorPage("Dit verzoek begrijpen we niet", "Ga terug en probeer het nog eens."),
    404: ErrorPage("Deze pagina bestaat niet", "Kijk of het adres klopt, of zoek je gemeente op de startpagina."),
    405: ErrorPage("Dit kan hier niet", "Ga terug en gebruik de knop op de pagina."),
    413: ErrorPage(
        "Dit is te veel tekst",
        "Een aantekening mag 10.000 tekens lang zijn, een bestand 4 MB groot. Ga terug en stuur het korter opnieuw.",
    ),
    500: UNEXPECTED,
}
NO_DATABASE = ErrorPage(
    "Het lukt nu even niet",
    "We kunnen nu niets ophalen of bewaren. Wat je eerder invulde, staat er nog. Ga terug en probeer het zo nog eens.",
)
FORM_EXPIRED = ErrorPage(
    "Dit formulier is verlopen",
    "Dit is nog niet bewaard. Ga terug, laad de pagina opnieuw en verstuur het nog eens.",
)


def init_app(app: Flask) -> None:
    """Answer every error with a page of our own."""
    app.register_error_handler(CSRFError, _form_expired)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(OperationalError, _no_database)
    app.register_error_handler(Exception, _unexpected)


def error_page(page: ErrorPage, status: int, typed: Sequence[str] = ()) -> ResponseReturnValue:
    """A page with words and a status; the frame shows the national numbers. `typed` are texts to give back."""
    return render_template("errors/error.html", page=page, typed=typed), status


def _form_expired(error: CSRFError) -> ResponseReturnValue:
    """What was typed comes back, if the browser says that our own page sent it: nobody else puts words on it."""
    is_ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    return error_page(FORM_EXPIRED, 400, typed_texts() if is_ours else ())


def _http_error(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < 400:
        return error
    return error_page(PAGES.get(status, PAGES[400] if status < 500 else UNEXPECTED), status)


def _no_database(error: OperationalError) -> ResponseReturnValue:
    # The error holds the statement and its values: only what kind it was goes into the log.
    current_app.logger.error("database: %s", type(error.orig).__name__)
    return error_page(NO_DATABASE, 503)


def _unexpected(error: Exception) -> ResponseReturnValue:
    # The traceback may hold values that somebody typed: only where it happened goes into the log.
    current_app.logger.error("%s in %s", type(error).__name__, _where(error))
    return error_page(UNEXPECTED, 500)


def _where(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown place"
