"""The dates of a walk for somebody's own calendar. Nothing here says what they are about (INV-33)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from routekaart.engine.vocabulary import Deadline
from routekaart.engine.walk import Walk
from routekaart.presenters.item import View


@dataclass(frozen=True, slots=True)
class Appointment:
    """A day to look at the walk again. `key` is the same each time for the same moment of the same walk."""

    key: str
    on: date


def appointments(walk: Walk, deadlines: list[View], looks: Iterable[date]) -> list[Appointment]:
    """The day on which each dated term ends and, where one agreed that day oneself, the day from which it runs.

    And each day on which one looks again: `looks`. `deadlines` are those of `presenters.result`.
    """
    found = {f"look/{day}": day for day in looks}
    for one in deadlines:
        item = walk.routemap.placed[one["id"]].item
        if one["on"] is None or not isinstance(item, Deadline):
            continue
        if not one["is_owed"]:
            found[f"start/{item.starts}"] = one["started_on"]
        found[f"end/{item.id}"] = one["on"]
    return sorted((Appointment(key, on) for key, on in found.items()), key=lambda one: (one.on, one.key))
