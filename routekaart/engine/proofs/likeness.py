"""When two maps are alike to every search, so that what is proved of one holds of the other.

The searches ask five things: whether each item can take part, whether not knowing makes a difference, whether each walk
ends with an outcome, and for each rule whether its `if` can hold and whether a walk breaks it. This is all that the
answers depend on:

- A *joint* is a question, or an item that a condition looks at or a `first` names. Of a joint the walks see its id,
  kind of question, options, scope and condition.
- Any other item is an *end*: no condition looks at it, so it changes no walk and no other item. Of an end the searches
  see its scope and condition, whether it is an outcome, and which patterns of rules it matches. Its id and its place
  say nothing more: renaming it renames one variable that is in no formula but its own definition. Two ends that are
  equal in these things take part on exactly the same walks and break or keep the same rules, so one speaks for both.
- Of a rule the searches see its scope, `if` and `then`, whether it has an `always` or a `never`, which items match
  those, and which items stand first in the step that its `first` opens.

Order says nothing more, since conditions only look back (the compiler sees to that). Words, sources, roles and places
in files are seen by no search; what looks at them is checked for each map on its own. When something is found, its
telling does name ids, places and words: then nothing is shared, and the map is searched for itself.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from routekaart.engine.conditions import Active, Condition, literals
from routekaart.engine.proofs.rules import matches
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Invariant, Item, Outcome, Question


def search_key(routemap: RouteMap) -> Hashable:
    """Equal for two maps only when every search has the same answer in both."""
    joints = frozenset(_joints(routemap))
    seen = frozenset(
        (item.id if item.id in joints else "", _as_question(item), *_as_any(item, routemap.invariants))
        for item in routemap.items()
    )
    return seen, tuple(_as_rule(rule, routemap) for rule in routemap.invariants)


def _joints(routemap: RouteMap) -> Iterator[str]:
    for item in routemap.items():
        if isinstance(item, Question):
            yield item.id
        yield from _looked_at(item.when)
    for rule in routemap.invariants:
        yield from (*_looked_at(rule.given), *_looked_at(rule.then), *rule.first)


def _looked_at(condition: Condition) -> Iterator[str]:
    return (literal.item for literal, _ in literals(condition) if isinstance(literal, Active))


def _as_question(item: Item) -> Hashable:
    if not isinstance(item, Question):
        return None
    return item.kind, tuple((option.value, option.unknown) for option in item.options)


def _as_any(item: Item, rules: tuple[Invariant, ...]) -> tuple[Hashable, ...]:
    patterns = [pattern for rule in rules for pattern in (rule.always, rule.never) if pattern]
    matching = tuple(number for number, pattern in enumerate(patterns) if matches(item, pattern))
    return item.scope, item.when, isinstance(item, Outcome), matching


def _as_rule(rule: Invariant, routemap: RouteMap) -> Hashable:
    opening: tuple[str, ...] = ()
    if rule.first:
        items = routemap.placed[rule.first[0]].step.items
        opening = tuple(item.id for item in items[: 1 + len(rule.first)])
    return rule.scope, rule.given, rule.then, rule.always is not None, rule.never is not None, rule.first, opening
