"""How the web addresses of a region answered, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from routekaart.presenters import dates
from routekaart.presenters.todo import PAGES, Address
from routekaart.upkeep.fetching import Answer, Reason, Verdict
from routekaart.upkeep.links import Checked

View = dict[str, Any]
VERDICTS = {Verdict.FINE: "werkt", Verdict.DEAD: "werkt niet", Verdict.UNSURE: "niet te zeggen"}
REASONS = {
    Reason.NO_NAME: "deze naam bestaat niet",
    Reason.NO_ANSWER: "er kwam geen antwoord",
    Reason.CERTIFICATE: "de beveiliging klopt niet",
    Reason.NOT_SAFE: "het leidt naar een adres zonder https",
    Reason.NOT_PUBLIC: "dit adres is niet openbaar",
    Reason.REDIRECTS: "het verwijst te vaak door",
    "404": "deze pagina bestaat niet meer",
    "410": "deze pagina is weggehaald",
    "403": "de site laat geen programma’s toe; kijk zelf",
    "429": "de site had het te druk; kijk zelf",
}


def links_page(found: Iterable[Checked], total: int, address: Address) -> View:
    """Every address that was tried, dead ones first."""
    rows = list(found)
    return {
        "rows": [_row(one, address) for one in rows],
        "total": total,
        "untried": total - len(rows),
        "on": dates.day(max(one.checked_at for one in rows).astimezone(dates.AMSTERDAM).date()) if rows else "",
    }


def tried_words(answers: Mapping[str, Answer]) -> str:
    """What came of trying, in a sentence."""
    dead = sum(one.verdict is Verdict.DEAD for one in answers.values())
    tried = "1 link geprobeerd" if len(answers) == 1 else f"{len(answers)} links geprobeerd"
    return f"{tried}: {dead or 'geen'} {'werkt' if dead == 1 else 'werken'} niet." if dead else f"{tried}: alles werkt."


def _row(one: Checked, address: Address) -> View:
    reason = REASONS.get(one.reason) or f"de site antwoordde met {one.reason}"
    since = f", sinds {dates.day(one.dead_since.astimezone(dates.AMSTERDAM).date())}" if one.dead_since else ""
    return {
        "address": one.address,
        "place": one.place.name,
        "href": address(PAGES.get(one.place.kind, ""), one.place.id),
        "verdict": VERDICTS[one.verdict],
        "reason": "" if one.verdict is Verdict.FINE else f"{reason}{since}",
        "is_dead": one.verdict is Verdict.DEAD,
    }
