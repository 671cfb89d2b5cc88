"""The log of signals as a page or print shows it: by day, each line in its three parts. Nothing counts it (INV-31)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from routekaart.content.casework import CaseworkForm
from routekaart.engine.answers import Person
from routekaart.engine.vocabulary import Category
from routekaart.presenters import dates, words
from routekaart.walks.casework import Entry

View = dict[str, Any]
SAW, SAID, THOUGHT = "Wat ik zag of hoorde", "Wat er gezegd is", "Wat ik ervan denk"
NOT_CHOSEN = "niet ingevuld"
GONE = "niet meer in de lijst"


@dataclass(frozen=True, slots=True)
class Choice:
    """The neutral words to choose from, by the id that is kept: the people of the walk first, then whoever else."""

    people: Mapping[str, str]
    places: Mapping[str, str]

    @classmethod
    def of(cls, casework: CaseworkForm, people: Sequence[Person]) -> Choice:
        """The words of a walk with these people."""
        own = {one.id: words.person(one, people) for one in people}
        others = {one.id: one.text for one in casework.people}
        return cls(own | others, {one.id: one.text for one in casework.places})

    def person(self, kept: str) -> str:
        """Who it was, in words; "" when nobody was chosen."""
        return self.people.get(kept) or _no_longer_counted(kept)

    def place(self, kept: str) -> str:
        """Where it was, in words; "" when nothing was chosen."""
        return self.places.get(kept) or (GONE if kept else "")


def log_lines(log: Iterable[Entry], choice: Choice) -> list[View]:
    """Every line, the oldest first; `number` is its place in the log, from 1."""
    return [_line(number, entry, choice) for number, entry in enumerate(log, start=1)]


def in_order(log: Iterable[Entry]) -> tuple[Entry, ...]:
    """By day; lines of one day as they were written."""
    return tuple(sorted(log, key=lambda entry: entry.on))


def options(texts: Mapping[str, str], chosen: str) -> list[View]:
    """What a list offers; what was chosen before and is not offered any more stays."""
    offered = {"": NOT_CHOSEN} | dict(texts)
    if chosen not in offered:
        offered[chosen] = _no_longer_counted(chosen)
    return [{"value": value, "text": text, "selected": value == chosen} for value, text in offered.items()]


def state(log: Sequence[Entry]) -> str:
    """Until when the log goes; nothing is counted."""
    return f"Laatste regel: {dates.day(log[-1].on)}." if log else ""


def _line(number: int, entry: Entry, choice: Choice) -> View:
    day = dates.day_with_weekday(entry.on)
    by = choice.person(entry.said_by) or NOT_CHOSEN
    parts = ((SAW, "", entry.saw), (SAID, by, entry.said), (THOUGHT, "", entry.thought))
    return {
        "number": number,
        "day": f"{day[:1].upper()}{day[1:]}",
        "who": choice.person(entry.who),
        "where": choice.place(entry.where),
        "parts": [{"label": label, "by": by, "text": text} for label, by, text in parts if text],
    }


def _no_longer_counted(kept: str) -> str:
    """Somebody whom the walk no longer counts: by age alone."""
    category, _, number = kept.rpartition(".")
    if category in set(Category) and number.isdecimal():
        person = Person(Category(category), int(number))
        return words.person(person, (person,))
    return GONE if kept else ""
