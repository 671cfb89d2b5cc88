"""The whole map, wide: opening page, result, cover, poster."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from routekaart.drawing import words
from routekaart.drawing.lettering import Lettering, fit
from routekaart.drawing.scene import Label, Line, Point, Scene, Stop, Track
from routekaart.drawing.stops import CURRENT_STATION, SIDE_STOP, STATION, Plan

WIDTH = 960.0
LEFT, RIGHT = 84.0, 206.0
TURN = 22.0
LANE_GAP = 8.0
EDGE = 4.0
STOREY = 84.0


def full_scene(plan: Plan) -> Scene:
    """Lay the map out: acute line above, main line with names under it, side lines below."""
    return _Layout(plan).scene()


@dataclass(slots=True)
class _Layout:
    plan: Plan
    xs: tuple[float, ...] = ()
    columns: tuple[float, ...] = ()
    names: tuple[Lettering, ...] = ()
    acute_y: float = 0
    main_y: float = 0
    side_y: float = 0
    upper: dict[Line, tuple[Lettering, Point, str]] = field(default_factory=dict)

    def scene(self) -> Scene:
        self._place_across()
        self._place_down()
        labels = (*self._upper_labels(), *self._station_labels(), *self._side_labels())
        height = max(label.box.bottom for label in labels) + EDGE
        return Scene(WIDTH, height, tuple(self._tracks()), tuple(self._stops()), labels)

    @property
    def count(self) -> int:
        return len(self.plan.routemap.stations)

    def _place_across(self) -> None:
        count = self.count
        pitch = (WIDTH - LEFT - RIGHT) / max(1, count - 1)
        self.xs = tuple(LEFT + pitch * number for number in range(count))
        self.columns = tuple(left + pitch / 2 for left in self.xs[:-1])
        self.names = tuple(
            fit(station.short, 2 * self._half_lane(number))
            for number, station in enumerate(self.plan.routemap.stations)
        )

    def _half_lane(self, number: int) -> float:
        """Half the room for a station's name: up to the columns where side lines go down, and the edges."""
        x = self.xs[number]
        walls: tuple[float, ...] = (0.0, self.order_x, *self.index_columns, self.back_x)
        return min(min(abs(x - wall) for wall in walls), self._half_pitch()) - LANE_GAP

    def _half_pitch(self) -> float:
        return (self.xs[1] - self.xs[0]) / 2 if len(self.xs) > 1 else WIDTH / 2

    @property
    def order_x(self) -> float:
        """Where the barring order stands and the follow-up line turns: the right end."""
        return WIDTH - 64

    @property
    def index_columns(self) -> tuple[float, float] | tuple[()]:
        if not words.line_title(self.plan.routemap, Line.INDEX):
            return ()
        return (self.columns[0], self.columns[1] - (TURN if self.count == 3 else 0))

    @property
    def back_x(self) -> float:
        """Where the follow-up line comes back up: before the last station."""
        if not self.columns:
            return LEFT / 3
        return self.columns[-1] + (TURN if self.index_columns and self.count == 3 else 0)

    def _place_down(self) -> None:
        last, order = self.xs[-1], words.line_title(self.plan.routemap, Line.ORDER)
        middle = (last + self.order_x) / 2
        half = middle - last - LANE_GAP
        point = fit(words.reporting_point(self.plan.routemap), 2 * half)
        acute = fit(words.ACUTE, last - half - 2 * LANE_GAP - self.danger_x)
        settings = {
            Line.ACUTE: (acute, self.danger_x - SIDE_STOP - 3, "start"),
            Line.STAIRS: (point, last, "middle"),
        }
        if order:
            settings[Line.ORDER] = (fit(order, 2 * (WIDTH - EDGE - self.order_x)), self.order_x, "middle")
        floor = EDGE + max(setting.height for setting, _, _ in settings.values())
        self.upper = {line: (s, (x, floor - s.height), anchor) for line, (s, x, anchor) in settings.items()}
        self.acute_y = floor + SIDE_STOP + 12
        self.main_y = self.acute_y + STOREY
        self.side_y = self.names_y + max(setting.height for setting in self.names) + 24

    @property
    def names_y(self) -> float:
        return self.main_y + CURRENT_STATION + 10

    @property
    def danger_x(self) -> float:
        return LEFT - 52

    def _tracks(self) -> Iterator[Track]:
        plan, last = self.plan, self.xs[-1]
        if self.index_columns:
            down, up = self.index_columns
            yield plan.track(Line.INDEX, self._loop(down - TURN, down, up, up + TURN), TURN)
        yield plan.track(Line.FOLLOW, self._loop(last, self.order_x, self.back_x, self.back_x + TURN), TURN)
        for x in self.xs:
            top = self.acute_y + (SIDE_STOP + 8 if x == last else 12)
            yield plan.track(Line.STAIRS, ((x, self.main_y - STATION - 10), (x, top)))
        if Line.ORDER in self.upper:
            yield plan.track(Line.ORDER, ((last, self.acute_y), (self.order_x, self.acute_y)))
        yield plan.track(Line.ACUTE, ((self.danger_x, self.acute_y), (last, self.acute_y)))
        yield from plan.main_tracks(tuple((x, self.main_y) for x in self.xs))

    def _loop(self, leaves: float, down: float, up: float, returns: float) -> tuple[Point, ...]:
        main, side = self.main_y, self.side_y
        return ((leaves, main), (down, main), (down, side), (up, side), (up, main), (returns, main))

    def _stops(self) -> Iterator[Stop]:
        plan = self.plan
        yield plan.side_stop(Line.ACUTE, (self.danger_x, self.acute_y), "!")
        for station, x in zip(plan.routemap.stations, self.xs, strict=True):
            yield plan.stop(station, (x, self.main_y))
        yield plan.reporting_point((self.xs[-1], self.acute_y))
        if Line.ORDER in self.upper:
            yield plan.side_stop(Line.ORDER, (self.order_x, self.acute_y))
        for line, (left, right) in self._side_spans():
            yield plan.side_stop(line, ((left + right) / 2, self.side_y))

    def _side_spans(self) -> Iterator[tuple[Line, tuple[float, float]]]:
        if self.index_columns:
            yield Line.INDEX, (self.index_columns[0], self.index_columns[1])
        yield Line.FOLLOW, (self.back_x, self.order_x)

    def _upper_labels(self) -> Iterator[Label]:
        for line, (setting, at, anchor) in self.upper.items():
            yield self.plan.side_label(line, setting, at, anchor)

    def _station_labels(self) -> Iterator[Label]:
        for station, x, setting in zip(self.plan.routemap.stations, self.xs, self.names, strict=True):
            yield self.plan.station_label(station, setting, (x, self.names_y))

    def _side_labels(self) -> Iterator[Label]:
        for line, (left, right) in self._side_spans():
            setting = fit(words.line_title(self.plan.routemap, line), right - left - LANE_GAP)
            yield self.plan.side_label(line, setting, ((left + right) / 2, self.side_y + SIDE_STOP + 10))
