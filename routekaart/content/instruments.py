"""instruments.yaml: which instrument is for what, and a few questions that lead to one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field

from routekaart.content.doubles import doubles
from routekaart.content.guide_forms import GuideFile, GuideForm, Lines, raise_any, read_guide, unknown
from routekaart.content.models import Id, Words
from routekaart.content.source import Finding, Source


class Choice(GuideForm):
    """A question; on yes one goes to an instrument (an id, or "" when none fits), on no to the next question."""

    question: Words
    if_yes: Words
    instrument: str = ""
    if_no: Words


class Instrument(GuideForm):
    """An instrument; `role` is who fills it in a region, `speed` says how soon."""

    id: Id
    name: Words
    role: Id
    purpose: Words
    speed: Words
    not_for: Words
    when: Lines
    is_not: Lines
    follows: Lines
    source: Words


class Confusion(GuideForm):
    """Two instruments that are often taken for each other, and what to do."""

    situation: Words
    do: Words


class InstrumentsForm(GuideFile):
    """The whole file."""

    intro: Words
    choices: Annotated[tuple[Choice, ...], Field(min_length=1)]
    instruments: Annotated[tuple[Instrument, ...], Field(min_length=1)]
    index_or_report: Annotated[tuple[Confusion, ...], Field(min_length=1)]


def read_instruments(content: Path, roles: Collection[str]) -> InstrumentsForm:
    """Raises ContentError with every finding, also for a role that nobody knows."""
    source, found = read_guide(content, "instruments.yaml", InstrumentsForm)
    raise_any(_findings(source, found, roles))
    return found


def _findings(source: Source, found: InstrumentsForm, roles: Collection[str]) -> Iterator[Finding]:
    ids = [one.id for one in found.instruments]
    yield from doubles(source, "instruments", ids)
    for place, one in enumerate(found.instruments):
        yield from unknown(source, ("instruments", place, "role"), one.role, roles, "role")
    for place, choice in enumerate(found.choices):
        yield from unknown(source, ("choices", place, "instrument"), choice.instrument, ids, "instrument")
