"""Whether the safety rules of a map hold on every path, and for everybody on it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import islice, zip_longest

from routekaart.engine.conditions import ALWAYS, Active, All, Any, Condition, Is, Not, Somebody
from routekaart.engine.findings import Finding
from routekaart.engine.proofs.paths import Path
from routekaart.engine.proofs.report import Shown, finding_at, named
from routekaart.engine.proofs.search import Search
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Action, Invariant, Item, Outcome, Pattern, Question, Scope
from routekaart.engine.walk import ACUTE

Found = Iterator[Finding | Shown]


def invariant(search: Search, rule: Invariant) -> Found:
    """Everything in a map that breaks a rule, but for its words."""
    yield from _first(search, rule)
    for_person = rule.scope is not Scope.SITUATION
    if rule.given != ALWAYS and search.possible(rule.given, for_person=for_person) is None:
        problem = f"{_quoted(rule)} says nothing: its `if` never holds"
        yield finding_at(rule.provenance, problem, "an `if` that can hold")
        return
    yield from _then(search, rule, for_person)
    yield from _always(search, rule, for_person)
    yield from _never(search, rule, for_person)


def _then(search: Search, rule: Invariant, for_person: bool) -> Found:
    if rule.then != ALWAYS:
        broken = All((rule.given, Not(rule.then)))
        if path := search.untold(_wrong(rule, "then"), broken, for_person=for_person):
            yield _broken(rule, "its `then` does not hold", path, broken, "`then` wherever `if` holds")


def _always(search: Search, rule: Invariant, for_person: bool) -> Found:
    if rule.always is None:
        return
    matching = _matching(search.routemap, rule.always)
    broken = All((rule.given, Not(Any(tuple(_advised(item, for_person) for item in matching)))))
    if path := search.untold(_wrong(rule, "always"), broken, for_person=for_person):
        candidates = ", ".join(named(item) for item in matching) or "nothing in this map"
        problem = f"nothing that it always asks for is advised (what could be: {candidates})"
        yield _broken(rule, problem, path, broken, f"always {_described(rule.always)}")


def _never(search: Search, rule: Invariant, for_person: bool) -> Found:
    if rule.never is None:
        return
    for item in _matching(search.routemap, rule.never):
        broken = All((rule.given, _advised(item, for_person)))
        if path := search.untold(_wrong(rule, item.id), broken, for_person=for_person):
            yield _broken(rule, f"{named(item)} takes part", path, broken, f"never {_described(rule.never)}")


def _first(search: Search, rule: Invariant) -> Found:
    """The items of `first` stand right after the question that opens their step, and "ja" always brings them."""
    if not rule.first:
        return
    step = search.routemap.placed[rule.first[0]].step
    opening, *behind = step.items
    expected = f'the question that opens step "{step.id}", then ' + ", ".join(rule.first)
    if not isinstance(opening, Question) or opening.option(ACUTE) is None:
        problem = f'step "{step.id}" opens with {named(opening)}, no question with option "{ACUTE}"'
        yield finding_at(rule.provenance, f"{_quoted(rule)} is broken: {problem}", expected)
        return
    wrong = ((wanted, item) for wanted, item in zip_longest(rule.first, behind) if wanted and wanted != _id(item))
    for wanted, item in islice(wrong, 1):
        problem = f'{named(item) if item else "nothing"} stands where "{wanted}" must stand'
        yield finding_at(rule.provenance, f"{_quoted(rule)} is broken: {problem}", expected)
    for wanted in rule.first:
        yield from _always_after(search, rule, opening, search.routemap.placed[wanted].item)


def _id(item: Item | None) -> str:
    return item.id if item else ""


def _always_after(search: Search, rule: Invariant, opening: Question, item: Item) -> Found:
    broken = All((Is(opening.id, frozenset({ACUTE})), Not(_advised(item, False))))
    if path := search.untold(_wrong(rule, f"first {item.id}"), broken):
        problem = f"{named(item)} does not take part"
        yield _broken(rule, problem, path, broken, f'"{item.id}" whenever "{opening.id}" is "{ACUTE}"')


def _wrong(rule: Invariant, how: str) -> Hashable:
    return rule.id, rule.provenance, how


def _broken(rule: Invariant, problem: str, path: Path, condition: Condition, expected: str) -> Shown:
    for_whom = f" for {path.person_id}" if path.person else ""
    told = f"{_quoted(rule)} is broken{for_whom}: {problem}; path: {path}"
    return Shown(finding_at(rule.provenance, told, expected), path, condition)


def _quoted(rule: Invariant) -> str:
    return f'{rule.id} "{rule.text}"'


def _matching(routemap: RouteMap, pattern: Pattern) -> tuple[Item, ...]:
    return tuple(item for item in routemap.items() if matches(item, pattern))


def matches(item: Item, pattern: Pattern) -> bool:
    """Whether an item is of the kind, has one of the parties and is one of the items that a pattern names."""
    if pattern.items and item.id not in pattern.items:
        return False
    if pattern.action and not (isinstance(item, Action) and item.kind is pattern.action):
        return False
    if pattern.outcome and not (isinstance(item, Outcome) and item.kind is pattern.outcome):
        return False
    if pattern.parties:
        return isinstance(item, Action) and bool(set(item.parties) & set(pattern.parties))
    return bool(pattern.items or pattern.action or pattern.outcome)


def _advised(item: Item, for_person: bool) -> Condition:
    """Whether an item is advised: about the situation, or for the person that the rule is about, or for anybody."""
    if item.scope is Scope.SITUATION or for_person:
        return Active(item.id)
    return Somebody(Active(item.id))


def _described(pattern: Pattern) -> str:
    kinds = [str(part) for part in (pattern.action, pattern.outcome) if part]
    parties = [f"with {', '.join(pattern.parties)}"] if pattern.parties else []
    return " ".join([*kinds, *parties, *pattern.items])
