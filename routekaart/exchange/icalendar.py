"""Days as a calendar file (RFC 5545) that every calendar program opens. It says when, never what about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from icalendar import Event

CONTENT_TYPE = "text/calendar; charset=utf-8"
SUMMARY = "Afspraak nakijken"
REMINDER = timedelta(hours=-15)


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole day. The same `uid` again replaces an earlier entry in the reader's calendar."""

    uid: UUID
    on: date


def calendar(entries: Iterable[Entry], *, made_at: datetime) -> bytes:
    """One event a day, with a reminder at nine o'clock the day before.

    Whole days have no time zone: they, and the reminder that is reckoned from their midnight, hold wherever the
    reader's calendar is, also when the clock is put forward or back.
    """
    from icalendar import Calendar  # a third of a second: only for whom asks

    file = Calendar()
    file.add("prodid", "-//Agenda//NL")
    file.add("version", "2.0")
    for entry in entries:
        file.add_component(_event(entry, made_at))
    content: bytes = file.to_ical()
    return content


def _event(entry: Entry, made_at: datetime) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", str(entry.uid))
    event.add("dtstamp", made_at)
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + timedelta(days=1))
    event.add("summary", SUMMARY)
    event.add("transp", "TRANSPARENT")
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", SUMMARY)
    reminder.add("trigger", REMINDER)
    event.add_component(reminder)
    return event
