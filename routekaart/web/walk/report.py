"""What somebody takes along: the PDF for the file and the dates for a calendar. Made for this answer, kept nowhere."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Response
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.directory import public_holidays
from routekaart.exchange import icalendar
from routekaart.presenters.appointments import appointments
from routekaart.presenters.due import agreed_days
from routekaart.presenters.result import deadlines
from routekaart.printing.casefile import case_pdf, file_name
from routekaart.printing.paper import paper_pdf
from routekaart.printing.render import NotPrinted, PrintingUnavailable
from routekaart.web.errors import ErrorPage, error_page
from routekaart.web.services import services
from routekaart.web.walk import bp
from routekaart.web.walk.current import CurrentWalk, current_walk
from routekaart.web.walk.shares import case_with_views

TRY_AGAIN = ErrorPage(
    "De PDF is niet gelukt",
    "Je antwoorden staan er nog. Probeer het over een minuut nog eens, of druk het overzicht af vanuit je browser.",
)
NO_PRINTING = ErrorPage(
    "Op deze server kan geen PDF worden gemaakt",
    "Er ontbreekt een onderdeel. Meld dit aan de beheerder. Druk zolang het overzicht af vanuit je browser.",
)


@bp.get("/verslag.pdf")
def report() -> ResponseReturnValue:
    """The PDF for the file."""
    current, now = current_walk(), clock.now()
    lists, guides = services().signals, services().guides
    pdf = case_pdf(case_with_views(current), current.walk, current.place, lists=lists, guides=guides, now=now)
    return download(pdf, "application/pdf", file_name(now))


@bp.get("/afspraken.ics")
def calendar() -> ResponseReturnValue:
    """The dates to keep, without a word of what they are about."""
    current, now = current_walk(), clock.now()
    terms = deadlines(current.walk, current.directory, lambda day: day in public_holidays(day.year))
    days = appointments(current.walk, terms, agreed_days(current.case, services().guides.safety_plan))
    entries = [icalendar.Entry(_uid(current, one.key), one.on) for one in days]
    return download(icalendar.calendar(entries, made_at=now), icalendar.CONTENT_TYPE, "Afspraken.ics")


@bp.errorhandler(NotPrinted)
def not_printed(error: NotPrinted) -> ResponseReturnValue:
    """Nothing is lost: say what to do instead."""
    page = NO_PRINTING if isinstance(error, PrintingUnavailable) else TRY_AGAIN
    return error_page(page, 503)


def _uid(current: CurrentWalk, key: str) -> UUID:
    """The same for the same moment of the same walk; it leads nobody back to the walk."""
    secret = services().settings.key("calendar")
    return UUID(bytes=hmac.digest(secret, current.opened.secret + key.encode(), "sha256")[:16], version=4)


def paper(template: str, document: Mapping[str, Any]) -> Response:
    """A tool's own PDF, named by its neutral title."""
    return download(paper_pdf(template, document), "application/pdf", f"{document['title']}.pdf")


def download(content: bytes, content_type: str, name: str) -> Response:
    """Something to save, kept nowhere on the way."""
    response = Response(content, content_type=content_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    response.headers["Cache-Control"] = "no-store"
    return response
