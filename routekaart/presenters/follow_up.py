"""The follow-up log: what was looked at on which day, and where the last look leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from routekaart.content.follow_up import Asked, Place, WayForm
from routekaart.content.guides import Guides
from routekaart.directory import AMSTERDAM, public_holidays
from routekaart.engine.walk import Walk
from routekaart.presenters import dates
from routekaart.presenters.due import again_links, due
from routekaart.presenters.item import View
from routekaart.presenters.partner_card import cards_for, to_call
from routekaart.presenters.result import deadlines
from routekaart.regions.maps import RegionalMap
from routekaart.walks.casefile import CaseFile
from routekaart.walks.casework import FollowUp

FIELDS = {
    Asked.STARTED: "begonnen",
    Asked.BROUGHT: "gebracht",
    Asked.FEEDBACK: "gehoord",
    Asked.NEW_SIGNALS: "nieuw",
}
"""The name of the field of what is asked, in the form and in the page."""

PAGES = {
    Place.SIGNALS: {"endpoint": "walk.signals", "text": "Vink aan wat je zag of hoorde"},
    Place.LOG: {"endpoint": "walk.log", "text": "Schrijf het op in je logboek"},
}


@dataclass(frozen=True, slots=True)
class Following:
    """A walk that is followed, with the words for it, at a moment."""

    case: CaseFile
    walk: Walk
    place: RegionalMap
    guides: Guides
    now: datetime

    @property
    def functions(self) -> dict[str, str]:
        """Who may start help or keep the overview: oneself, or a function; by id."""
        form, casework = self.guides.follow_up, self.guides.casework
        return {one.id: one.text for one in (form.myself, *casework.functions)}

    @property
    def due(self) -> list[View]:
        """What is due, past and ahead."""
        terms = deadlines(self.walk, self.place.directory, lambda day: day in public_holidays(day.year))
        today = self.now.astimezone(AMSTERDAM).date()
        return due(self.case, self.walk, terms, self.guides.follow_up, self.guides.safety_plan, today)


def follow_up_page(following: Following) -> View:
    """What is due, where the last look leads, and every look in the order of its days."""
    rows = following.due
    return {
        "intro": following.guides.follow_up.intro,
        "asking": following.guides.follow_up.asking,
        "is_finished": following.walk.is_finished,
        "due": [row for row in rows if row["state"] != "done"],
        "done": [row for row in rows if row["state"] == "done"],
        "ways": list(_ways(following)),
        "entries": looks(following),
    }


def follow_up_form(following: Following, given: Mapping[str, Any]) -> View:
    """What the form asks, with what is chosen; `given` has values by name of the field."""
    form = following.guides.follow_up
    open_terms = [row for row in following.due if row["key"] and (row["state"] != "done" or row["key"] in _list(given))]
    return {
        "questions": {
            FIELDS[asked]: {
                "text": question.text,
                "options": [
                    {"value": one.id, "text": one.text, "checked": given.get(FIELDS[asked]) == one.id}
                    for one in question.options
                ],
            }
            for asked, question in form.questions.items()
        },
        "started_by": _choices(following, given.get("door", ""), "Nog niemand, of dat weet ik niet"),
        "held_by": _choices(following, given.get("overzicht", ""), "Dat is nog niet afgesproken"),
        "terms": [
            {"value": row["key"], "text": row["what"], "meaning": row["when"], "checked": row["key"] in _list(given)}
            for row in open_terms
        ],
    }


def in_order(entries: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """By day; looks of one day as they were written."""
    return tuple(sorted(entries, key=lambda one: one.on))


def state(case: CaseFile) -> str:
    """What is in the log, for the toolbox."""
    number = len(case.follow_ups)
    return "" if not number else f"{number} keer gekeken, het laatst op {dates.day(case.follow_ups[-1].on)}"


def _list(given: Mapping[str, Any]) -> list[str]:
    return list(given.get("klaar") or ())


def _choices(following: Following, chosen: str, nobody: str) -> list[View]:
    rows = {"": nobody} | following.functions
    return [{"value": value, "text": text, "selected": value == chosen} for value, text in rows.items()]


def _ways(following: Following) -> Iterator[View]:
    """Where the last look leads: rules over its answers, never over signals (INV-31)."""
    entries = following.case.follow_ups
    if entries:
        last = entries[-1]
        yield from (_way(way, following) for way in following.guides.follow_up.ways if _leads(way, last))


def _leads(way: WayForm, entry: FollowUp) -> bool:
    return all(getattr(entry, asked) in options for asked, options in way.when.items())


def _way(way: WayForm, following: Following) -> View:
    directory = following.place.directory
    role = directory.national.roles.get(way.role)
    who = role.label_in(following.walk.routemap.edition.id) if role else ""
    cards = cards_for(directory, way.role, municipality=following.case.municipality, now=following.now)
    return {
        "id": way.id,
        "title": way.title,
        "text": way.text.replace("{wie}", who),
        "pages": [PAGES[one] for one in way.pages],
        "again": list(again_links(way.again, following.walk)),
        "who": who,
        "phones": to_call(cards)[:1],
        "instead": cards[0]["instead"] if cards and cards[0]["is_gap"] else "",
        "source": way.source,
    }


def looks(following: Following) -> list[View]:
    """Every look, in the order of its days."""
    return [entry_view(number, one, following) for number, one in enumerate(following.case.follow_ups, start=1)]


def entry_view(number: int, entry: FollowUp, following: Following) -> View:
    """A look as one reads it; `number` is its place in the log, from 1."""
    return {
        "number": number,
        "title": dates.day_with_weekday(entry.on),
        "rows": [{"key": key, "value": value} for key, value in _answers(entry, following) if value],
        "note": entry.note,
    }


def _answers(entry: FollowUp, following: Following) -> Iterator[tuple[str, Any]]:
    questions, functions = following.guides.follow_up.questions, following.functions
    for asked, question in questions.items():
        yield question.text, question.word(getattr(entry, asked))
        if asked is Asked.STARTED:
            yield "Door wie?", functions.get(entry.started_by, "")
    yield "Wie houdt het overzicht?", functions.get(entry.held_by, "")
    yield "Gedaan of gehoord", [text for key in entry.settled if (text := _settled(key, following))]
    yield "Weer kijken op", dates.day_with_weekday(entry.again_on) if entry.again_on else ""


def _settled(key: str, following: Following) -> str:
    """A term in words; "" when the map does not know it any more."""
    placed = following.walk.routemap.placed.get(key.partition("@")[0])
    return placed.item.text if placed else ""
