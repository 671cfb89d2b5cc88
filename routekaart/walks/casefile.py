"""What is kept of a walk, and its bytes: JSON with a version, so that every later release can read it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from routekaart.walks.casework import MOST_CHARACTERS as MOST_CHARACTERS
from routekaart.walks.casework import Call, Entry, FollowUp, Record, Reminder, Share, View, read_records
from routekaart.walks.casework import TooLong as TooLong

SCHEMA = 3
"""1: without signals. 2: without what is done around the case (`casework`)."""

RECORDS: Mapping[str, type[Record]] = {
    "log": Entry,
    "shares": Share,
    "views": View,
    "calls": Call,
    "follow_ups": FollowUp,
    "reminders": Reminder,
}

Value = str | tuple[str, ...] | Mapping[str, int]
"""An answer as `engine.answers` has it: an option or ISO date, several options, or a count per category."""


class Unreadable(Exception):
    """Bytes that are no case file."""


class FromNewerRelease(Unreadable):
    """A case file with a schema version that this release does not know."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One walk: where it is about, what was answered, seen, done and noted. Never who. Raises TooLong for a long note.

    `signals` are ids from the lists; nothing counts them and no walk is led by them (INV-31). `report` and
    `safety_plan` hold what was filled in by the id of its field.
    """

    region: str
    revision: int
    sector: str
    edition: str
    started_on: date
    municipality: str | None = None
    organisation: str | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    departures: Mapping[str, str] = field(default_factory=dict)
    ticked: frozenset[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)
    step_dates: Mapping[str, date] = field(default_factory=dict)
    signals: frozenset[str] = frozenset()
    log: tuple[Entry, ...] = ()
    shares: tuple[Share, ...] = ()
    views: tuple[View, ...] = ()
    calls: tuple[Call, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    report: Mapping[str, str] = field(default_factory=dict)
    safety_plan: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuses texts that are too long."""
        for where, text in self._texts():
            if len(text) > MOST_CHARACTERS:
                raise TooLong(where, len(text))

    def _texts(self) -> Iterator[tuple[str, str]]:
        for kept in (self.notes, self.departures, self.report, self.safety_plan):
            yield from kept.items()

    def noting(self, step: str, text: str) -> "CaseFile":
        """With this note at a step; an empty one takes the note away."""
        others = {key: value for key, value in self.notes.items() if key != step}
        return replace(self, notes={**others, step: text} if text.strip() else others)

    def ticking(self, action: str, done: bool) -> "CaseFile":
        """With an action ticked off, or not any more."""
        return replace(self, ticked=self.ticked | {action} if done else self.ticked - {action})

    def seeing(self, shown: frozenset[str], ticked: frozenset[str]) -> "CaseFile":
        """With what was ticked among the signals that were shown; the others stay as they are."""
        return replace(self, signals=(self.signals - shown) | (ticked & shown))

    def dating(self, step: str, day: date | None) -> "CaseFile":
        """With the day on which a step was done; None takes it away."""
        others = {key: value for key, value in self.step_dates.items() if key != step}
        return replace(self, step_dates=others if day is None else {**others, step: day})


def to_bytes(case: CaseFile) -> bytes:
    """The case file as JSON in UTF-8, the same bytes for the same content."""
    data = {name: getattr(case, name) for name in CaseFile.__slots__} | {"schema": SCHEMA}
    data |= {name: [record.row for record in data[name]] for name in RECORDS}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    return dict(value)


def from_bytes(content: bytes) -> CaseFile:
    """The case file in these bytes. Raises Unreadable, or FromNewerRelease."""
    try:
        data: dict[str, Any] = json.loads(content)
        schema = data.pop("schema")
        if isinstance(schema, int) and schema > SCHEMA:
            raise FromNewerRelease(f"schema {schema}, this release knows {SCHEMA}")
        data["values"] = {key: _value(value) for key, value in data["values"].items()}
        data["ticked"], data["signals"] = frozenset(data["ticked"]), frozenset(data.get("signals", ()))
        data["started_on"] = date.fromisoformat(data["started_on"])
        data["step_dates"] = {step: date.fromisoformat(day) for step, day in data["step_dates"].items()}
        data |= {name: read_records(kind, data.get(name, ())) for name, kind in RECORDS.items()}
        return CaseFile(**data)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Unreadable(type(error).__name__) from None


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value
