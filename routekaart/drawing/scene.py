"""What stands where in a drawing, before it becomes SVG: tracks, stops and labels with their boxes. User units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from routekaart.drawing.lettering import LEADING, Lettering

Point = tuple[float, float]


class Line(StrEnum):
    """The lines of the map; a branch names its own with these words."""

    MAIN = "main"
    ACUTE = "acute"
    ORDER = "order"
    INDEX = "index"
    FOLLOW = "follow"
    STAIRS = "stairs"


class State(StrEnum):
    """Where a walk stands with a stop."""

    AHEAD = "ahead"
    VISITED = "visited"
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any area."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def distance_to(self, point: Point) -> float:
        """How far a point lies outside; 0 within."""
        x, y = point
        return hypot(max(self.left - x, 0, x - self.right), max(self.top - y, 0, y - self.bottom))


@dataclass(frozen=True, slots=True)
class Track:
    """A stretch of line along corner points; corners are rounded. `open` is track that still lies ahead."""

    line: Line
    corners: tuple[Point, ...]
    width: float
    radius: float = 0
    open: bool = False

    def rounded(self) -> Iterator[tuple[Point, Point, Point]]:
        """Each inner corner as the curve from where the track leaves its leg, by the corner, to the next leg."""
        for before, corner, after in zip(self.corners, self.corners[1:], self.corners[2:], strict=False):
            yield _towards(corner, before, self.radius), corner, _towards(corner, after, self.radius)

    def samples(self) -> Iterator[Point]:
        """Points along the middle of the track, at most two units apart."""
        at = self.corners[0]
        for enter, corner, leave in self.rounded():
            yield from _between(at, enter)
            for step in range(17):
                t = step / 16
                yield (
                    (1 - t) ** 2 * enter[0] + 2 * t * (1 - t) * corner[0] + t**2 * leave[0],
                    (1 - t) ** 2 * enter[1] + 2 * t * (1 - t) * corner[1] + t**2 * leave[1],
                )
            at = leave
        yield from _between(at, self.corners[-1])


def _towards(start: Point, end: Point, length: float) -> Point:
    whole = hypot(end[0] - start[0], end[1] - start[1])
    share = min(length, whole / 2) / whole if whole else 0
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _between(start: Point, end: Point) -> Iterator[Point]:
    steps = max(1, int(hypot(end[0] - start[0], end[1] - start[1]) / 2) + 1)
    for step in range(steps + 1):
        t = step / steps
        yield (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A station or the stop of a side line. `name` is what a reader hears; `href` makes it a link.

    `mark` is written in it. A square one is no step of the main line.
    """

    line: Line
    at: Point
    radius: float
    state: State
    name: str
    mark: str = ""
    square: bool = False
    href: str = ""

    @property
    def box(self) -> Box:
        """The stop with its ring and, when current, its halo."""
        reach = self.radius + (5 if self.line is Line.ACUTE and self.state is State.CURRENT else 0)
        x, y = self.at
        return Box(x - reach, y - reach, x + reach, y + reach)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words in their lane. `at` is the anchor (start, middle or end) at the top of the first line."""

    line: Line
    setting: Lettering
    at: Point
    anchor: str = "middle"
    bold: bool = False
    plain: bool = False
    href: str = ""

    @property
    def box(self) -> Box:
        """The room that the words take."""
        x, top = self.at
        width = self.setting.width
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return Box(left, top, left + width, top + self.setting.height)

    def baselines(self) -> Iterator[tuple[str, float]]:
        """Each line with the height at which it is written."""
        size = self.setting.size
        for number, line in enumerate(self.setting.lines):
            yield line, self.at[1] + size * LEADING * number + size * 0.95


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole drawing; tracks are drawn first, labels last."""

    width: float
    height: float
    tracks: tuple[Track, ...]
    stops: tuple[Stop, ...]
    labels: tuple[Label, ...]
