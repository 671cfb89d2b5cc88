"""Who fills which role where: the matrix of roles and municipalities with its gaps, and the form of one filling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from routekaart.directory import Directory, FilledBy, Partner, Role, RoleLevel
from routekaart.presenters.desk_fields import Choice, Choices, Field, Option, Shown, Text
from routekaart.presenters.desk_form import Around
from routekaart.presenters.desk_list import Row
from routekaart.presenters.desk_partner import municipality_options
from routekaart.presenters.words import listed
from routekaart.regions.editing import Entry

REGION = ""
"""The column of the whole region."""
NOBODY, WHOLE_REGION = "niemand", "hele regio"


def binding_fields(around: Around) -> tuple[Field, ...]:
    """A partner fills a role, in some municipalities or in all."""
    roles = tuple(Option(one.id, around.roles[one.id]) for one in filled_here(around))
    partners = tuple(
        Option(one, name) for one, name in sorted(around.partners.items(), key=lambda pair: pair[1].lower())
    )
    return (
        Choice("role", "Rol", options=roles, nothing="Kies een rol"),
        Choice("partner", "Wie vult de rol?", options=partners, nothing="Kies een partner"),
        Choices(
            "municipalities",
            "Waar?",
            "Vink niets aan als het voor de hele regio is. Een gemeente die je aanvinkt, gaat voor op de hele regio.",
            options=tuple(municipality_options(around)),
            inline=True,
        ),
        Text("note", "Opmerking", "Staat op de kaart bij deze rol."),
    )


def filled_here(around: Around) -> Iterator[Role]:
    """The roles that a region fills, and others that somebody here fills all the same."""
    bound = {one["role"] for one in around.data["bindings"]}
    roles = around.national.roles.values()
    return (one for one in roles if one.level is RoleLevel.REGION or one.id in bound)


def binding_row(data: Mapping[str, Any], around: Around) -> Row:
    """One filling: who does what where."""
    places = [around.municipalities.get(one, one) for one in data["municipalities"]]
    partner, role = around.partners.get(data["partner"], ""), around.roles.get(data["role"], "")
    return Row(f"{role}: {partner}", (listed(places) or WHOLE_REGION, data["note"]))


def role_matrix(directory: Directory, entries: tuple[Entry, ...], around: Around) -> Shown:
    """A row for each role, a column for the region and for each municipality that differs somewhere."""
    roles = list(filled_here(around))
    columns = {REGION: "Hele regio", **_columns(entries, around)}
    rows = [_row(role, directory, entries, around, columns) for role in roles]
    gaps = [_gap(one.role, one.municipality, around) for one in directory.gaps([role.id for role in roles])]
    return {"columns": list(columns.values()), "rows": rows, "gaps": gaps, "others": _others(columns, around)}


def _columns(entries: tuple[Entry, ...], around: Around) -> dict[str, str]:
    """The municipalities in which something differs from the rest of the region."""
    named = {code for entry in entries for code in entry.data["municipalities"]}
    return {code: name for code, name in around.municipalities.items() if code in named}


def _others(columns: Mapping[str, str], around: Around) -> str:
    """The municipalities that have no column of their own, in words."""
    return listed([name for code, name in around.municipalities.items() if code not in columns])


def _row(
    role: Role, directory: Directory, entries: tuple[Entry, ...], around: Around, columns: Mapping[str, str]
) -> Shown:
    cells = [_cell(role, code, directory, entries) for code in columns]
    return {"role": role.id, "name": around.roles[role.id], "cells": cells}


def _cell(role: Role, code: str, directory: Directory, entries: tuple[Entry, ...]) -> Shown:
    """Who fills a role in one place: somebody of its own (with the entry), as in the region, the country, or nobody."""
    own = [entry for entry in entries if entry.data["role"] == role.id and _is_for(entry, code)]
    if own:
        links = [{"id": one.id, "text": directory.partners[one.data["partner"]].name} for one in own]
        return {"links": links, "text": "", "municipality": code, "is_gap": False}
    filling = directory.filling(role.id, code or None)
    text = "als hele regio"
    if code == REGION and filling.by in (FilledBy.REGION, FilledBy.MUNICIPALITY):
        text = "per gemeente"
    elif filling.by is FilledBy.NATIONAL:
        text = f"landelijk: {_names(filling.partners)}"
    elif filling.by is FilledBy.NOBODY:
        text = NOBODY
    return {"links": [], "text": text, "municipality": code, "is_gap": filling.by is FilledBy.NOBODY}


def _is_for(entry: Entry, code: str) -> bool:
    return code in entry.data["municipalities"] if code else not entry.data["municipalities"]


def _names(partners: tuple[Partner, ...]) -> str:
    return listed([one.name for one in partners])


def _gap(role: Role, code: str | None, around: Around) -> Shown:
    place = around.municipalities.get(code or "", "")
    return {"role": role.id, "name": around.roles[role.id], "municipality": code or "", "place": place or WHOLE_REGION}
