"""Rows of a sheet laid over a region's draft: what each would do, and then all of it at once.

A row is about a partner, or about a contact, an address or a service of one. It adds or changes; it never takes away.
What a sheet does not have stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy.orm import Session

from routekaart.regions import editing
from routekaart.regions.editing import Clash, Entry, Taken, Unknown

Path = tuple[str, ...]
Becomes = Callable[[Any], Any]
"""What a cell makes of the value that was there (None: nothing was)."""
NewId = Callable[[str, Container[str]], str]
"""An id made of a name, unlike those that are taken."""
Data = dict[str, Any]
PARTNERS = "partners"
PARTNER = ("partner",)
"""The path of the cell that says of which partner a row is."""


class Kind(StrEnum):
    """What a row is about: the name of the list in the region's document."""

    PARTNER = PARTNERS
    CONTACT = "contacts"
    LOCATION = "locations"
    SERVICE = "services"


class State(StrEnum):
    """What a row would do."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a cell: words, or the type of pydantic's complaint with its context. `near`: what was meant."""

    path: Path
    problem: str
    near: str = ""
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """A row as it was read. `number` is that of the row in its sheet, `said` the text that stands in each cell.

    `instead_of` is the value of the contact that this one takes the place of.
    """

    kind: Kind
    number: int
    cells: Mapping[Path, Becomes]
    said: Mapping[Path, str]
    instead_of: str = ""
    faults: tuple[Fault, ...] = ()

    @property
    def partner(self) -> str:
        """The id or name of the partner that a row is of."""
        return self.said.get(PARTNER, "")

    def plain(self, *path: str) -> str:
        """The text that stands in a cell; nothing when the sheet does not have it."""
        becomes = self.cells.get(path)
        return str((becomes(None) if becomes else "") or "")


@dataclass(frozen=True, slots=True)
class Line:
    """A row with what it would do; `partner` and `name` say of what, `before` and `after` are the data of that."""

    record: Record
    state: State
    partner: str = ""
    name: str = ""
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What all rows together would do. `partners` is the new data by id of every partner that changes or comes."""

    lines: Sequence[Line]
    partners: Mapping[str, Data]

    @property
    def digest(self) -> str:
        """A short text that differs when the plan does: what somebody confirms is what they saw."""
        told = [[str(line.state), line.record.kind, line.record.number] for line in self.lines]
        return sha256(json.dumps([told, dict(self.partners)], sort_keys=True).encode()).hexdigest()[:32]

    def count(self, state: State) -> int:
        """How many rows would do this."""
        return sum(line.state is state for line in self.lines)


@dataclass(frozen=True, slots=True)
class Collision:
    """Somebody else changed a partner meanwhile. `fields` are the paths that clash; none: it came or went."""

    partner: str
    fields: tuple[str, ...] = ()


class Collided(Exception):
    """Partners that were changed meanwhile, in fields that the sheet changes too. Nothing may be written: roll back."""

    def __init__(self, collisions: Sequence[Collision]) -> None:
        """Only ids go into the text of the error."""
        super().__init__(", ".join(one.partner for one in collisions))
        self.collisions = tuple(collisions)


def bring_in(session: Session, slug: str, plan: Plan, seen: Mapping[str, Entry], *, author: str, now: datetime) -> int:
    """Keeps what a plan makes of the partners that were `seen` (by id); how many partners changed.

    What others changed meanwhile is merged. Raises Collided, after which the transaction has to be undone.
    """
    collisions: list[Collision] = []
    for partner, data in plan.partners.items():
        try:
            if partner in seen:
                editing.save(session, seen[partner], data, author=author, now=now)
            else:
                editing.add(session, slug, PARTNERS, data, author=author, now=now)
        except Clash as clash:
            collisions.append(Collision(partner, clash.fields))
        except (Taken, Unknown):
            collisions.append(Collision(partner))
    if collisions:
        raise Collided(collisions)
    return len(plan.partners)
