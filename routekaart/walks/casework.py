"""What is done around a case and kept with its walk: log, consultations, calls, follow-up. Never who it is about.

Free text is about conduct and agreements; somebody is named by a neutral word or a function (`content/casework.yaml`).
Each record holds plain values only, so that it is written and read without knowing its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from operator import attrgetter
from typing import Any, ClassVar, TypeVar

MOST_CHARACTERS = 10_000


class TooLong(Exception):
    """A text with more characters than can be kept. `where`: the id of its step or outcome, or the kind of record."""

    def __init__(self, where: str, length: int) -> None:
        """`length` is how many characters there were."""
        super().__init__(f"{where}: {length} characters, at most {MOST_CHARACTERS}")
        self.where = where
        self.length = length
        self.most = MOST_CHARACTERS


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that happened. `days`, `several`: which fields hold a day, or several words. Raises TooLong."""

    days: ClassVar[frozenset[str]] = frozenset({"on"})
    several: ClassVar[frozenset[str]] = frozenset()

    on: date

    def __post_init__(self) -> None:
        """Refuses texts that are too long."""
        _, values = _reader_of(type(self))
        longest = max([len(value) for value in values(self) if value.__class__ is str], default=0)
        if longest > MOST_CHARACTERS:
            raise TooLong(type(self).__name__, longest)

    @property
    def row(self) -> dict[str, Any]:
        """Its values by name, days in ISO form; `read_records` reads them back."""
        names, values = _reader_of(type(self))
        row = dict(zip(names, values(self), strict=True))
        for name in self.days:
            row[name] = row[name] and row[name].isoformat()
        return row


@dataclass(frozen=True, slots=True)
class Entry(Record):
    """A line of the log: what was seen, what was said and by whom, and, apart from these, what one thinks of it."""

    saw: str = ""
    said: str = ""
    said_by: str = ""
    thought: str = ""
    who: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Share(Record):
    """A code that was given to a colleague on a day. `secret` is hexadecimal and opens the shared row; never shown."""

    secret: str = field(default="", repr=False)
    function: str = ""
    may_add: bool = False


@dataclass(frozen=True, slots=True)
class View(Record):
    """What a colleague thinks of the case: theirs, by function. `stance` is whether they see it the same way."""

    function: str = ""
    stance: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Call(Record):
    """What a call brought: the function that advised, what was advised, and who does what."""

    function: str = ""
    advised: str = ""
    agreed: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp(Record):
    """How it goes on a day after the decision; options are those of `content/follow-up.yaml`.

    `held_by` is the function that keeps the overview. `settled` are the terms that are heard of or done since, as
    "deadline@day", so that a term with another day runs anew. `again_on` is the next look.
    """

    days: ClassVar[frozenset[str]] = frozenset({"on", "again_on"})
    several: ClassVar[frozenset[str]] = frozenset({"settled"})

    started: str = ""
    started_by: str = ""
    brought: str = ""
    feedback: str = ""
    new_signals: str = ""
    held_by: str = ""
    settled: tuple[str, ...] = ()
    note: str = ""
    again_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reminder(Record):
    """A mail that was asked for on a day. `token` is the hexadecimal id of its row: nothing else leads there."""

    token: str = field(default="", repr=False)


# By kind, made once: every change of a walk reads all its records.
_READERS: dict[type[Record], tuple[tuple[str, ...], Callable[[Record], tuple[Any, ...]]]] = {}


def _reader_of(kind: type[Record]) -> tuple[tuple[str, ...], Callable[[Record], tuple[Any, ...]]]:
    """The names of a kind's fields, and what reads their values all at once."""
    found = _READERS.get(kind)
    if found is None:
        names = tuple(one.name for one in fields(kind))
        found = _READERS[kind] = names, attrgetter(*names)
    return found


_Record = TypeVar("_Record", bound=Record)


def read_records(kind: type[_Record], rows: Iterable[Mapping[str, Any]]) -> tuple[_Record, ...]:
    """The records of a kind in plain rows. Raises TypeError or ValueError for what is none."""
    return tuple(kind(**_read(kind, row)) for row in rows)


def _read(kind: type[Record], row: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(row)
    for name in kind.days:
        if values.get(name) is not None:
            values[name] = date.fromisoformat(values[name])
    for name in kind.several:
        values[name] = tuple(values.get(name, ()))
    return values
