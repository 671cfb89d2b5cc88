"""Every completion of a partial walk, one by one: slow, plain, and nothing that the engine's own answer rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from routekaart.engine.answers import Answers, Value, is_valid, key
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Action, Category, Due, Outcome, Question, QuestionKind
from routekaart.engine.walk import Walk, walk

Pieces = frozenset[tuple[str, str]]


def every_value(question: Question) -> list[Value]:
    """Each valid answer: all choices, two kinds of days, all groups of one or two people."""
    if question.kind is QuestionKind.SINGLE:
        return [option.value for option in question.options]
    if question.kind is QuestionKind.DATE:
        return ["weet-niet", "2026-03-02"]
    if question.kind is QuestionKind.PEOPLE:
        kinds = [str(category) for category in Category]
        pairs = [{one: 1, other: 1} for one, other in combinations(kinds, 2)]
        return [*({kind: 1} for kind in kinds), *({kind: 2} for kind in kinds), *pairs]
    names = [option.value for option in question.options]
    chosen = (some for size in range(1, len(names) + 1) for some in combinations(names, size))
    return [some for some in chosen if is_valid(question, some)]


def completed(routemap: RouteMap, *starts: Mapping[str, Value]) -> Iterator[tuple[Walk, ...]]:
    """The walks that these answers end in, for every answer to the questions that any of them still asks."""
    reasons = {item.id: "een reden" for item in routemap.items() if isinstance(item, Outcome)}
    walks = tuple(walk(routemap, Answers(values, reasons)) for values in starts)
    position = next((one.position for one in walks if one.position), None)
    if position is None:
        yield walks
        return
    at = key(position.question, position.people[0] if position.people else None)
    for value in every_value(position.question):
        yield from completed(routemap, *({**values, at: value} for values in starts))


def pieces(one: Walk) -> Pieces:
    """The advice of a finished walk: each outcome and action with everybody it is for."""
    led: dict[str, list[bool]] = {}
    for question in one.routemap.items():
        for option in question.options if isinstance(question, Question) else ():
            for target in option.leads_to:
                led.setdefault(target, []).append(option.unknown)
    not_counted = {name for name, unknown in led.items() if all(unknown)}
    counted = (*one.outcomes, *(advised for advised in one.actions if advised.item.id not in not_counted))
    return frozenset((advised.item.id, who) for advised in counted for who in _people(advised.people))


def _people(people: tuple) -> list[str]:
    return [person.id for person in people] or [""]


def weight(routemap: RouteMap, item_id: str) -> int:
    """0 for an outcome, 1 for what is to be done today, 2 for another action."""
    item = routemap.placed[item_id].item
    return 0 if isinstance(item, Outcome) else 1 if isinstance(item, Action) and item.due in (Due.NOW, Due.TODAY) else 2


def heaviest_change(start: Walk, question: Question, at: str, value: Value) -> int | None:
    """The weight of the heaviest thing that another answer than this value changes in some completion; None: none."""
    lost = {one.key for one in start.dropped}
    kept = {name: given for name, given in start.answers.values.items() if name not in lost}
    found: set[int] = set()
    for other in every_value(question):
        if other != value:
            for one, another in completed(start.routemap, kept, {**kept, at: other}):
                found |= {weight(start.routemap, item_id) for item_id, _ in pieces(one) ^ pieces(another)}
                if 0 in found:
                    return 0
    return min(found, default=None)
