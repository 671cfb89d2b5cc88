"""Opening hours: a weekly pattern with exceptions, and whether it is open at a moment.

Hours are wall-clock hours of the Netherlands; moments are aware datetimes, so that the nights on which the clock
is put forward or back have the length that they really have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_GOOD_FRIDAY = "Goede vrijdag"
_DAYS_AHEAD = 120
_AS_GOOD_AS_ALWAYS = timedelta(days=14)
Span = tuple[datetime, datetime]
Minutes = tuple[int, int]
"""From and until, in minutes after midnight by the clock on the wall."""
DAY = 24 * 60
T = TypeVar("T", datetime, int)


class Weekday(StrEnum):
    """Days of the week, Monday first."""

    MONDAY = "ma"
    TUESDAY = "di"
    WEDNESDAY = "wo"
    THURSDAY = "do"
    FRIDAY = "vr"
    SATURDAY = "za"
    SUNDAY = "zo"


_WEEK = tuple(Weekday)


@dataclass(frozen=True, slots=True)
class Hours:
    """From `opens` to `closes`; closes at or before opens means: on the next day (00:00 is midnight)."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Period:
    """The same hours on some days of the week."""

    days: tuple[Weekday, ...]
    hours: Hours


@dataclass(frozen=True, slots=True)
class ScheduleException:
    """Other hours from a day until and including another; no hours means closed."""

    first: date
    last: date
    hours: tuple[Hours, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a partner can be reached. `always` is day and night, holidays too."""

    periods: tuple[Period, ...] = ()
    exceptions: tuple[ScheduleException, ...] = ()
    always: bool = False
    open_on_holidays: bool = False
    note: str = ""


class OpeningState(StrEnum):
    """Whether somebody answers."""

    ALWAYS = "always"
    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Opening:
    """The state at a moment. Open: `until`. Closed: `opens`, None when not within the coming months.

    Both are in Dutch time. `reason` is the holiday or the exception that keeps it closed today.
    """

    state: OpeningState
    until: datetime | None = None
    opens: datetime | None = None
    reason: str = ""


@lru_cache(maxsize=32)
def public_holidays(year: int) -> dict[date, str]:
    """The generally recognised holidays of a year with their Dutch names (Algemene termijnenwet art. 3).

    Good Friday is not one of them, and most offices work: a partner that does not has an exception.
    """
    from holidays import country_holidays  # slow to import: not before the first page that says who is open

    days = country_holidays("NL", years=year, language="nl")
    return {day: name for day, name in days.items() if name != _GOOD_FRIDAY}


def opening(schedule: Schedule | None, at: datetime) -> Opening:
    """Whether it is open at a moment (an aware datetime), and until when or from when."""
    if at.tzinfo is None:
        raise ValueError("the moment must carry a time zone")
    if schedule is None or not _says_something(schedule):
        return Opening(OpeningState.UNKNOWN)
    if schedule.always and not schedule.exceptions:
        return Opening(OpeningState.ALWAYS)
    return _opening_from_hours(schedule, at)


def open_spans(schedule: Schedule | None, day: date | Weekday) -> tuple[Minutes, ...] | None:
    """When it is open on a day, in order and apart; None when nothing is known of it.

    A weekday stands for that day of an ordinary week: without holidays and exceptions.
    """
    if schedule is None or not _says_something(schedule):
        return None
    before, own = _usual_hours(schedule, day) if isinstance(day, Weekday) else _dated_hours(schedule, day)
    found = [(0, _minute(one.closes)) for one in before if one.closes <= one.opens]
    found += [(_minute(one.opens), _minute(one.closes) if one.closes > one.opens else DAY) for one in own]
    return tuple(_joined(sorted(span for span in found if span[0] < span[1])))


def _says_something(schedule: Schedule) -> bool:
    return bool(schedule.always or schedule.periods or schedule.exceptions)


def _usual_hours(schedule: Schedule, day: Weekday) -> tuple[tuple[Hours, ...], tuple[Hours, ...]]:
    """The hours of the day before and of the day itself, in an ordinary week."""
    if schedule.always:
        return (), (Hours(time(0), time(0)),)
    before = _WEEK[_WEEK.index(day) - 1]
    return _pattern(schedule, before), _pattern(schedule, day)


def _dated_hours(schedule: Schedule, day: date) -> tuple[tuple[Hours, ...], tuple[Hours, ...]]:
    return _hours_on(schedule, day - timedelta(days=1)), _hours_on(schedule, day)


def _minute(wall: time) -> int:
    return wall.hour * 60 + wall.minute


def _opening_from_hours(schedule: Schedule, at: datetime) -> Opening:
    moment = at.astimezone(UTC)
    today = at.astimezone(AMSTERDAM).date()
    for start, end in _joined(_spans(schedule, today)):
        if start <= moment < end:
            if end - moment > _AS_GOOD_AS_ALWAYS:
                return Opening(OpeningState.ALWAYS)
            return Opening(OpeningState.OPEN, until=end.astimezone(AMSTERDAM))
        if start > moment:
            return Opening(OpeningState.CLOSED, opens=start.astimezone(AMSTERDAM), reason=_reason(schedule, today))
    return Opening(OpeningState.CLOSED, reason=_reason(schedule, today))


def _spans(schedule: Schedule, today: date) -> Iterator[Span]:
    for ahead in range(-1, _DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        spans = [_span(day, hours) for hours in _hours_on(schedule, day)]
        yield from sorted(span for span in spans if span[0] < span[1])


def _hours_on(schedule: Schedule, day: date) -> tuple[Hours, ...]:
    exception = _exception_on(schedule, day)
    if exception is not None:
        return exception.hours
    if schedule.always:
        return (Hours(time(0), time(0)),)
    if day in public_holidays(day.year) and not schedule.open_on_holidays:
        return ()
    return _pattern(schedule, _WEEK[day.weekday()])


def _pattern(schedule: Schedule, weekday: Weekday) -> tuple[Hours, ...]:
    return tuple(period.hours for period in schedule.periods if weekday in period.days)


def _exception_on(schedule: Schedule, day: date) -> ScheduleException | None:
    return next((one for one in schedule.exceptions if one.first <= day <= one.last), None)


def _span(day: date, hours: Hours) -> Span:
    last = day if hours.closes > hours.opens else day + timedelta(days=1)
    return _moment(day, hours.opens), _moment(last, hours.closes)


def _moment(day: date, wall: time) -> datetime:
    """The moment at which the clock shows a time.

    A time that is skipped in spring gives the moment of the skip; one that comes twice in autumn the first.
    """
    local = datetime.combine(day, wall, tzinfo=AMSTERDAM)
    moment = local.astimezone(UTC)
    if moment.astimezone(AMSTERDAM).replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    return _skip(moment)


def _skip(moment: datetime) -> datetime:
    # European summer time starts and ends at 01:00 UTC; an hour that does not exist lies just after it.
    return moment.replace(hour=1, minute=0, second=0, microsecond=0)


def _joined(spans: Iterable[tuple[T, T]]) -> Iterator[tuple[T, T]]:
    current: tuple[T, T] | None = None
    for start, end in spans:
        if current is not None and start <= current[1]:
            current = (current[0], max(current[1], end))
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current


def _reason(schedule: Schedule, day: date) -> str:
    exception = _exception_on(schedule, day)
    if exception is not None:
        return exception.reason
    return "" if schedule.open_on_holidays else public_holidays(day.year).get(day, "")
