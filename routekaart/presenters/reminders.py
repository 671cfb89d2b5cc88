"""Reminders by mail: the days to choose from, and those that were asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from routekaart.presenters import dates
from routekaart.presenters.follow_up import Following
from routekaart.presenters.item import View
from routekaart.walks.casework import Reminder
from routekaart.walks.reminders import MOST

BEFORE_EXPIRY = 2


def open_reminders(kept: Iterable[Reminder], today: date) -> tuple[Reminder, ...]:
    """Those that are still to be sent, as far as the walk knows."""
    return tuple(one for one in kept if one.on >= today)


def reminder_days(following: Following, today: date) -> dict[date, str]:
    """The days ahead on which one could be reminded, with what for, soonest first.

    When something is due after the walk itself would be gone, one of them falls just before that.
    """
    expires = today + timedelta(days=following.place.directory.region.retention_days)
    ahead = [row for row in following.due if row["on"] and row["on"] > today and row["state"] != "done"]
    found = {}
    if any(row["on"] > expires for row in ahead):
        found[expires - timedelta(days=BEFORE_EXPIRY)] = (
            f"Je doorloop vervalt op {dates.day(expires)}. Leg voor die dag iets vast, dan begint de tijd opnieuw."
        )
    for row in ahead:
        found.setdefault(row["on"], row["what"])
    asked = {one.on for one in following.case.reminders}
    return {day: what for day, what in sorted(found.items()) if day > today and day not in asked}


def reminder_form(following: Following, today: date, given: Mapping[str, Any]) -> View:
    """The days to choose, and those that were asked for. `given` is what was typed and chosen, with what is wrong."""
    days, chosen, errors = reminder_days(following, today), given.get("days") or (), given.get("errors") or {}
    is_asked = open_reminders(following.case.reminders, today)
    return {
        "days": [
            {"value": f"{day}", "text": dates.day_with_weekday(day), "meaning": what, "checked": f"{day}" in chosen}
            for day, what in days.items()
        ],
        "asked": [dates.day_with_weekday(one.on) for one in is_asked],
        "left": MOST - len(is_asked),
        "mail": given.get("mail") or "",
        "errors": errors,
        "error_links": [{"text": text, "href": f"#{name}"} for name, text in errors.items()],
    }
