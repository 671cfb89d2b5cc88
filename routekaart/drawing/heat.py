"""A heat picture: a square for each row and column, filled as far as it is covered, with its number. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from routekaart.drawing.svg import Pen, drawing

LABELS = 164.0
HEAD = 30.0
SIDE = 44.0
GAP = 4.0
SIZE = 15.0
Square = tuple[int, float]
"""A number, and which part of the whole is covered (0 to 1)."""


def heat_picture(
    columns: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Square]]],
    *,
    title: str,
    told: str,
    key: str,
    standalone: bool = False,
) -> str:
    """SVG text. What is covered in part is filled from below so far; nothing at all is an empty, dashed square."""
    pen = Pen(standalone)
    parts = [_text(pen, _left(at) + SIDE / 2, HEAD - 10, name, "middle", 700) for at, name in enumerate(columns)]
    for line, (name, squares) in enumerate(rows):
        top = HEAD + line * (SIDE + GAP)
        parts.append(_text(pen, 0, top + SIDE / 2 + SIZE * 0.35, name, "start", 400))
        parts += [_square(pen, _left(at), top, *square) for at, square in enumerate(squares)]
    size = (_left(len(columns)), HEAD + len(rows) * (SIDE + GAP))
    return drawing(pen, "heat", size, "".join(parts), title=title, told=told, key=key)


def _left(column: int) -> float:
    return LABELS + column * (SIDE + GAP)


def _text(pen: Pen, x: float, y: float, words: str, anchor: str, weight: int) -> str:
    return pen.text("heat__text", x, y, words, SIZE, weight, anchor)


def _square(pen: Pen, left: float, top: float, count: int, part: float) -> str:
    """The frame, what is covered, and the number: on the filling when all is covered, else above it."""
    frame = {"x": left + 1, "y": top + 1, "width": SIDE - 2, "height": SIDE - 2, "rx": 4.0}
    if part >= 1:
        number = pen.text("heat__text heat__text--all", left + SIDE / 2, top + 28, str(count), SIZE, 700, "middle")
        return pen.element("rect", "heat__cover", frame) + number
    if not count:
        return pen.element("rect", "heat__frame heat__frame--none", {**frame, "stroke-dasharray": "3 3"})
    height = max(4.0, (SIDE - 2) * part * 0.45)
    cover = {"x": left + 1, "y": top + SIDE - 1 - height, "width": SIDE - 2, "height": height}
    number = pen.text("heat__text", left + SIDE / 2, top + 19, str(count), SIZE, 700, "middle")
    return pen.element("rect", "heat__frame", frame) + pen.element("rect", "heat__cover", cover) + number
