"""The sheets in which a region's partners and services go in and out, column by column, with what stands in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from routekaart.presenters import sheet_cells as cells
from routekaart.presenters.desk_partner import LEVELS
from routekaart.regions.bulk import PARTNER, Kind, Path

TITLES: Mapping[Kind, str] = {
    Kind.PARTNER: "Partners",
    Kind.CONTACT: "Contacten",
    Kind.LOCATION: "Adressen",
    Kind.SERVICE: "Aanbod",
}
INSTEAD_OF = ("instead_of",)
KEYS = (PARTNER, INSTEAD_OF)
"""Cells that say what a row is about and are no field of it."""


def _overwrites(before: Any, value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the field that it holds, what one fills in, and how that is read and written.

    `needed`: no sheet can do without it. `lays` puts the value over what was there.
    """

    title: str
    path: Path
    hint: str
    read: cells.Read = cells.read_text
    write: cells.Write = cells.write_text
    needed: bool = False
    lays: Callable[[Any, Any], Any] = _overwrites


_MUNICIPALITIES = ("Namen of codes, met ; ertussen. Leeg: de hele regio.", cells.read_municipalities)
_OF = Column("Partner", PARTNER, "De naam of het kenmerk van de partner, precies zoals bij Partners.", needed=True)
_FLAG = (cells.read_flag, cells.write_flag)
_LEVELS = "; ".join(f"{int(level)} {title}" for level, (title, _) in LEVELS.items())

COLUMNS: Mapping[Kind, tuple[Column, ...]] = {
    Kind.PARTNER: (
        Column(
            "Kenmerk", ("id",), "Laat leeg bij een nieuwe partner. Verander het niet: hieraan herkennen we de partner."
        ),
        Column("Naam", ("name",), "Een naam.", needed=True),
        Column("Rollen", ("roles",), "Rollen in het protocol, met ; ertussen.", cells.read_roles, cells.write_roles),
        Column("Wat de partner doet", ("does",), "Elk punt op een eigen regel.", cells.read_lines, cells.write_lines),
        Column(
            "Wat de partner niet doet",
            ("does_not",),
            "Elk punt op een eigen regel.",
            cells.read_lines,
            cells.write_lines,
        ),
        Column(
            "Openingstijden",
            ("schedule",),
            "Dag en nacht, of dagen en tijden: ma t/m vr 8:30-17:00; za 10:00-12:00.",
            cells.read_hours,
            cells.write_hours,
            lays=cells.lay_hours,
        ),
        Column("Het adres is geheim", ("address_secret",), "Ja of leeg.", *_FLAG),
        Column("Gemeenten", ("municipalities",), *_MUNICIPALITIES, cells.write_municipalities),
        Column("Opmerking", ("note",), "Een opmerking voor op de kaart."),
        Column("Bron", ("source",), "Waar je dit van weet. Dit is openbaar."),
        Column(
            "Gecontroleerd op",
            ("verification", "verified_on"),
            "Een dag, zoals 24-11-2026.",
            cells.read_day,
            cells.write_day,
        ),
        Column("Gecontroleerd door", ("verification", "verified_by"), "Een functie, geen naam van een mens."),
    ),
    Kind.CONTACT: (
        _OF,
        Column(
            "Soort",
            ("kind",),
            "Telefoon, mail, website, chat of formulier.",
            cells.read_kind,
            cells.write_kind,
            needed=True,
        ),
        Column(
            "Nummer of adres",
            ("value",),
            "Een telefoonnummer zoals 0800-2000, een mailadres of een webadres.",
            needed=True,
        ),
        Column("Waarvoor", ("label",), "Een paar woorden, zoals: aanmelden."),
        Column("Alleen voor professionals", ("professionals_only",), "Ja of leeg.", *_FLAG),
        Column("Keuze in het menu", ("menu_choice",), "Welke toets men kiest."),
        Column("Toestel", ("extension",), "Een toestelnummer."),
        Column("Opmerking over de uren", ("hours",), "Alleen als dit contact andere uren heeft dan de partner."),
        Column(
            "In plaats van", INSTEAD_OF, "Het oude nummer of adres, als dit daarvoor in de plaats komt. Anders leeg."
        ),
    ),
    Kind.LOCATION: (
        _OF,
        Column("Naam", ("name",), "De naam van de plek.", needed=True),
        Column("Straat en nummer", ("street",), "Een straat met nummer."),
        Column("Postcode", ("postal_code",), "Een postcode."),
        Column("Plaats", ("town",), "Een plaats."),
    ),
    Kind.SERVICE: (
        _OF,
        Column("Kenmerk", ("id",), "Laat leeg bij nieuw aanbod. Verander het niet: hieraan herkennen we het aanbod."),
        Column("Naam", ("name",), "Een naam.", needed=True),
        Column("Wat het is", ("what",), "Een of twee zinnen."),
        Column("Zorgniveau", ("level",), f"Het getal of de woorden: {_LEVELS}.", cells.read_level, cells.write_level),
        Column(
            "Doel",
            ("aim",),
            "Voorkomen, signaleren, stoppen of schade beperken. Leeg: wat bij het zorgniveau past.",
            cells.read_aim,
            cells.write_aim,
        ),
        Column("Voor wie", ("target", "who"), "Een paar woorden."),
        Column(
            "Vanaf leeftijd", ("target", "min_age"), "Een heel getal, of leeg.", cells.read_number, cells.write_number
        ),
        Column(
            "Tot en met leeftijd",
            ("target", "max_age"),
            "Een heel getal, of leeg.",
            cells.read_number,
            cells.write_number,
        ),
        Column("Ook tijdens de zwangerschap", ("target", "unborn"), "Ja of leeg.", *_FLAG),
        Column(
            "Thema’s", ("themes",), "Thema’s in gewone woorden, met ; ertussen.", cells.read_themes, cells.write_themes
        ),
        Column("Toegang", ("access",), "Wie het mag gebruiken, en of er een verwijzing nodig is."),
        Column("Hoe aan te melden", ("reach",), "Een paar woorden."),
        Column(
            "Wachttijd in weken",
            ("waiting", "weeks"),
            "Een heel getal, of leeg.",
            cells.read_number,
            cells.write_number,
        ),
        Column(
            "Wachttijd bekend op",
            ("waiting", "known_on"),
            "Een dag, zoals 24-11-2026.",
            cells.read_day,
            cells.write_day,
        ),
        Column("Gemeenten", ("municipalities",), *_MUNICIPALITIES, cells.write_municipalities),
    ),
}


def column_of(kind: Kind, path: Path) -> Column | None:
    """The column of a field; of a part of it too."""
    columns = COLUMNS[kind]
    exact = next((one for one in columns if one.path == path), None)
    return exact or next(
        (one for one in columns if path[: len(one.path)] == one.path or one.path[: len(path)] == path), None
    )
