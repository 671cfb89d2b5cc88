"""A new walk from an earlier one: the same people, a new question. What still holds goes along; the earlier stays."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from routekaart.engine.answers import is_valid
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Question
from routekaart.walks.casefile import CaseFile, Value

PARTS = ("signals", "log", "safety_plan", "views", "calls", "follow_ups")
"""What was written around a case and can be taken along, by its field; never a code that was given to a colleague."""


def lasting_answers(case: CaseFile, routemap: RouteMap) -> dict[Question, Mapping[str, Value]]:
    """The answers that still hold under the edition of a map, by question and then by key."""
    found: dict[Question, dict[str, Value]] = {}
    for key, value in case.values.items():
        question_id = key.partition("@")[0]
        if question_id in routemap.edition.carry_over:
            question = routemap.question(question_id)
            if is_valid(question, value):
                found.setdefault(question, {})[key] = value
    return {question: found[question] for question in sorted(found, key=lambda one: routemap.placed[one.id].order)}


def written_parts(case: CaseFile) -> tuple[str, ...]:
    """The parts in which something was written."""
    return tuple(part for part in PARTS if getattr(case, part))


def taking_along(
    fresh: CaseFile, earlier: CaseFile, routemap: RouteMap, *, questions: Collection[str], parts: Collection[str]
) -> CaseFile:
    """A fresh case file with the answers to these questions and these parts of an earlier one, as far as they hold."""
    lasting = lasting_answers(earlier, routemap).items()
    values = {key: value for question, kept in lasting if question.id in questions for key, value in kept.items()}
    taken = {part: getattr(earlier, part) for part in written_parts(earlier) if part in parts}
    return replace(fresh, values=values, **taken)
