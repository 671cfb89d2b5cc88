"""A region's partners as sheets: for who downloads them, and to read HSDS in the same way as a sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from routekaart.exchange.sheet import Cell, Sheet
from routekaart.presenters.sheet_cells import Words
from routekaart.presenters.sheet_columns import COLUMNS, KEYS, TITLES, Column
from routekaart.regions.bulk import PARTNER, Kind, Path

EXPLANATION = "Uitleg"


def sheets_of(partners: Iterable[Mapping[str, Any]], words: Words) -> tuple[Sheet, ...]:
    """Every sheet, filled with these partners."""
    found = list(partners)
    return tuple(Sheet(TITLES[kind], (headings(kind), *_rows(kind, found, words))) for kind in COLUMNS)


def headings(kind: Kind) -> tuple[str, ...]:
    """The headings of a sheet."""
    return tuple(column.title for column in COLUMNS[kind])


def written(column: Column, thing: Mapping[str, Any] | None, words: Words) -> Cell:
    """What stands in a cell for a thing."""
    return column.write(value_at(thing, column.path), words)


def value_at(thing: Any, path: Path) -> Any:
    """The value of a field; None when it is not there."""
    for part in path:
        thing = thing.get(part) if isinstance(thing, Mapping) else None
    return thing


def explanation(words: Words) -> Sheet:
    """What stands in which column, for who fills the sheets in."""
    rows: list[tuple[Cell, ...]] = [("Blad", "Kolom", "Wat je invult", "Verplicht")]
    for kind, columns in COLUMNS.items():
        rows += [
            (TITLES[kind], one.title, one.hint, "ja" if one.needed or one.path in _NEEDED[kind] else "")
            for one in columns
        ]
    rows += [("",), *((line,) for line in _REMARKS), ("",)]
    rows += [("Gemeenten",), *((code, name) for code, name in words.municipalities.items()), ("",)]
    rows += [("Rollen",), *((one, label) for one, label in words.roles.items())]
    return Sheet(EXPLANATION, tuple(rows))


_REMARKS = (
    "Eén rij is één partner, contact, adres of aanbod. Laat de rij met koppen staan.",
    "Een blad of kolom die je niet gebruikt, haal je weg: dan blijft die informatie zoals ze is.",
    "Een lege cel maakt de informatie leeg. Rijen die je weglaat blijven gewoon bestaan.",
    "Er gebeurt niets tot je in het bureau op inlezen drukt; eerst zie je per rij wat er verandert.",
)
_NEEDED: Mapping[Kind, tuple[Path, ...]] = {
    Kind.PARTNER: (),
    Kind.CONTACT: (),
    Kind.LOCATION: (("town",),),
    Kind.SERVICE: (("what",), ("level",)),
}


def _rows(kind: Kind, partners: list[Mapping[str, Any]], words: Words) -> Iterator[tuple[Cell, ...]]:
    names = Counter(one["name"].casefold() for one in partners)
    for partner in partners:
        is_clear = names[partner["name"].casefold()] == 1 or not partner["id"]
        owner = partner["name"] if is_clear else partner["id"]
        for thing in [partner] if kind is Kind.PARTNER else partner.get(kind) or ():
            yield tuple(_cell(column, thing, owner, words) for column in COLUMNS[kind])


def _cell(column: Column, thing: Mapping[str, Any], owner: str, words: Words) -> Cell:
    if column.path in KEYS:
        return owner if column.path == PARTNER else ""
    return written(column, thing, words)
