"""The form of a document of the region at the desk, and how the library tells of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from routekaart.directory import Verification, stale
from routekaart.presenters.desk_agreements import role_options, step_options
from routekaart.presenters.desk_fields import Choices, Day, Field, Number, Text
from routekaart.presenters.desk_form import Around
from routekaart.presenters.desk_list import Row
from routekaart.presenters.desk_typing import as_web
from routekaart.presenters.words import listed

USUAL_MONTHS = 12


def document_fields(around: Around) -> tuple[Field, ...]:
    """What a document is, where it is, for whom and at which steps one needs it, and when it was checked."""
    return (
        Text("title", "Titel"),
        Text("what", "Wat het is en waarvoor je het gebruikt", rows=2),
        Text("link", "Webadres", "Het document zelf blijft staan waar het staat.", type="url", clean=as_web),
        Choices(
            "steps", "Bij welke stappen", "Het staat dan ook bij die stappen.", options=tuple(step_options(around))
        ),
        Choices(
            "roles", "Voor wie", "Vink niets aan als het voor iedereen is.", tuple(role_options(around)), folded=True
        ),
        Day("reviewed_on", "Gecontroleerd op"),
        Text("reviewed_by", "Door", "Een functie, geen naam van een mens."),
        Number("review_months", "Opnieuw controleren na (maanden)"),
    )


def new_document(_asked: Mapping[str, str]) -> dict[str, Any]:
    """What a new document begins with."""
    return {"review_months": USUAL_MONTHS}


def document_checked_today(_data: Mapping[str, Any], around: Around, who: str) -> dict[str, Any]:
    """The document as checked today by somebody."""
    return {"reviewed_on": around.today.isoformat(), "reviewed_by": who}


def document_row(data: Mapping[str, Any], around: Around) -> Row:
    """A document in the library; marked when it was not checked recently."""
    steps = listed([around.steps.get(one, one) for one in data["steps"]])
    roles = listed([around.roles.get(one, one) for one in data["roles"]])
    on = data["reviewed_on"] and date.fromisoformat(data["reviewed_on"])
    checked = Verification(on, data["reviewed_by"], data["review_months"]) if on else None
    return Row(
        name=data["title"],
        about=(data["link"], f"Bij: {steps}" if steps else "", f"Voor: {roles}" if roles else "Voor iedereen"),
        mark="niet recent gecontroleerd" if stale(checked, around.today) else "",
    )
