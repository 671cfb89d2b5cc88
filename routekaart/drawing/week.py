"""A week as a band: who can be reached when. Told by height as well as by colour. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from routekaart.drawing.svg import Pen, number, root

DAY_WIDTH = 96.0
HEIGHT = 32.0
HEIGHTS = {"here": 1.0, "unknown": 0.55, "fallback": 0.25, "nobody": 0.0}
MINUTES = 24 * 60
Piece = tuple[int, int, str]


def week_band(days: Sequence[Sequence[Piece]], *, title: str, told: str, key: str) -> str:
    """SVG text. A day is its pieces: from, until (minutes after midnight), and one of HEIGHTS.

    It stretches to the width that the page gives it.
    """
    pen = Pen(standalone=False)
    parts = [_piece(pen, day, *piece) for day, pieces in enumerate(days) for piece in pieces]
    parts += [
        pen.element("rect", "week__edge", {"x": day * DAY_WIDTH - 0.5, "y": 0.0, "width": 1.0, "height": HEIGHT})
        for day in range(1, len(days))
    ]
    box = {"viewBox": f"0 0 {number(len(days) * DAY_WIDTH)} {number(HEIGHT)}", "preserveAspectRatio": "none"}
    return root(pen, "week__band", box, "".join(parts), title=title, told=told, key=escape(key), linked=False)


def _piece(pen: Pen, day: int, start: int, until: int, kind: str) -> str:
    left, width = (day + start / MINUTES) * DAY_WIDTH, (until - start) / MINUTES * DAY_WIDTH
    height = HEIGHT * HEIGHTS[kind]
    if not height:
        return ""
    box = {"x": left, "y": HEIGHT - height, "width": width, "height": height}
    return pen.element("rect", f"week__piece week__piece--{kind}", box)
