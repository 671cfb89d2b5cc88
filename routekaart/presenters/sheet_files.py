"""Files of every kind that go in and out, as sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from routekaart.exchange import hsds, hsds_files
from routekaart.exchange.archive import is_archive, opened
from routekaart.exchange.csv import read_csv
from routekaart.exchange.sheet import Sheet, Unreadable, Why
from routekaart.exchange.xlsx import read_xlsx
from routekaart.presenters.sheet_cells import Words
from routekaart.presenters.sheet_writing import sheets_of

REASONS: Mapping[Why, str] = {
    Why.UNKNOWN: "We kunnen dit bestand niet lezen. Kies Excel (.xlsx), .csv, of HSDS (.json of .zip).",
    Why.TOO_LARGE: "Dit bestand is uitgepakt te groot. Verdeel het over meer bestanden.",
    Why.TOO_MANY_ROWS: "Er staan meer dan 20.000 rijen in. Verdeel ze over meer bestanden.",
    Why.LONG_CELL: "Er is een rij met te veel kolommen, of een cel met meer dan 10.000 tekens. Maak die korter.",
    Why.UNSAFE: "Dit bestand is gemaakt om schade te doen, of het is stuk. Maak het opnieuw.",
    Why.EMPTY: "Er staat niets in dit bestand.",
}
"""Why a file is not read, to who sent it."""


def sheets_in(content: bytes, words: Words) -> tuple[tuple[Sheet, ...], bool]:
    """The sheets in a file, and whether its format leaves out some of what we know. Raises Unreadable."""
    if not content.strip():
        raise Unreadable(Why.EMPTY)
    if is_archive(content):
        with opened(content) as archive:
            is_book = "xl/workbook.xml" in archive.namelist()
        return (read_xlsx(content), False) if is_book else _hsds(hsds_files.read_zip(content), words)
    if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        return _hsds(hsds_files.read_json(content), words)
    return (read_csv(content),), False


def _hsds(tables: hsds.Tables, words: Words) -> tuple[tuple[Sheet, ...], bool]:
    return sheets_of(hsds.from_tables(tables), words), True


def hsds_of(slug: str, partners: Iterable[Mapping[str, Any]], words: Words) -> hsds.Tables:
    """A region's partners as the tables of HSDS."""
    return hsds.to_tables(slug, partners, words.municipalities)
