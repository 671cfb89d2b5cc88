"""A RouteMap laid out for walking: every item, condition and comparison has a place of its own in one list.

`engine.marks` says what is kept in a place while the map is walked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from routekaart.engine.conditions import Active, All, Any, Condition, Includes, Is, Literal, Not, Somebody
from routekaart.engine.references import PERSON
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Item, Outcome, Question, QuestionKind, Scope, Step

Composed = All | Any | Not | Somebody
Rule = tuple[int, type[Composed], tuple[int, ...]]
"""Where the mark of a composed condition goes, what kind it is, and where the marks of its parts are."""
Reading = tuple[int, frozenset[str]]
"""Where the mark of a comparison with an answer goes, and the values with which it is true."""


@dataclass(frozen=True, slots=True, eq=False)
class Stop:
    """An item in its place: what to work out before it, and where the marks of its condition and of itself are.

    `choices`: the options of a question with a single choice. `may_depart`: an answer to it may go against advice, or
    one may do otherwise than it advises.
    """

    item: Item
    step: Step
    is_question: bool
    choices: frozenset[str]
    may_depart: bool
    scope: Scope
    rules: tuple[Rule, ...]
    when: int
    takes: int
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All stops in the order of the map, the place of every condition, and what the map asks about a person's category.

    `counting` is the question that counts people.
    """

    stops: tuple[Stop, ...]
    places: Mapping[Condition, int]
    persons: tuple[Reading, ...]
    counting: Question | None


_plans: WeakKeyDictionary[RouteMap, Plan] = WeakKeyDictionary()


def plan_of(routemap: RouteMap) -> Plan:
    """The plan of a map, made when it is first walked."""
    found = _plans.get(routemap)
    if found is None:
        found = _plans[routemap] = _Planner(routemap).plan()
    return found


class _Planner:
    """Gives out places. Alike conditions share one: they look back only, so that their mark is final where it is."""

    def __init__(self, routemap: RouteMap) -> None:
        self.routemap = routemap
        self.places: dict[Condition, int] = {Active(name): n for n, name in enumerate(routemap.placed)}
        self.readings: dict[str, list[Reading]] = {}

    def plan(self) -> Plan:
        """The whole map, twice: a question must know every comparison that a later condition makes with it."""
        worked_out = [(*self._place(placed.item.when), placed) for placed in self.routemap.placed.values()]
        stops = tuple(
            Stop(
                item=placed.item,
                step=placed.step,
                is_question=isinstance(placed.item, Question),
                choices=frozenset(_choices(placed.item)),
                may_depart=_may_depart(placed.item),
                scope=placed.item.scope,
                rules=tuple(rules),
                when=when,
                takes=placed.order,
                readings=tuple(self.readings.get(placed.item.id, ())),
            )
            for when, rules, placed in worked_out
        )
        questions = (stop.item for stop in stops if isinstance(stop.item, Question))
        counting = next((one for one in questions if one.kind is QuestionKind.PEOPLE), None)
        return Plan(stops, self.places, tuple(self.readings.get(PERSON, ())), counting)

    def _place(self, condition: Condition) -> tuple[int, list[Rule]]:
        """The place of a condition, and what is to be worked out for it that was not met before."""
        known = self.places.get(condition)
        if known is not None:
            return known, []
        rules: list[Rule] = []
        parts = []
        for part in _parts(condition):
            place, needed = self._place(part)
            parts.append(place)
            rules += needed
        place = self.places[condition] = len(self.places)
        if isinstance(condition, Composed):
            rules.append((place, type(condition), tuple(parts)))
        else:
            self._read(condition, place)
        return place, rules

    def _read(self, literal: Literal, place: int) -> None:
        if isinstance(literal, Is):
            self.readings.setdefault(literal.question, []).append((place, literal.values))
        elif isinstance(literal, Includes):
            self.readings.setdefault(literal.question, []).append((place, frozenset({literal.value})))


def _parts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, All | Any):
        yield from condition.parts
    elif isinstance(condition, Not | Somebody):
        yield condition.part


def _choices(item: Item) -> Iterator[str]:
    if isinstance(item, Question) and item.kind is QuestionKind.SINGLE:
        yield from (option.value for option in item.options)


def _may_depart(item: Item) -> bool:
    if isinstance(item, Question):
        return any(option.departs_from for option in item.options)
    return not isinstance(item, Outcome) or item.departable
