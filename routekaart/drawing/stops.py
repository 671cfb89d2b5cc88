"""The stops and labels that every size of the map shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from routekaart.drawing import words
from routekaart.drawing.lettering import Lettering
from routekaart.drawing.progress import Progress
from routekaart.drawing.scene import Label, Line, Point, State, Stop, Track
from routekaart.engine.routemap import RouteMap, Station

STATION, CURRENT_STATION, SIDE_STOP = 20.0, 26.0, 13.0
MAIN_WIDTH = 13.0
WIDTHS = {Line.ACUTE: 9.0, Line.ORDER: 9.0, Line.INDEX: 6.0, Line.FOLLOW: 6.0, Line.STAIRS: 4.0}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is drawn: the map, how far the walk is (None: no walk), and what is a link."""

    routemap: RouteMap
    progress: Progress | None
    hrefs: Mapping[str, str]

    def station_state(self, station: Station) -> State:
        """How a station is drawn; while the walk is on a side line the yellow stands there instead."""
        if self.progress is None:
            return State.AHEAD
        state = self.progress.station(station.number)
        elsewhere = state is State.CURRENT and self.progress.on is not Line.MAIN
        return State.VISITED if elsewhere else state

    def side_state(self, line: Line) -> State:
        """How a side line's stop is drawn."""
        return State.AHEAD if self.progress is None else self.progress.side(line)

    def href_of(self, station: Station) -> str:
        """Where a station leads: the first of its steps that is a link."""
        return next((self.hrefs[step.id] for step in station.steps if step.id in self.hrefs), "")

    def side_href(self, line: Line) -> str:
        """Where a side line leads: its step, or its first branch that is a link."""
        steps = {Line.ACUTE: self.routemap.acute.id, Line.FOLLOW: self.routemap.follow_up.id}
        branches = [branch.id for branch in self.routemap.branches if branch.line == line]
        return next((self.hrefs[key] for key in (steps.get(line, ""), *branches) if key in self.hrefs), "")

    def stop(self, station: Station, at: Point) -> Stop:
        """A station of the main line."""
        state = self.station_state(station)
        radius = CURRENT_STATION if state is State.CURRENT else STATION
        name, href = words.station_name(station, state), self.href_of(station)
        return Stop(line=Line.MAIN, at=at, radius=radius, state=state, name=name, mark=str(station.number), href=href)

    def side_stop(self, line: Line, at: Point, mark: str = "") -> Stop:
        """The stop of a side line: square when it is a measure (danger, barring order), round when it is a place."""
        state, title = self.side_state(line), words.line_title(self.routemap, line)
        return Stop(
            line=line,
            at=at,
            radius=SIDE_STOP + (3 if line is Line.ACUTE or state is State.CURRENT else 0),
            state=state,
            name=words.stop_name(title, state),
            mark=mark,
            square=line in (Line.ACUTE, Line.ORDER),
            href=self.side_href(line),
        )

    def reporting_point(self, at: Point) -> Stop:
        """Where the acute line ends."""
        state = State.VISITED if self.side_state(Line.ACUTE) is not State.AHEAD else State.AHEAD
        return Stop(line=Line.STAIRS, at=at, radius=SIDE_STOP, state=state, name=words.reporting_point(self.routemap))

    def station_label(self, station: Station, setting: Lettering, at: Point, anchor: str = "middle") -> Label:
        """The name of a station."""
        bold = self.station_state(station) is State.CURRENT
        return Label(line=Line.MAIN, setting=setting, at=at, anchor=anchor, bold=bold, href=self.href_of(station))

    def side_label(self, line: Line, setting: Lettering, at: Point, anchor: str = "middle") -> Label:
        """The name of a side line."""
        bold = self.side_state(line) is not State.AHEAD or line is Line.ACUTE
        return Label(line=line, setting=setting, at=at, anchor=anchor, bold=bold, href=self.side_href(line))

    def track(self, line: Line, corners: tuple[Point, ...], radius: float = 0) -> Track:
        """A side line; thinner where a walk did not come."""
        unused = self.progress is not None and self.side_state(line) is State.AHEAD
        return Track(line, corners, WIDTHS[line] - (2 if unused and line is not Line.STAIRS else 0), radius)

    def main_tracks(self, points: tuple[Point, ...]) -> Iterator[Track]:
        """The main line from station to station: full up to where the walk is, open ahead of it."""
        for start, end, station in zip(points, points[1:], self.routemap.stations[1:], strict=False):
            ahead = self.progress is not None and self.station_state(station) is State.AHEAD
            yield Track(Line.MAIN, (start, end), MAIN_WIDTH, open=ahead)
