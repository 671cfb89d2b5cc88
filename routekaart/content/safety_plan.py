"""safety-plan.yaml: a plan to fill in with a family, when not to make one together, and whom to call."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from routekaart.content.doubles import doubles
from routekaart.content.guide_forms import GuideFile, GuideForm, Lines, raise_any, read_guide, unknown
from routekaart.content.models import Id, Words
from routekaart.content.source import Finding, Source
from routekaart.directory import National


class PartKind(StrEnum):
    """What is filled in."""

    TEXT = "text"
    DAY = "day"


class Caution(GuideForm):
    """When not to make a plan together. It holds for certain in a walk with one of these answers, by question.

    `in_danger`: also while danger is declared and not yet over.
    """

    text: Words
    answered: Mapping[Id, Annotated[tuple[Id, ...], Field(min_length=1)]] = {}
    in_danger: bool = False


class PlanPart(GuideForm):
    """Something to agree on, as it is asked of the family."""

    id: Id
    title: Words
    hint: Words
    kind: PartKind = PartKind.TEXT


class PlanNumber(GuideForm):
    """Whom to call: who fills a role here, or a national partner. `text` says to the family what it is for."""

    text: Words
    role: str = ""
    partner: str = ""

    @model_validator(mode="after")
    def _names_one(self) -> PlanNumber:
        if bool(self.role) == bool(self.partner):
            raise ValueError(f'number "{self.text}" names two or none; expected: a role or a partner')
        return self


class SafetyPlanForm(GuideFile):
    """The whole file. `paper` is what to mind before giving it along; `by_hand` is room to write on it."""

    intro: Words
    cautions: Annotated[tuple[Caution, ...], Field(min_length=1)]
    paper: Lines
    parts: Annotated[tuple[PlanPart, ...], Field(min_length=1)]
    numbers_heading: Words
    numbers: Annotated[tuple[PlanNumber, ...], Field(min_length=1)]
    by_hand: Lines
    closing: Words


def read_safety_plan(content: Path, national: National) -> SafetyPlanForm:
    """Raises ContentError with every finding, also for a role or partner that nobody knows."""
    source, form = read_guide(content, "safety-plan.yaml", SafetyPlanForm)
    raise_any(_findings(source, form, national.roles, national.partners))
    return form


def _findings(
    source: Source, form: SafetyPlanForm, roles: Collection[str], partners: Collection[str]
) -> Iterator[Finding]:
    yield from doubles(source, "parts", [one.id for one in form.parts])
    for at, one in enumerate(form.numbers):
        yield from unknown(source, ("numbers", at, "role"), one.role, roles, "role")
        yield from unknown(source, ("numbers", at, "partner"), one.partner, partners, "national partner")
