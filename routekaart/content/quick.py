"""The five-minute route of an edition: questions that need no other answer first, and the calls that always stand."""

from __future__ import annotations

from collections.abc import Iterator

from routekaart.content.source import Finding, Source
from routekaart.engine.conditions import Active, literals
from routekaart.engine.references import PERSON
from routekaart.engine.vocabulary import Action, ActionKind, Edition, Item, Question, QuestionKind, Scope


def quick_wrongly(edition: Edition, source: Source) -> Iterator[Finding]:
    """A finding for each id in `quick` that cannot be asked after those before it, or in `in_doubt` that is no call."""
    items = {item.id: item for item in _items(edition)}
    for place, name in enumerate(edition.quick):
        item, before = items.get(name), edition.quick[:place]
        if not isinstance(item, Question):
            yield source.finding(("quick", place), f'"{name}" is no question', "the id of a question")
        elif missing := sorted(_looked_at(item, items) - set(before)):
            problem = f'"{name}" looks at {", ".join(missing)}, which stands not before it'
            yield source.finding(("quick", place), problem, "questions that look at earlier ones of this list only")
    for place, name in enumerate(edition.in_doubt):
        item = items.get(name)
        if not isinstance(item, Action) or item.kind is not ActionKind.CONSULTATION:
            yield source.finding(("in_doubt", place), f'"{name}" is no consultation', "an action of kind consultation")
    if edition.quick and not edition.in_doubt:
        yield source.finding(("quick",), "a quick route without `in_doubt`", "whom to call in doubt")


def _items(edition: Edition) -> Iterator[Item]:
    for step in (edition.acute, *edition.steps, edition.follow_up):
        yield from step.items
    for branch in edition.branches:
        yield from (one.item for one in branch.layer.additions)


def _looked_at(question: Question, items: dict[str, Item]) -> set[str]:
    """What must be known before a question is asked for certain, or not at all."""
    found = set()
    about_people = question.scope is not Scope.SITUATION
    for literal, each in literals(question.when):
        name = literal.item if isinstance(literal, Active) else literal.question
        about_people = about_people or each or name == PERSON
        found |= {name} - {PERSON}
    for other in items.values():
        if isinstance(other, Question) and any(question.id in option.leads_to for option in other.options):
            found.add(other.id)
    counting = {one.id for one in items.values() if isinstance(one, Question) and one.kind is QuestionKind.PEOPLE}
    return found | (counting if about_people else set())
