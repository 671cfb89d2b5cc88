"""The whole map, upright: opening page and result on a phone. The acute line runs on the left, names on the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from routekaart.drawing import words
from routekaart.drawing.lettering import Lettering, fit
from routekaart.drawing.scene import Label, Line, Point, Scene, Stop, Track
from routekaart.drawing.stops import CURRENT_STATION, STATION, Plan

WIDTH = 340.0
ACUTE_X, MAIN_X, SIDE_X, NAME_X = 24.0, 96.0, 148.0, 176.0
LANE = WIDTH - NAME_X - 4
WIDE_LANE = WIDTH - MAIN_X + STATION - 4
TURN = 20.0
ROW, SIDE_ROW, EDGE = 72.0, 64.0, 4.0
RETURN = 32.0
ABOVE = CURRENT_STATION + 8
SIZES = (18.0, 17.0, 16.0, 15.0, 14.0)


def vertical_scene(plan: Plan) -> Scene:
    """Lay the map out from top to bottom; each name, also a side line's, has a row of its own."""
    layout = _Layout(plan)
    layout.place()
    tracks, stops = tuple(layout.tracks()), tuple(layout.stops())
    return Scene(WIDTH, layout.bottom + EDGE, tracks, stops, tuple(layout.labels()))


@dataclass(slots=True)
class _Layout:
    plan: Plan
    stations: list[float] = field(default_factory=list)
    rows: dict[Line, tuple[float, Lettering]] = field(default_factory=dict)
    names: list[Lettering] = field(default_factory=list)
    bottom: float = 0

    def place(self) -> None:
        """Fill the rows, top to bottom."""
        self._row(Line.ACUTE, words.ACUTE, WIDTH - ACUTE_X - 28 - EDGE, 44)
        for index, station in enumerate(self.plan.routemap.stations):
            setting = fit(station.short, LANE, SIZES)
            self.names.append(setting)
            self.bottom += RETURN * len(self._returns_before(index))
            self.stations.append(self._take(ROW, setting))
            if index == 0:
                self._row(Line.INDEX, words.line_title(self.plan.routemap, Line.INDEX), LANE, SIDE_ROW)
        self._row(Line.FOLLOW, words.line_title(self.plan.routemap, Line.FOLLOW), LANE, SIDE_ROW)
        self.bottom += TURN
        self._row(Line.STAIRS, words.reporting_point(self.plan.routemap), WIDE_LANE, 48)
        self._row(Line.ORDER, words.line_title(self.plan.routemap, Line.ORDER), WIDE_LANE, 56)

    def _row(self, line: Line, title: str, lane: float, height: float) -> None:
        if title:
            setting = fit(title, lane, SIZES)
            self.rows[line] = (self._take(height, setting), setting)

    def _returns_before(self, index: int) -> tuple[Line, ...]:
        """The side lines that come back to the main line just above a station."""
        index_line = (Line.INDEX,) if index == 2 and Line.INDEX in self.rows else ()
        last = index > 0 and index == len(self.plan.routemap.stations) - 1
        return (*index_line, *((Line.FOLLOW,) if last else ()))

    def _take(self, height: float, setting: Lettering) -> float:
        """The middle of a new row."""
        room = max(height, setting.height + 12)
        self.bottom += room
        return self.bottom - room / 2

    def tracks(self) -> Iterator[Track]:
        """Side lines under the acute line, the main line on top."""
        plan = self.plan
        if Line.INDEX in self.rows:
            returns = self.stations[2] - ABOVE - RETURN * (len(self._returns_before(2)) - 1)
            yield plan.track(Line.INDEX, self._bulge(self.stations[0] + STATION, returns), TURN)
        yield plan.track(Line.FOLLOW, self._back_loop(), TURN)
        for y in self.stations:
            yield plan.track(Line.STAIRS, ((MAIN_X - STATION - 10, y), (ACUTE_X + 12, y)))
        point = self.rows[Line.STAIRS][0]
        if Line.ORDER in self.rows:
            yield plan.track(Line.ORDER, ((ACUTE_X, point), (ACUTE_X, self.rows[Line.ORDER][0])))
        yield plan.track(Line.ACUTE, ((ACUTE_X, self.rows[Line.ACUTE][0]), (ACUTE_X, point)))
        yield from plan.main_tracks(tuple((MAIN_X, y) for y in self.stations))

    def _bulge(self, leaves: float, returns: float) -> tuple[Point, ...]:
        """Off the main line to the right and back to it."""
        out, back = leaves + TURN, returns - TURN
        start, end = (MAIN_X, leaves), (MAIN_X, returns)
        return (start, (MAIN_X, out), (SIDE_X, out), (SIDE_X, back), (MAIN_X, back), end)

    def _back_loop(self) -> tuple[Point, ...]:
        """On from the last station, round, and back to the main line before it."""
        last, under = self.stations[-1], self.bottom_of_follow
        before = last - ABOVE
        return (
            (MAIN_X, last),
            (MAIN_X, under),
            (SIDE_X, under),
            (SIDE_X, before - TURN),
            (MAIN_X, before - TURN),
            (MAIN_X, before),
        )

    @property
    def bottom_of_follow(self) -> float:
        row, setting = self.rows[Line.FOLLOW]
        return row + max(SIDE_ROW, setting.height + 12) / 2 + TURN / 2

    def stops(self) -> Iterator[Stop]:
        """Every stop, from top to bottom."""
        plan = self.plan
        yield plan.side_stop(Line.ACUTE, (ACUTE_X, self.rows[Line.ACUTE][0]), "!")
        for station, y in zip(plan.routemap.stations, self.stations, strict=True):
            yield plan.stop(station, (MAIN_X, y))
            if station is plan.routemap.stations[0] and Line.INDEX in self.rows:
                yield plan.side_stop(Line.INDEX, (SIDE_X, self.rows[Line.INDEX][0]))
        yield plan.side_stop(Line.FOLLOW, (SIDE_X, self.rows[Line.FOLLOW][0]))
        yield plan.reporting_point((ACUTE_X, self.rows[Line.STAIRS][0]))
        if Line.ORDER in self.rows:
            yield plan.side_stop(Line.ORDER, (ACUTE_X, self.rows[Line.ORDER][0]))

    def labels(self) -> Iterator[Label]:
        """Every name, in the middle of its row."""
        for station, y, setting in zip(self.plan.routemap.stations, self.stations, self.names, strict=True):
            yield self.plan.station_label(station, setting, (NAME_X, y - setting.height / 2), "start")
        for line, (y, setting) in self.rows.items():
            x = NAME_X if line in (Line.INDEX, Line.FOLLOW) else ACUTE_X + 28
            yield self.plan.side_label(line, setting, (x, y - setting.height / 2), "start")
