"""What the proofs of a map found."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from routekaart.engine.answers import Answers
from routekaart.engine.conditions import Condition
from routekaart.engine.findings import Finding
from routekaart.engine.proofs.paths import Path
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Action, Deadline, Item, Outcome, Provenance, Question


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with the walk that shows it: after these answers the condition holds (for the person)."""

    finding: Finding
    path: Path
    condition: Condition

    @property
    def answers(self) -> Answers:
        """The answers to walk with."""
        return self.path.answers


@dataclass(frozen=True, slots=True)
class Report:
    """What was proved of a map, and what was found to be wrong, in order of file and line.

    `people` is how many people the search had to look at in one walk in order to speak for any number.
    That every walk ends needs no search: conditions only look back, which the compiler sees to, and
    a walk takes each item once. So it is proved by the order of the map.
    """

    findings: tuple[Finding, ...]
    shown: tuple[Shown, ...]
    nodes: int
    options: int
    invariants: int
    people: int

    @property
    def is_proved(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def finding_at(at: Provenance, problem: str, expected: str, line: int | None = None) -> Finding:
    """A finding at a place in the content."""
    return Finding(at.file, at.line if line is None else line, problem, expected)


def named(item: Item) -> str:
    """An item with where it is written."""
    return f'"{item.id}" ({item.provenance.file}:{item.provenance.line})'


def role_of(item: Item) -> str:
    """The role that an item involves, "" for none."""
    if isinstance(item, Action | Outcome):
        return item.role
    return item.owed_by if isinstance(item, Deadline) else ""


def roles_needed(routemap: RouteMap) -> frozenset[str]:
    """Every role that some path of a map involves; the region fills them, or shows a gap."""
    return frozenset(role for item in routemap.items() if (role := role_of(item)))


def logic_key(routemap: RouteMap) -> Hashable:
    """Equal for two maps exactly when everything that the proofs look at is equal, places in files included."""
    sector = routemap.sector
    frame = (sector.title, sector.audience, sector.bound_text, sector.framework, sector.decides, sector.records)
    stations = tuple((station.number, station.title, station.short) for station in routemap.stations)
    branches = tuple((branch.title, branch.summary, branch.layer.provenance) for branch in routemap.branches)
    return (routemap.steps, routemap.invariants, stations, branches, frame, sector.layer.provenance)


def option_count(routemap: RouteMap) -> int:
    """How many options the questions of a map have together."""
    return sum(len(item.options) for item in routemap.items() if isinstance(item, Question))
