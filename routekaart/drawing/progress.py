"""How far a walk is on the map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from routekaart.drawing.scene import Line, State
from routekaart.engine.routemap import RouteMap
from routekaart.engine.walk import Walk


@dataclass(frozen=True, slots=True)
class Progress:
    """Visited stations by number, the current one, and the side lines taken.

    `on` is the side line that the position is on, MAIN when it is on none. A finished walk has no current station.
    """

    visited: frozenset[int] = frozenset()
    current: int | None = None
    on: Line = Line.MAIN
    taken: frozenset[Line] = frozenset()
    finished: bool = False

    def station(self, number: int) -> State:
        """How a walk stands with a station, whatever side line it is on."""
        if number == self.current:
            return State.CURRENT
        return State.VISITED if number in self.visited else State.AHEAD

    def side(self, line: Line) -> State:
        """How a walk stands with a side line."""
        if line is self.on:
            return State.CURRENT
        return State.VISITED if line in self.taken else State.AHEAD


def progress_of(walk: Walk) -> Progress:
    """Where a walk stands on its map. Before danger is declared, the acute question belongs to the first station."""
    routemap, position = walk.routemap, walk.position
    met = _steps_met(walk)
    stations = (routemap.station_of(step) for step in met)
    touched = frozenset(station.number for station in stations if station)
    on = _line_of(walk) if position else Line.MAIN
    taken = frozenset(_lines_taken(walk, met)) | ({on} - {Line.MAIN})
    if position is None or on in (Line.ACUTE, Line.FOLLOW):
        return Progress(touched, None, on, taken, walk.is_finished)
    station = routemap.station_of(position.step.id) or routemap.stations[0]
    passed = {other.number for other in routemap.stations if other.number < station.number}
    return Progress((touched | passed) - {station.number}, station.number, on, taken)


def _line_of(walk: Walk) -> Line:
    assert walk.position is not None
    step = walk.position.step.id
    if step == walk.routemap.follow_up.id:
        return Line.FOLLOW
    line = _branch_line(walk.routemap, walk.position.question.branch)
    if line in (Line.ORDER, Line.INDEX):
        return line
    return Line.ACUTE if step == walk.routemap.acute.id and walk.is_acute else Line.MAIN


def _branch_line(routemap: RouteMap, name: str) -> Line:
    line = next((branch.line for branch in routemap.branches if branch.id == name), "")
    return Line(line) if line else Line.MAIN


def _steps_met(walk: Walk) -> set[str]:
    """Steps on the path, in the advice, or with an answer that waits behind the position."""
    waiting = (walk.routemap.placed[key.partition("@")[0]].step for key in walk.pending)
    return {
        *(given.step.id for given in walk.path),
        *(advised.step.id for advised in walk.advised),
        *(step.id for step in waiting),
    }


def _lines_taken(walk: Walk, steps_met: set[str]) -> Iterator[Line]:
    """The side lines that the advice uses; a question that was answered with "nee" takes nobody there."""
    if walk.is_acute:
        yield Line.ACUTE
    if walk.routemap.follow_up.id in steps_met:
        yield Line.FOLLOW
    branches = {advised.item.branch for advised in walk.advised}
    yield from {Line(branch.line) for branch in walk.routemap.branches if branch.line and branch.id in branches}
