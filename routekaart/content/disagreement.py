"""disagreement.yaml: what to do when somebody sees it otherwise or refuses the case, and who holds it meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field

from routekaart.content.doubles import doubles
from routekaart.content.guide_forms import GuideFile, GuideForm, Lines, raise_any, read_guide, unknown
from routekaart.content.models import Id, Words
from routekaart.content.source import Finding, Source


class DisagreementStep(GuideForm):
    """One thing to do, and by when."""

    text: Words
    term: Words


class Disagreement(GuideForm):
    """One kind of disagreement. `holds` says who holds the case until it is settled (R16)."""

    id: Id
    title: Words
    steps: Annotated[tuple[DisagreementStep, ...], Field(min_length=2)]
    say: Lines
    decides: Words
    holds: Words
    record: Words
    roles: tuple[Id, ...] = ()
    source: Words


class DisagreementForm(GuideFile):
    """The whole file."""

    intro: Words
    rules: Lines
    disagreements: Annotated[tuple[Disagreement, ...], Field(min_length=1)]


def read_disagreement(content: Path, roles: Collection[str]) -> DisagreementForm:
    """Raises ContentError with every finding, also for a role that nobody knows."""
    source, found = read_guide(content, "disagreement.yaml", DisagreementForm)
    raise_any(_findings(source, found, roles))
    return found


def _findings(source: Source, found: DisagreementForm, roles: Collection[str]) -> Iterator[Finding]:
    yield from doubles(source, "disagreements", [one.id for one in found.disagreements])
    for place, one in enumerate(found.disagreements):
        for at, role in enumerate(one.roles):
            yield from unknown(source, ("disagreements", place, "roles", at), role, roles, "role")
