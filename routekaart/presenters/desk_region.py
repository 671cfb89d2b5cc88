"""The forms of what a region has once, and of its municipalities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from routekaart.directory import Confidence, RegionStatus
from routekaart.presenters.desk_fields import Choice, Day, Field, Group, Lines, Number, Option, Text
from routekaart.presenters.desk_form import Around
from routekaart.presenters.desk_list import Row
from routekaart.presenters.desk_partner import contact_rows
from routekaart.presenters.desk_typing import as_web

STATUSES: Mapping[RegionStatus, tuple[str, str]] = {
    RegionStatus.NATIONAL_ONLY: ("Alleen landelijke gegevens", "De regio heeft nog niets eigens ingevuld."),
    RegionStatus.DRAFT: ("Concept", "De regio is aan het invullen. Professionals zien dat het nog niet af is."),
    RegionStatus.ADOPTED: ("Vastgesteld", "De partners in de regio hebben ermee ingestemd."),
}
CONFIDENCES: Mapping[Confidence, str] = {
    Confidence.SOURCED: "gelezen in een bron",
    Confidence.INFERRED: "afgeleid uit een bron",
    Confidence.KNOWLEDGE: "algemene kennis, nog na te gaan",
}


def region_fields(around: Around) -> tuple[Field, ...]:
    """Names, status, edition, terms, coordinator, and where the data come from."""
    statuses = tuple(Option(str(status), *words) for status, words in STATUSES.items())
    return (
        Text("name", "Naam van de regio"),
        Text("display_name", "Naam van de routekaart", "Sommige regio’s geven hun protocol een eigen naam."),
        Choice("status", "Status", options=statuses, large=True),
        Day("status_on", "Datum van de status"),
        Choice("edition", "Uitgave van het protocol", EDITION, tuple(Option(*one) for one in around.editions.items())),
        Number(
            "retention_days",
            "Bewaartermijn van een doorloop",
            "Van 1 tot en met 30 dagen na de laatste wijziging.",
        ),
        _coordinator(),
        _organisation(),
        _data(),
    )


EDITION = "Doorlopen die al begonnen zijn, houden de uitgave waarmee ze begonnen."


def region_row(data: Mapping[str, Any], around: Around) -> Row:
    """The region by its name."""
    return Row(data["name"])


def municipality_fields(around: Around) -> tuple[Field, ...]:
    """The name of a municipality that is in the region already."""
    return (Text("name", "Naam", "" if around.data["fictional"] else "De officiële naam."),)


def new_municipality_fields(around: Around) -> tuple[Field, ...]:
    """A real municipality is chosen; one that is made up gets a name and a code."""
    if around.data["fictional"]:
        return (
            Text("name", "Naam"),
            Text("code", "Code", "Begint met VB, zodat het nooit een echte gemeente is.", short=True),
        )
    there = around.municipalities
    free = ((code, name) for code, name in around.free_municipalities.items() if code not in there)
    options = tuple(Option(code, name) for code, name in sorted(free, key=lambda one: one[1].lower()))
    return (
        Choice(
            "code",
            "Gemeente",
            "Gemeenten van een andere regio staan er niet bij.",
            options,
            nothing="Kies een gemeente",
        ),
    )


def named_municipality(data: dict[str, Any], around: Around) -> dict[str, Any]:
    """A municipality that was chosen by its code, with its name."""
    return {**data, "name": data.get("name") or around.free_municipalities.get(data.get("code") or "", "")}


def municipality_row(data: Mapping[str, Any], around: Around) -> Row:
    """A municipality in the list, with how many partners work there alone."""
    code = data["code"]
    own = sum(code in one["municipalities"] for one in around.data["partners"])
    return Row(
        data["name"],
        (f"code {code}", f"{own} {'partner' if own == 1 else 'partners'} alleen voor hier of enkele gemeenten"),
    )


def _coordinator() -> Group:
    fields = (
        Text("function", "Functie", "Een functie, geen naam van een mens."),
        Text("organisation", "Organisatie"),
        Lines("tasks", "Taken", "Zet elke taak op een eigen regel."),
        contact_rows(),
    )
    return Group(
        "coordinator", "Coördinator", "Het ene punt dat aanspreekbaar is op deze routekaart.", fields, optional=True
    )


def _organisation() -> Group:
    fields = (
        Text("name", "Naam"),
        Text("website", "Website", clean=as_web),
        Choice("confidence", "Hoe zeker is dit?", options=_confidences()),
    )
    return Group("organisation", "Het advies- en meldpunt van de regio", fields=fields)


def _data() -> Group:
    fields = (
        Day("as_of", "Stand van de gegevens op"),
        Choice("municipalities", "Hoe zeker is de lijst met gemeenten?", options=_confidences()),
        Text("note", "Toelichting", "Waar de gegevens vandaan komen. Dit is openbaar.", rows=4),
    )
    return Group("data", "Herkomst van de gegevens", fields=fields)


def _confidences() -> tuple[Option, ...]:
    return tuple(Option(str(one), text) for one, text in CONFIDENCES.items())
