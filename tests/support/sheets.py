"""Sheets of services as a coordinator might send them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from routekaart.exchange.sheet import Sheet
from routekaart.presenters.sheet_columns import COLUMNS, TITLES
from routekaart.regions.bulk import Kind

SERVICE: Mapping[str, Any] = {
    "Partner": "Wijkteams Voorbeeldstad",
    "Naam": "Gesprek aan huis",
    "Wat het is": "Iemand komt thuis praten.",
    "Zorgniveau": "4",
    "Doel": "stoppen",
    "Voor wie": "gezinnen",
    "Vanaf leeftijd": "0",
    "Tot en met leeftijd": "18",
    "Thema’s": "partnergeweld; kindermishandeling",
    "Toegang": "Voor iedereen.",
    "Hoe aan te melden": "Bel ons.",
    "Wachttijd in weken": "3",
    "Wachttijd bekend op": "01-11-2026",
    "Gemeenten": "Voorbeeldstad; VB0002",
}
WRONG: tuple[tuple[str, str, str], ...] = (
    ("Partner", "Nergens", "Deze partner staat niet in de regio."),
    ("Wat het is", "", "Hier staat niets."),
    ("Zorgniveau", "9", "Dit zorgniveau bestaat niet."),
    ("Doel", "genezen", "Dit doel bestaat niet."),
    ("Vanaf leeftijd", "acht", "Dit is geen heel getal."),
    ("Tot en met leeftijd", "200", "Dit getal is te groot."),
    ("Ook tijdens de zwangerschap", "misschien", "Dit is geen ja of nee."),
    ("Thema’s", "kindermishandelng", "Bedoel je ‘kindermishandeling’?"),
    ("Wachttijd bekend op", "31-02-2026", "Dit is geen dag die bestaat."),
    ("Gemeenten", "Voorbeeldstat", "Bedoel je ‘Voorbeeldstad’?"),
)
"""Ways in which a row can be wrong: the column, what stands there, and what is said of it."""


def sheet(kind: Kind, *rows: Mapping[str, Any]) -> Sheet:
    """A sheet with these rows; what a row does not name stays empty. Columns that no row names are not there."""
    titles = [one.title for one in COLUMNS[kind] if any(one.title in row for row in rows)]
    return Sheet(TITLES[kind], (tuple(titles), *(tuple(str(row.get(title, "")) for title in titles) for row in rows)))


def services(count: int, faulty: int = 0, name: str = "Aanbod") -> Sheet:
    """So many services, of which some are faulty, spread over the sheet and over the ways to be wrong.

    The faulty ones are rows 11, 11 + step, … of the sheet; see `faulty_rows`.
    """
    rows = [{**SERVICE, "Naam": f"{name} {number}", "Ook tijdens de zwangerschap": ""} for number in range(count)]
    for place, at in enumerate(faulty_rows(count, faulty)):
        column, said, _ = WRONG[place % len(WRONG)]
        rows[at - 2][column] = said
    return sheet(Kind.SERVICE, *rows)


def faulty_rows(count: int, faulty: int) -> list[int]:
    """The numbers of the faulty rows in the sheet, whose first row has the headings."""
    return [11 + place * (count // faulty) for place in range(faulty)]
