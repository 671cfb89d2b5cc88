"""How far a walk is on the map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from routekaart.drawing.scene import Line, State
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Item
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
    touched = frozenset(_stations_touched(walk))
    on = _line_of(walk) if position else Line.MAIN
    taken = frozenset(_lines_taken(walk)) | ({on} - {Line.MAIN})
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
    line = _branch_line(walk.routemap, walk.position.question)
    if line in (Line.ORDER, Line.INDEX):
        return line
    return Line.ACUTE if step == walk.routemap.acute.id and walk.is_acute else Line.MAIN


def _branch_line(routemap: RouteMap, item: Item) -> Line:
    line = next((branch.line for branch in routemap.branches if branch.id == item.branch), "")
    return Line(line) if line else Line.MAIN


def _items_met(walk: Walk) -> Iterator[Item]:
    """What is on the path, in the advice, or answered before and waiting behind the position."""
    yield from (given.question for given in walk.path)
    yield from (advised.item for advised in walk.advised)
    yield from (walk.routemap.placed[key.partition("@")[0]].item for key in walk.pending)


def _stations_touched(walk: Walk) -> Iterator[int]:
    for item in _items_met(walk):
        if station := walk.routemap.station_of(walk.routemap.placed[item.id].step.id):
            yield station.number


def _lines_taken(walk: Walk) -> Iterator[Line]:
    if walk.is_acute:
        yield Line.ACUTE
    for item in _items_met(walk):
        if walk.routemap.placed[item.id].step.id == walk.routemap.follow_up.id:
            yield Line.FOLLOW
        if (line := _branch_line(walk.routemap, item)) is not Line.MAIN:
            yield line
