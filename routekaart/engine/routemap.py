"""The protocol as it holds here: all layers compiled into one immutable map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from routekaart.engine.vocabulary import (
    Branch,
    Edition,
    Invariant,
    Item,
    Layer,
    Question,
    QuestionKind,
    Sector,
    Step,
)


@dataclass(frozen=True, slots=True)
class Station:
    """A stop on the main line: one step, or the steps that a sector takes together."""

    number: int
    title: str
    short: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with the step that it stands in and its place in the one order of the map."""

    item: Item
    step: Step
    order: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class RouteMap:
    """Edition, sector, region group, region and organisation in one. Every item's `when` is its whole condition.

    Two maps are the same when they are one object, so that a map can be a key. `for_each` are the ids of the items
    that stand there for each person.
    """

    edition: Edition
    sector: Sector
    layers: tuple[Layer, ...]
    acute: Step
    stations: tuple[Station, ...]
    follow_up: Step
    branches: tuple[Branch, ...]
    invariants: tuple[Invariant, ...]
    placed: Mapping[str, Placed]
    for_each: frozenset[str]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Acute line, main line and follow-up line, in the order in which they are walked."""
        return (self.acute, *(step for station in self.stations for step in station.steps), self.follow_up)

    def items(self) -> Iterator[Item]:
        """Every item, in the order in which the map is walked."""
        return (place.item for place in self.placed.values())

    def question(self, question_id: str) -> Question:
        """The question with this id. Raises KeyError."""
        item = self.placed[question_id].item
        if not isinstance(item, Question):
            raise KeyError(question_id)
        return item

    def step(self, step_id: str) -> Step:
        """The step with this id. Raises KeyError."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def station_of(self, step_id: str) -> Station | None:
        """The station that a step stands under; None for the acute and the follow-up line."""
        return next((station for station in self.stations for step in station.steps if step.id == step_id), None)

    def is_for_each(self, item_id: str) -> bool:
        """Whether an item stands there for each person."""
        return item_id in self.for_each

    @property
    def acute_question(self) -> Question:
        """The question that opens the acute line; its answer "ja" declares acute danger."""
        return self.question(self.acute.items[0].id)

    @property
    def people_question(self) -> Question:
        """The question that counts who may be unsafe."""
        return next(item for item in self.items() if isinstance(item, Question) and item.kind is QuestionKind.PEOPLE)
