"""What is done around a case and kept with its walk: log, consultations, calls, follow-up. Never who it is about.

Free text is about conduct and agreements; somebody is named by a neutral word or a function (`content/casework.yaml`).
Each record holds plain values only, so that it is written and read without knowing its kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, ClassVar, TypeVar


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that happened; `days` are the names of its fields that hold a day."""

    days: ClassVar[frozenset[str]] = frozenset({"on"})

    on: date

    @property
    def texts(self) -> Iterable[str]:
        """Every text in it."""
        values = (getattr(self, one.name) for one in fields(self))
        return [value for value in values if isinstance(value, str)]


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


_Record = TypeVar("_Record", bound=Record)


def read_records(kind: type[_Record], rows: Iterable[Mapping[str, Any]]) -> tuple[_Record, ...]:
    """The records of a kind in plain rows. Raises TypeError or ValueError for what is none."""
    return tuple(kind(**{name: _read(kind, name, value) for name, value in row.items()}) for row in rows)


def _read(kind: type[Record], name: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return date.fromisoformat(value) if name in kind.days and value is not None else value
