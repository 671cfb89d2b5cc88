"""Whether everything that a map's items name exists, comes earlier, and is looked at from the right viewpoint.

Conditions that only look back are what makes every walk end.
"""

from __future__ import annotations

from collections.abc import Iterator

from routekaart.engine.conditions import Active, Includes, Is, Literal, literals
from routekaart.engine.findings import Finding
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import (
    Category,
    Deadline,
    Invariant,
    Item,
    Outcome,
    Provenance,
    Question,
    QuestionKind,
    Scope,
)

PERSON = "persoon"
EXCLUSIVE_VALUE = "geen"


def reference_findings(routemap: RouteMap) -> tuple[Finding, ...]:
    """Everything in the map that names what is not there. Empty when all is well."""
    found: list[Finding] = list(_shape(routemap))
    for item in routemap.items():
        found += _item_findings(routemap, item)
    for invariant in routemap.invariants:
        found += _invariant_findings(routemap, invariant)
    return tuple(found)


def _finding(at: Provenance, problem: str, expected: str, line: int | None = None) -> Finding:
    return Finding(at.file, at.line if line is None else line, problem, expected)


def _shape(routemap: RouteMap) -> Iterator[Finding]:
    first = routemap.acute.items[0] if routemap.acute.items else None
    if not isinstance(first, Question) or first.option("ja") is None or first.scope is not Scope.SITUATION:
        at = routemap.acute.provenance
        yield _finding(at, "the acute line does not open with its question", 'a question with an option "ja"')
    counting = [i for i in routemap.items() if isinstance(i, Question) and i.kind is QuestionKind.PEOPLE]
    if len(counting) != 1:
        at = routemap.edition.provenance
        yield _finding(at, f"{len(counting)} questions of kind people", "exactly one")
        return
    counted_at = routemap.placed[counting[0].id].order
    for place in routemap.placed.values():
        about_somebody = place.item.scope is not Scope.SITUATION or any(each for _, each in literals(place.item.when))
        if about_somebody and place.order <= counted_at:
            problem = f'"{place.item.id}" looks at somebody before anybody is counted'
            yield _finding(place.item.provenance, problem, f'a place after "{counting[0].id}"')


def _item_findings(routemap: RouteMap, item: Item) -> Iterator[Finding]:
    order = routemap.placed[item.id].order
    for literal, for_each in literals(item.when):
        seen_from_person = for_each or item.scope is not Scope.SITUATION
        for problem, expected in _literal_problems(routemap, literal, order, seen_from_person):
            yield _finding(item.provenance, f'"{item.id}": {problem}', expected)
    if isinstance(item, Deadline):
        start = routemap.placed.get(item.starts)
        if start is None or not isinstance(start.item, Question) or start.item.kind is not QuestionKind.DATE:
            yield _finding(
                item.provenance, f'"{item.id}" starts at unknown date "{item.starts}"', "the id of a date question"
            )
    if isinstance(item, Question):
        yield from _option_findings(routemap, item, order)


def _option_findings(routemap: RouteMap, question: Question, order: int) -> Iterator[Finding]:
    for option in question.options:
        for target in option.leads_to:
            if target in routemap.placed and routemap.placed[target].order < order:
                problem = f'option "{option.value}" leads back to "{target}"'
                yield _finding(question.provenance, problem, "a later item", option.line)
        for outcome_id in option.departs_from:
            place = routemap.placed.get(outcome_id)
            if place is None or not isinstance(place.item, Outcome) or place.order > order:
                problem = f'option "{option.value}" departs from unknown outcome "{outcome_id}"'
                yield _finding(question.provenance, problem, "the id of an earlier outcome", option.line)
            elif not place.item.departable:
                problem = f'option "{option.value}" departs from "{outcome_id}"'
                yield _finding(question.provenance, problem, "an outcome that may be departed from", option.line)


def _invariant_findings(routemap: RouteMap, invariant: Invariant) -> Iterator[Finding]:
    end = len(routemap.placed)
    for condition in (invariant.given, invariant.then):
        for literal, for_each in literals(condition):
            seen_from_person = for_each or invariant.scope is not Scope.SITUATION
            for problem, expected in _literal_problems(routemap, literal, end, seen_from_person):
                yield _finding(invariant.provenance, f"{invariant.id}: {problem}", expected)
    patterns = tuple(p for p in (invariant.always, invariant.never) if p)
    for item_id in (*invariant.first, *(i for pattern in patterns for i in pattern.items)):
        if item_id not in routemap.placed:
            yield _finding(invariant.provenance, f'{invariant.id}: unknown item "{item_id}"', "the id of an item")


def _literal_problems(
    routemap: RouteMap, literal: Literal, order: int, seen_from_person: bool
) -> Iterator[tuple[str, str]]:
    if isinstance(literal, Is) and literal.question == PERSON:
        yield from _person_problems(literal, seen_from_person)
        return
    name = literal.item if isinstance(literal, Active) else literal.question
    place = routemap.placed.get(name)
    if place is None:
        yield f'unknown "{name}" in its condition', "the id of an earlier item"
        return
    if place.order >= order:
        yield f'its condition looks ahead at "{name}"', "an earlier item; conditions only look back"
    if place.item.scope is not Scope.SITUATION and not seen_from_person:
        yield f'"{name}" is there for each person', "somebody or everybody around it"
    if isinstance(literal, Active):
        if isinstance(place.item, Question):
            yield f'"{name}" is a question', "an action, record, outcome or deadline after `active`"
    else:
        yield from _answer_problems(literal, place.item)


def _person_problems(literal: Is, seen_from_person: bool) -> Iterator[tuple[str, str]]:
    if not seen_from_person:
        yield f'"{PERSON}" is known of each person only', "an item for somebody, or somebody around it"
    for value in sorted(literal.values - {str(category) for category in Category}):
        yield f'unknown category "{value}"', "one of: " + ", ".join(Category)


def _answer_problems(literal: Is | Includes, item: Item) -> Iterator[tuple[str, str]]:
    if not isinstance(item, Question):
        yield f'"{item.id}" is no question', "the id of a question"
        return
    if isinstance(literal, Includes) is not (item.kind is QuestionKind.MULTIPLE):
        yield f'"{item.id}" is of kind {item.kind}', "`includes` for multiple choice, a value for single choice"
    values = {literal.value} if isinstance(literal, Includes) else literal.values
    known = {option.value for option in item.options} | ({"weet-niet"} if item.kind is QuestionKind.DATE else set())
    for value in sorted(values - known):
        yield f'"{item.id}" has no option "{value}"', "one of: " + ", ".join(sorted(known))
