"""When a term ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from routekaart.engine.vocabulary import Term

IsHoliday = Callable[[date], bool]


def ends_on(term: Term, start: date, is_holiday: IsHoliday) -> date:
    """The last day of a term that starts on `start` (that day not counted).

    Working days are Monday to Friday without public holidays. A month ends on the same day of a later month, or on
    its last day.
    """
    match term.unit:
        case "working_days":
            return _after_working_days(start, term.amount, is_holiday)
        case "days":
            return start + timedelta(days=term.amount)
        case "weeks":
            return start + timedelta(weeks=term.amount)
        case "months":
            return _after_months(start, term.amount)
    raise ValueError(f"unknown unit {term.unit}")


def _after_working_days(day: date, amount: int, is_holiday: IsHoliday) -> date:
    while amount:
        day += timedelta(days=1)
        if day.weekday() < 5 and not is_holiday(day):
            amount -= 1
    return day


def _after_months(start: date, amount: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + amount, 12)
    first_of_next = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last_day = (first_of_next - timedelta(days=1)).day
    return date(year, month + 1, min(start.day, last_day))
