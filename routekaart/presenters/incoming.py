"""What came in about a region, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from routekaart.directory import National
from routekaart.presenters import dates
from routekaart.presenters.partner_answer import field_label
from routekaart.presenters.todo import PAGES, Address
from routekaart.presenters.words import listed
from routekaart.regions.document import RegionDocument
from routekaart.upkeep.confirming import Proposal
from routekaart.upkeep.numbers import Outcome, Reported
from routekaart.upkeep.questions import Question

View = dict[str, Any]
GONE = "Iemand anders was je voor: dit staat er niet meer."
NOT_KEPT = (
    "Dit veld is in het concept intussen anders, of het nieuwe past er niet. Pas de partner zelf aan en sluit het "
    "voorstel dan met ‘Wijs af’."
)
KEPT = {
    "number": "Het nummer staat weer gewoon op de kaart.",
    "question": "Gesloten.",
    "accepted": "Overgenomen in het concept. Publiceer om het te laten zien.",
    "refused": "Afgewezen. Er is niets veranderd.",
}
OUTCOMES = {Outcome.WRONG: "verkeerd nummer", Outcome.NO_ANSWER: "geen gehoor", Outcome.SPOKEN: "gesproken"}


def incoming_page(
    reported: Iterable[Reported],
    proposals: Iterable[Proposal],
    open_questions: Iterable[Question],
    closed: Iterable[Question],
    document: RegionDocument,
    national: National,
    address: Address,
) -> View:
    """Numbers with a wrong report, proposals, questions that are open, and those that were closed last."""
    entries = {one.id: one.model_dump(mode="json") for one in document.partners}
    names = _names(document, national)

    def about(partner: str) -> View:
        href = address(PAGES["partners"], partner) if partner in entries else ""
        return {"partner": names.get(partner, partner), "href": href, "is_national": partner in national.partners}

    return {
        "numbers": [about(one.called.partner) | _number(one) for one in reported if one.wrong or one.doubtful_since],
        "proposals": [about(one.partner) | _proposal(one, entries.get(one.partner)) for one in proposals],
        "questions": [about(one.partner) | _question(one) for one in open_questions],
        "closed": [about(one.partner) | _question(one) for one in closed],
    }


def _names(document: RegionDocument, national: National) -> Mapping[str, str]:
    inside = {one.id: f"{one.name} ({org.name})" for org in document.organisations for one in org.partners}
    own = {one.id: one.name for one in document.partners}
    return {one.id: one.name for one in national.partners.values()} | inside | own


def _number(one: Reported) -> View:
    told = [f"{one.outcomes[outcome]} × {word}" for outcome, word in OUTCOMES.items() if one.outcomes.get(outcome)]
    return {
        "id": one.called.partner,
        "number": one.called.number,
        "told": listed(told),
        "is_doubtful": one.doubtful_since is not None,
        "since": _day(one.doubtful_since),
    }


def _proposal(one: Proposal, data: Mapping[str, Any] | None) -> View:
    label = field_label(one.field, data) if data else one.field
    return {
        "number": one.number,
        "label": label,
        "before": one.before,
        "after": one.after,
        "is_remark": one.field == "remark",
        "on": _day(one.made_at),
    }


def _question(one: Question) -> View:
    return {
        "number": one.number,
        "text": one.text,
        "on": _day(one.asked_at),
        "answer": one.answer,
        "closed_on": _day(one.closed_at),
        "closed_by": one.closed_by,
    }


def _day(at: datetime | None) -> str:
    return dates.day(at.astimezone(dates.AMSTERDAM).date()) if at else ""
