"""The lists of signals and what somebody ticked in them, as a page or print shows it. Nothing is counted (INV-31)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from routekaart.directory import Directory
from routekaart.engine.routemap import RouteMap
from routekaart.engine.signals import Age, Catalogue, Kind, Place, Signal
from routekaart.presenters import dates
from routekaart.presenters.partner_card import REPORTING_POINT, cards_for, to_call

View = dict[str, Any]
AGES = {
    Age.UNBORN: "Ongeboren kind",
    Age.UNDER_4: "Kind van 0 tot 4 jaar",
    Age.UNDER_12: "Kind van 4 tot 12 jaar",
    Age.UNDER_18: "Jongere van 12 tot 18 jaar",
    Age.ADULT: "Volwassene",
    Age.DEPENDENT: "Oudere of volwassene die zorg nodig heeft",
}
_SHORT = {
    Age.UNBORN: "ongeboren",
    Age.UNDER_4: "0–4 jaar",
    Age.UNDER_12: "4–12 jaar",
    Age.UNDER_18: "12–18 jaar",
    Age.ADULT: "volwassene",
    Age.DEPENDENT: "oudere",
}
_CHILDREN = frozenset({Age.UNDER_4, Age.UNDER_12, Age.UNDER_18})
PLACES = {
    Place.PERSON: "Bij het kind of de volwassene zelf",
    Place.CARER: "Bij de ouder, partner of mantelzorger",
    Place.BETWEEN: "In hoe zij met elkaar omgaan",
    Place.AROUND: "In de omgeving",
}
TODAY = "Vraag vandaag advies"
GONE = "Iets uit een eerdere versie van de lijst. De tekst daarvan bestaat niet meer."


def age_words(ages: Collection[Age]) -> str:
    """The ages that a signal holds for; empty when it holds for all."""
    if len(ages) == len(Age):
        return ""
    together = set(ages) >= _CHILDREN
    named = [_SHORT[age] for age in Age if age in ages and not (together and age in _CHILDREN)]
    return " · ".join(["0–18 jaar", *named] if together else named)


def signal_view(signal: Signal, ticked: Collection[str] = ()) -> View:
    """A signal to read or to tick."""
    return {
        "id": signal.id,
        "text": signal.text,
        "about": age_words(signal.ages),
        "why": signal.why,
        "checked": signal.id in ticked,
    }


def apart(lists: Catalogue, signals: Iterable[Signal]) -> Iterator[tuple[Kind, list[Signal]]]:
    """The kinds whose signals stand together, with those that do not ask for advice today."""
    rows = [one for one in signals if not one.urgent]
    for kind in lists.kinds.values():
        if kind.apart and (inside := [one for one in rows if one.kinds[0] == kind.id]):
            yield kind, inside


def shared(lists: Catalogue, signals: Iterable[Signal]) -> list[Signal]:
    """The signals that stand by place: not those of a kind apart, nor those that ask for advice today."""
    return [one for one in signals if not one.urgent and not lists.kinds[one.kinds[0]].apart]


def in_sector_first(signals: Iterable[Signal], sector: str) -> list[Signal]:
    """What one sees in this sector first; within that, the order of the lists."""
    return sorted(signals, key=lambda one: sector not in one.sectors)


def before(lists: Catalogue, routemap: RouteMap) -> View:
    """What stands above each list."""
    return {
        "reminder": lists.reminder,
        "cautions": lists.cautions,
        "today": {"title": TODAY, "texts": lists.today_for(routemap.sector.id)},
    }


def sources(lists: Catalogue) -> list[str]:
    """What the lists rest on and when that was last looked at."""
    texts = (f"{one.source}. Nagekeken op {dates.day(one.reviewed)}." for one in lists.origins)
    return list(dict.fromkeys(texts))


def reporting_point(directory: Directory, municipality: str | None, now: datetime) -> View:
    """Whom to ask for advice here, and the number."""
    cards = cards_for(directory, REPORTING_POINT, municipality=municipality, now=now)
    return {
        "who": [card["name"] for card in cards if not card["is_gap"]],
        "phones": to_call(cards),
        "instead": [card["instead"] for card in cards if card["is_gap"]],
    }


def seen(
    lists: Catalogue,
    ticked: Collection[str],
    routemap: RouteMap,
    directory: Directory,
    *,
    municipality: str | None,
    now: datetime,
) -> View:
    """What was ticked, by place, and whether that asks for advice today."""
    chosen = lists.chosen(ticked)
    notice = _today(lists, chosen, routemap)
    places = ((title, [signal_view(one) for one in chosen if one.place is place]) for place, title in PLACES.items())
    return {
        "is_empty": not ticked,
        "groups": [{"title": title, "signals": inside} for title, inside in places if inside],
        "gone": GONE if lists.unknown(ticked) else "",
        "reminder": lists.reminder,
        "today": notice and notice | reporting_point(directory, municipality, now),
    }


def _today(lists: Catalogue, chosen: Iterable[Signal], routemap: RouteMap) -> View | None:
    """The notice that one of these signals is reason by itself to ask for advice today; None when none is."""
    because = [signal_view(one) for one in chosen if one.urgent]
    return {**before(lists, routemap)["today"], "because": because} if because else None


def is_first_step(routemap: RouteMap, step_id: str) -> bool:
    """Whether this is (part of) step 1, where signals are gathered."""
    return step_id in {step.id for step in routemap.stations[0].steps}
