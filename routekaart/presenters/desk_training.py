"""The form of a course at the desk, and how the list of courses tells of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from routekaart.presenters.desk_fields import Choice, Field, Group, Option, Text
from routekaart.presenters.desk_form import Around
from routekaart.presenters.desk_list import Row
from routekaart.presenters.desk_partner import KINDS


def training_fields(_around: Around) -> tuple[Field, ...]:
    """What one learns, for whom it is, and how to apply."""
    kinds = tuple(Option(str(kind), text) for kind, text in KINDS.items())
    apply = (
        Choice("kind", "Soort", options=kinds),
        Text("value", "Nummer of adres", "Een telefoonnummer, mailadres of webadres. Wij schrijven het netjes."),
        Text("label", "Waarvoor", "Bijvoorbeeld: aanmelden."),
    )
    return (
        Text("title", "Naam van de scholing"),
        Text("what", "Wat je er leert of doet", rows=3),
        Text("whom", "Voor wie"),
        Text("provider", "Wie geeft het"),
        Text("duration", "Hoe lang het duurt", "Bijvoorbeeld: één dagdeel."),
        Group("apply", "Aanmelden", fields=apply, optional=True),
    )


def training_row(data: Mapping[str, Any], _around: Around) -> Row:
    """A course in the list; marked when one cannot apply."""
    facts = (data["whom"], data["duration"], data["provider"])
    return Row(data["title"], (" · ".join(one for one in facts if one),), "" if data["apply"] else "geen aanmelding")
