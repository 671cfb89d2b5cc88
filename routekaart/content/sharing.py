"""sharing.yaml: with whom one may share what, on what ground, and what to write down."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field

from routekaart.content.doubles import doubles
from routekaart.content.guide_forms import GuideFile, GuideForm, Lines, raise_any, read_guide, unknown
from routekaart.content.models import Id, Words
from routekaart.content.source import Finding, Source


class Consent(StrEnum):
    """Whether one asks before sharing."""

    NAMELESS = "zonder-naam"
    NOT_NEEDED = "niet-nodig"
    IN_DANGER = "bij-gevaar"
    ASK_FIRST = "eerst-vragen"
    INFORM = "zelf-vertellen"


class Recipient(GuideForm):
    """Somebody to share with; `role` is who that is in a region, if it is a role."""

    id: Id
    name: Words
    role: str = ""
    consent: Consent
    rule: Words
    least: Lines
    careful: Lines
    record: Words
    law: Words


class Ground(GuideForm):
    """What binds a group of professions to silence, and what opens it."""

    who: Words
    text: Words
    law: Words


class SharingForm(GuideFile):
    """The whole file. `duties` are the five questions of a conflict of duties."""

    intro: Words
    rules: Lines
    recipients: Annotated[tuple[Recipient, ...], Field(min_length=1)]
    family: Annotated[tuple[Recipient, ...], Field(min_length=1)]
    grounds: Annotated[tuple[Ground, ...], Field(min_length=1)]
    exceptions: Lines
    exceptions_note: Words
    duties: Annotated[tuple[Words, ...], Field(min_length=5, max_length=5)]
    duties_note: Words
    record: Lines


def read_sharing(content: Path, roles: Collection[str]) -> SharingForm:
    """Raises ContentError with every finding, also for a role that nobody knows."""
    source, found = read_guide(content, "sharing.yaml", SharingForm)
    raise_any(_findings(source, found, roles))
    return found


def _findings(source: Source, found: SharingForm, roles: Collection[str]) -> Iterator[Finding]:
    yield from doubles(source, "recipients", [one.id for one in found.recipients])
    yield from doubles(source, "family", [one.id for one in found.family])
    for part, rows in (("recipients", found.recipients), ("family", found.family)):
        for place, one in enumerate(rows):
            yield from unknown(source, (part, place, "role"), one.role, roles, "role")
