"""Whether a map hangs together: nothing looks ahead, is out of reach, ends without advice, or asks in vain."""

from __future__ import annotations

from collections.abc import Iterator

from routekaart.engine.conditions import ALWAYS, Active, All, Any, Condition, Includes, Is, Not, Somebody, literals
from routekaart.engine.findings import Finding
from routekaart.engine.proofs.paths import Path
from routekaart.engine.proofs.report import Shown, finding_at, role_of
from routekaart.engine.proofs.search import Search, is_true
from routekaart.engine.references import PERSON
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import CATEGORIES_IN, Deadline, Item, Option, Outcome, Question, QuestionKind, Scope

NEVER = Any()
Found = Iterator[Finding | Shown]


def roles(routemap: RouteMap, known: frozenset[str]) -> Found:
    """Each role that an item names exists."""
    for item in routemap.items():
        role = role_of(item)
        if role and role not in known:
            yield finding_at(item.provenance, f'unknown role "{role}"', "one of: " + ", ".join(sorted(known)))


def reachability(search: Search) -> Found:
    """Each item takes part on some walk. A question that takes part can be answered with each of its options."""
    waiting = list(search.routemap.items())
    while waiting:
        item, *waiting = waiting
        model = search.possible(Active(item.id), for_person=_for_each(item))
        if model is None:
            yield finding_at(item.provenance, f'"{item.id}" takes part on no path', "a condition that can hold")
        else:
            reached = search.encoding.takes_part
            waiting = [i for i in waiting if not is_true(model, reached(i.id, 1 if _for_each(i) else None))]


def completeness(search: Search) -> Found:
    """At the end of each walk there is an outcome, and for each of the people one of their own or of the situation."""
    outcomes = [item for item in search.routemap.items() if isinstance(item, Outcome)]
    nothing = Not(Any(tuple(_for_anybody(item) for item in outcomes)))
    nobody = Not(Any(tuple(Active(item.id) for item in outcomes)))
    if path := search.untold("nothing", nothing):
        yield _without_outcome(search.routemap, path, nothing, "a path ends without any outcome")
    if search.is_told("nothing", nothing):
        return
    if path := search.untold("nobody", nobody, for_person=True):
        yield _without_outcome(search.routemap, path, nobody, f"a path ends without an outcome for {path.person_id}")


def _without_outcome(routemap: RouteMap, path: Path, condition: Condition, problem: str) -> Shown:
    last = [routemap.acute_question.id, *path.answers.values][-1]
    at = routemap.question(last.partition("@")[0]).provenance
    expected = "an outcome at the end of each path, for each of the people"
    return Shown(finding_at(at, f"{problem}; path: {path}", expected), path, condition)


def questions_used(routemap: RouteMap) -> Found:
    """Something depends on each question: a condition, a term, or an option that departs from advice."""
    used = {routemap.people_question.id}
    for item in routemap.items():
        used |= {literal.question for literal, _ in literals(item.when) if not isinstance(literal, Active)}
        if isinstance(item, Deadline):
            used.add(item.starts)
    for item in routemap.items():
        departs = isinstance(item, Question) and any(option.departs_from for option in item.options)
        if isinstance(item, Question) and item.id not in used and not departs:
            problem = f'nothing depends on question "{item.id}"'
            yield finding_at(item.provenance, problem, "an item that an answer leads to, or no question")


def unknown_options(search: Search) -> Found:
    """Each option that says "weet ik niet" has a route of its own: it differs from each other option on some walk."""
    for question in search.routemap.items():
        if isinstance(question, Question) and question.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
            for option in question.options:
                if option.unknown:
                    yield from _own_route(search, question, option)


def _own_route(search: Search, question: Question, unknown: Option) -> Found:
    for other in question.options:
        if other is not unknown and not _differs(search, question, unknown.value, other.value):
            problem = f'option "{unknown.value}" of "{question.id}" does the same as "{other.value}"'
            yield finding_at(question.provenance, problem, "a route of its own for who does not know", unknown.line)


def _differs(search: Search, question: Question, value: str, other: str) -> bool:
    """Whether, with all else equal, another answer changes which items take part; seen in walks of one person.

    The first item that changes looks at the question itself, since all that it looks at besides is still equal.
    """
    asked = _answered(question, value)
    for item in search.routemap.items():
        with_value, with_other = (_given(item.when, question.id, v) for v in (value, other))
        if with_value != with_other:
            change = Any((All((with_value, Not(with_other))), All((with_other, Not(with_value)))))
            for_person = _for_each(item) or _for_each(question)
            if search.possible_alone(All((asked, change, _somebody_for(item))), for_person=for_person):
                return True
    return False


def _somebody_for(item: Item) -> Condition:
    """Whether an item can stand with this person."""
    return Is(PERSON, frozenset(map(str, CATEGORIES_IN[item.scope]))) if _for_each(item) else ALWAYS


def _answered(question: Question, value: str) -> Condition:
    multiple = question.kind is QuestionKind.MULTIPLE
    return Includes(question.id, value) if multiple else Is(question.id, frozenset({value}))


def _given(condition: Condition, question_id: str, value: str) -> Condition:
    """A condition when the only answer to a question is this value."""
    match condition:
        case All(parts):
            return All(tuple(_given(part, question_id, value) for part in parts))
        case Any(parts):
            return Any(tuple(_given(part, question_id, value) for part in parts))
        case Not(part):
            return Not(_given(part, question_id, value))
        case Somebody(part):
            return Somebody(_given(part, question_id, value))
        case Is(question, values) if question == question_id:
            return ALWAYS if value in values else NEVER
        case Includes(question, wanted) if question == question_id:
            return ALWAYS if value == wanted else NEVER
        case _:
            return condition


def _for_each(item: Item) -> bool:
    return item.scope is not Scope.SITUATION


def _for_anybody(item: Item) -> Condition:
    return Somebody(Active(item.id)) if _for_each(item) else Active(item.id)
