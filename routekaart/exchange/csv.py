"""CSV as Dutch spreadsheets write and open it: semicolons, a mark at the start that says UTF-8. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from routekaart.exchange.sheet import MOST_ROWS, Row, Sheet, Unreadable, Why, bounded, defused, fused

CONTENT_TYPE = "text/csv; charset=utf-8"
_MARK = "\ufeff"
_SEPARATORS = ";,\t"


def write_csv(rows: Iterable[Row]) -> bytes:
    """Rows as a file. A cell that a spreadsheet would run as a formula is defused."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([[defused(str(cell)) for cell in row] for row in rows])
    return (_MARK + text.getvalue()).encode()


def read_csv(content: bytes, *, most: int = MOST_ROWS) -> Sheet:
    """The rows of a file with semicolons, commas or tabs, in UTF-8 or as old Windows wrote it. Raises Unreadable."""
    text = _decoded(content)
    if "\0" in text or not text.strip():
        raise Unreadable(Why.UNKNOWN if text.strip() else Why.EMPTY)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
        return Sheet("", bounded(([fused(cell) for cell in row] for row in rows), most))
    except csv.Error:
        raise Unreadable(Why.UNKNOWN) from None


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _separator(text: str) -> str:
    """The one that the line with the headings has most of."""
    first = text.splitlines()[0] if text.splitlines() else ""
    return max(_SEPARATORS, key=first.count)
