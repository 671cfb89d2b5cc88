"""Which instrument when: a few questions, a table, and each instrument with who fills it here."""

from __future__ import annotations

from datetime import datetime

from routekaart.content.instruments import Instrument, InstrumentsForm
from routekaart.presenters.agreements_page import agreed_with, index_rule, index_uses
from routekaart.presenters.guide_links import INSTRUMENTS, OLD_EDITION, title_of
from routekaart.presenters.here import Here, View
from routekaart.presenters.role_cards import differs
from routekaart.presenters.step_page import trail
from routekaart.presenters.who_here import who_here

INDEX = "verwijsindex"


def instruments_page(here: Here, found: InstrumentsForm, now: datetime) -> View:
    """The whole guide as it holds here."""
    roles = [one.role for one in found.instruments]
    names = {one.id: one.name for one in found.instruments}
    return {
        "title": title_of(INSTRUMENTS),
        "intro": found.intro,
        "choices": [_choice(one.question, one.if_yes, one.if_no, one.instrument, names) for one in found.choices],
        "rows": [_row(one) for one in found.instruments],
        "instruments": [_instrument(here, one, now) for one in found.instruments],
        "index_or_report": found.index_or_report,
        "index_rule": index_rule(here),
        "index": index_uses(here),
        "agreements_address": here.address("afspraken"),
        "municipalities": here.municipality_choice(INSTRUMENTS) if differs(here, roles) else None,
        "old_edition": OLD_EDITION if here.region.historical else "",
        "sources": found.sources,
        "trail": trail(here, title_of(INSTRUMENTS)),
    }


def _choice(question: str, if_yes: str, if_no: str, instrument: str, names: dict[str, str]) -> View:
    link = {"text": names[instrument], "href": f"#{instrument}"} if instrument else None
    return {"question": question, "if_yes": if_yes, "if_no": if_no, "link": link}


def _row(one: Instrument) -> list[str | View]:
    return [{"text": one.name, "href": f"#{one.id}"}, one.purpose, one.speed, one.not_for]


def _instrument(here: Here, one: Instrument, now: datetime) -> View:
    return {
        "id": one.id,
        "name": one.name,
        "purpose": one.purpose,
        "when": one.when,
        "is_not": one.is_not,
        "follows": one.follows,
        "source": one.source,
        "who": who_here(here, (one.role,), now),
        "agreements": agreed_with(here, (one.role,)),
        "index": index_uses(here) if one.role == INDEX else [],
    }
