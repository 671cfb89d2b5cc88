"""Days and times as Dutch readers write them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def day(when: date) -> str:
    """ "24 november 2026"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def day_with_weekday(when: date) -> str:
    """ "dinsdag 24 november 2026"."""
    return f"{WEEKDAYS[when.weekday()]} {day(when)}"


def clock(when: time | datetime) -> str:
    """ "9.00 uur"."""
    return f"{when.hour}.{when.minute:02d} uur"


def soon(when: datetime, now: datetime) -> str:
    """A moment ahead, as near as it is: "om 9.00 uur", "morgen om 9.00 uur", "maandag om 9.00 uur", "op 4 mei 2027"."""
    here, today = when.astimezone(AMSTERDAM), now.astimezone(AMSTERDAM).date()
    ahead = (here.date() - today).days
    if ahead <= 1:
        return f"{'morgen ' if ahead == 1 else ''}om {clock(here)}"
    if here.date() - today < timedelta(days=7):
        return f"{WEEKDAYS[here.weekday()]} om {clock(here)}"
    return f"op {day(here.date())}"
