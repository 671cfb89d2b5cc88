"""Scenarios in YAML: a walk in stages over the real content, with what is expected after each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from routekaart.directory import public_holidays
from routekaart.engine.answers import Answers, Value, is_valid, people_in
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import CATEGORIES_IN
from routekaart.engine.walk import answer, declare_acute, walk
from routekaart.exchange.walk_json import WalkJson
from routekaart.presenters.walk_json import walk_document
from routekaart.regions.written import WrittenRegions
from tests.support.regions import CONTENT

TODAY = date(2026, 5, 12)
EVERYBODY = "allen"
FINISHED = "klaar"


@cache
def written() -> WrittenRegions:
    """The real content, read once."""
    return WrittenRegions(CONTENT)


@dataclass(slots=True)
class Stage:
    """What is answered (or declared), and what must hold afterwards."""

    expect: Mapping[str, Any]
    answers: Mapping[str, Any] = field(default_factory=dict)
    departures: Mapping[str, str] = field(default_factory=dict)
    danger: bool = False


@dataclass(slots=True)
class Scenario:
    """A case as somebody could meet it."""

    title: str
    region: str
    sector: str
    stages: list[Stage]
    edition: str | None = None
    organisation: str | None = None

    def walked(self) -> Iterator[tuple[Stage, WalkJson, list[str]]]:
        """Each stage with the walk after it, and the earlier answers that no longer count."""
        here = written().map(self.region, self.sector, edition=self.edition, organisation=self.organisation)
        given = Answers()
        for stage in self.stages:
            given = declare_acute(here.routemap, given) if stage.danger else given
            found = answer(here.routemap, given, values_of(stage.answers, given, here.routemap))
            dropped = sorted(one.key for one in found.dropped if one.key in given.values)
            given = found.answers
            for outcome, reason in stage.departures.items():
                given = given.departing(outcome, reason)
            found = walk(here.routemap, given)
            yield stage, walk_document(found, here.directory, today=TODAY, is_holiday=is_holiday), dropped


def is_holiday(day: date) -> bool:
    return day in public_holidays(day.year)


def read(path: Path) -> Scenario:
    """The scenario of a file that holds one."""
    return read_all(path)[0]


def read_all(path: Path) -> list[Scenario]:
    """The scenarios of a file: one with stages, or the cases of a table on a shared base of answers."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "cases" not in data:
        return [Scenario(**data | {"stages": [Stage(**one) for one in data["stages"]]})]
    return [_case(dict(one), data.get("base", {}), data.get("edition")) for one in data["cases"]]


def _case(case: dict[str, Any], base: Mapping[str, Any], edition: str | None) -> Scenario:
    """A case's own answers come over the base (null leaves one out); `then` holds the stages that follow."""
    later = [Stage(**one) for one in case.pop("then", [])]
    answers = {name: value for name, value in {**base, **case.pop("answers", {})}.items() if value is not None}
    first = Stage(answers=answers, expect=case.pop("expect"), danger=case.pop("danger", False))
    return Scenario(**{"edition": edition} | case, stages=[first, *later])


def values_of(written_answers: Mapping[str, Any], given: Answers, routemap: RouteMap) -> dict[str, Value]:
    """Answers by key. A question for each person takes an answer for all, or per person with `allen` for the others."""
    values: dict[str, Value] = {}
    counts = written_answers.get("wie") or given.values.get("wie") or {}
    for question_id, said in written_answers.items():
        question = routemap.question(question_id)
        if not routemap.is_for_each(question_id):
            values[question_id] = tuple(said) if isinstance(said, list) else said
        else:
            each = said if isinstance(said, Mapping) else {EVERYBODY: said}
            for person in people_in(counts):
                in_scope = person.category in CATEGORIES_IN[question.scope]
                if in_scope and (value := each.get(person.id, each.get(EVERYBODY))) is not None:
                    values[f"{question_id}@{person.id}"] = value
        for name, value in values.items():
            assert name.partition("@")[0] != question_id or is_valid(question, value), f"{name}: {value}"
    return values
