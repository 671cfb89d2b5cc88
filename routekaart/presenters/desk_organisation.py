"""The form of an organisation at the desk: its own people for the code; and how the list tells of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from routekaart.presenters.desk_fields import Choice, Choices, Field, Kept, Option, Rows, Text
from routekaart.presenters.desk_form import Around
from routekaart.presenters.desk_layer import Carried
from routekaart.presenters.desk_list import Row
from routekaart.presenters.desk_partner import municipality_options, partner_fields

OWN = "aandachtsfunctionaris"
ELSEWHERE: Mapping[str, Any] = {"address_secret": False, "locations": [], "municipalities": [], "services": []}
"""Of a partner, what people inside an organisation do not have."""


def organisation_fields(around: Around) -> tuple[Field, ...]:
    """An organisation, and the people in it to whom one goes: functions, never names."""
    sectors = tuple(Option(name, title) for name, title in around.sectors.items())
    return (
        Text("name", "Naam van de organisatie"),
        Choice("sector", "Sector", options=sectors),
        Choices("municipalities", "Gemeenten", options=tuple(municipality_options(around)), inline=True),
        Text("note", "Opmerking", "Eén zin, voor op de pagina van de regio.", rows=2),
        _people(around),
    )


def organisation_row(data: Mapping[str, Any], around: Around) -> Row:
    """An organisation in the list; marked when nobody is its designated officer."""
    has_officer = any(OWN in one["roles"] for one in data["partners"])
    return Row(
        name=data["name"],
        about=(around.sectors.get(data["sector"], data["sector"]), _count(len(data["partners"]))),
        mark="" if has_officer else "geen aandachtsfunctionaris",
    )


def _people(around: Around) -> Rows:
    fields = tuple(
        Carried(one.name, "", blank=ELSEWHERE[one.name]) if one.name in ELSEWHERE else one
        for one in partner_fields(around)
    )
    return Rows(
        "partners",
        "Mensen voor de meldcode",
        "De aandachtsfunctionaris, de leidinggevende, collega’s. Een functie, geen naam van een mens.",
        (Kept("id", ""), *fields),
        "functie",
        named_by="name",
        title_by=("name",),
        folded=True,
    )


def _count(people: int) -> str:
    return "één functie" if people == 1 else f"{people} functies"
