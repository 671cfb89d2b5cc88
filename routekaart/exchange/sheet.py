"""A sheet of cells, as CSV and XLSX have it: what both share, and the bounds that every upload is held to. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MOST_ROWS = 20_000
MOST_COLUMNS = 60
MOST_CHARACTERS = 10_000
"""In one cell; no field of a region is near to it."""

Cell = str | int
Row = tuple[Cell, ...]
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


class Why(StrEnum):
    """Why a file cannot be read."""

    UNKNOWN = "unknown"
    """It is no file of a kind that we read, or it is damaged."""
    TOO_LARGE = "too large"
    TOO_MANY_ROWS = "too many rows"
    LONG_CELL = "long cell"
    UNSAFE = "unsafe"
    """It declares things of its own, as only a made-up file does."""
    EMPTY = "empty"


class Unreadable(Exception):
    """A file that we do not read, and why."""

    def __init__(self, why: Why) -> None:
        """Nothing of the file goes into the error."""
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name ("" in a CSV file) and its rows, the first with the headings.

    Numbers stand as such when written; read, every cell is text. `formulas` are the places (row, column, from nought)
    of cells that hold a formula: its outcome is not known to us.
    """

    name: str
    rows: tuple[Row, ...]
    formulas: frozenset[tuple[int, int]] = frozenset()


def defused(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that would be gets an apostrophe in front."""
    return f"'{text}" if _FORMULA.match(text) else text


def fused(text: str) -> str:
    """The text that was defused; any other text as it is."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def bounded(rows: Iterable[Iterable[str]], most: int = MOST_ROWS) -> tuple[tuple[str, ...], ...]:
    """Rows that are not too many or too long, without the empty cells and rows at the end. Raises Unreadable."""
    found: list[tuple[str, ...]] = []
    for row in rows:
        cells = tuple(row)
        while cells and not cells[-1]:
            cells = cells[:-1]
        if len(found) > most:
            raise Unreadable(Why.TOO_MANY_ROWS)
        if len(cells) > MOST_COLUMNS or any(len(cell) > MOST_CHARACTERS for cell in cells):
            raise Unreadable(Why.LONG_CELL)
        found.append(cells)
    while found and not found[-1]:
        found.pop()
    return tuple(found)
