"""Sheets as somebody filled them in, read into rows that can be laid over a region's draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from routekaart.exchange.sheet import Sheet
from routekaart.presenters.desk_typing import as_contact
from routekaart.presenters.sheet_cells import Words, Wrong
from routekaart.presenters.sheet_columns import COLUMNS, INSTEAD_OF, TITLES, Column
from routekaart.presenters.sheet_writing import EXPLANATION
from routekaart.regions.bulk import PARTNER, Becomes, Fault, Kind, Path, Record
from routekaart.regions.municipalities import plain


@dataclass(frozen=True, slots=True)
class Read:
    """What sheets hold: their rows, and per sheet the headings that we do not know and those that are missing."""

    records: Sequence[Record]
    unknown: Mapping[str, Sequence[str]]
    missing: Mapping[str, Sequence[str]]


def read_sheets(sheets: Iterable[Sheet], words: Words, *, keep_what_is_empty: bool = False) -> Read:
    """The rows of all sheets, partners first. `keep_what_is_empty`: an empty cell changes nothing."""
    records: list[Record] = []
    unknown, missing = {}, {}
    for kind, sheet in sorted(_recognised(sheets), key=lambda pair: list(COLUMNS).index(pair[0])):
        columns = _columns(kind, sheet.rows[0])
        title = sheet.name or TITLES[kind]
        there = {column.path for column in columns.values()}
        if others := [str(one) for at, one in enumerate(sheet.rows[0]) if one and at not in columns]:
            unknown[title] = others
        if absent := [one.title for one in COLUMNS[kind] if one.needed and one.path not in there]:
            missing[title] = absent
        else:
            reader = _Reader(kind, columns, words, sheet.formulas, keep_what_is_empty)
            records += reader.records(sheet.rows)
    return Read(records, unknown, missing)


def _recognised(sheets: Iterable[Sheet]) -> Iterator[tuple[Kind, Sheet]]:
    """The sheets with what they are about: by their name, else by the headings that they have."""
    for sheet in sheets:
        if not sheet.rows or plain(sheet.name) == plain(EXPLANATION):
            continue
        named = [kind for kind, title in TITLES.items() if plain(title) == plain(sheet.name)]
        best = max(COLUMNS, key=lambda kind: len(_columns(kind, sheet.rows[0])))
        if named or len(_columns(best, sheet.rows[0])) > 1:
            yield (named[0] if named else best), sheet


def _columns(kind: Kind, row: Sequence[object]) -> dict[int, Column]:
    """The columns of a sheet by their place."""
    known = {plain(column.title): column for column in COLUMNS[kind]}
    found: dict[int, Column] = {}
    for at, one in enumerate(row):
        column = known.pop(plain(str(one)), None)
        if column is not None:
            found[at] = column
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows of one sheet."""

    kind: Kind
    columns: Mapping[int, Column]
    words: Words
    formulas: frozenset[tuple[int, int]]
    keeps_empty: bool
    known: dict[tuple[Path, str], Any] = field(default_factory=dict)
    """What cells were read as: in a sheet the same text stands in a column again and again."""

    def records(self, rows: Sequence[Sequence[object]]) -> Iterator[Record]:
        """Every row that has something in it, under the headings."""
        for at, row in enumerate(rows):
            texts = {place: _text(row[place]) if place < len(row) else "" for place in self.columns}
            if at and any(texts.values()):
                yield self._record(at, texts)

    def _record(self, at: int, texts: Mapping[int, str]) -> Record:
        values: dict[Path, Becomes] = {}
        faults: list[Fault] = []
        said = {self.columns[place].path: text for place, text in texts.items()}
        channel = self._channel(said.get(("kind",), ""))
        for place, text in texts.items():
            column = self.columns[place]
            if (at, place) in self.formulas:
                faults.append(Fault(column.path, "a formula"))
            elif column.path not in (PARTNER, INSTEAD_OF) and (text or not self.keeps_empty):
                try:
                    values[column.path] = self._becomes(column, text, channel)
                except Wrong as wrong:
                    faults.append(Fault(column.path, wrong.problem, wrong.near))
        instead_of = said.get(INSTEAD_OF, "")
        return Record(
            self.kind,
            at + 1,
            values,
            said,
            as_contact(channel, instead_of) if instead_of else "",
            tuple(faults),
        )

    def _channel(self, text: str) -> str:
        column = next((one for one in COLUMNS[self.kind] if one.path == ("kind",)), None)
        try:
            return str(column.read(text, self.words)) if column else ""
        except Wrong:
            return ""

    def _becomes(self, column: Column, text: str, channel: str) -> Becomes:
        """A cell that says what is there already changes nothing, however it was written."""
        if (column.path, text) not in self.known:
            self.known[column.path, text] = column.read(text, self.words)
        read = self.known[column.path, text]
        value = as_contact(channel, text) if text and column.path == ("value",) else read
        column_written, words = column.write, self.words

        def becomes(before: Any) -> Any:
            return (
                before
                if str(column_written(before, words)) == text and before is not None
                else column.lays(before, value)
            )

        return becomes


def _text(cell: object) -> str:
    return str(cell).replace("\r\n", "\n").strip()
