"""What differs between two maps (steps, stations, items and remarks), or in the advice of two walks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

from routekaart.engine.answers import Person
from routekaart.engine.routemap import Placed, RouteMap
from routekaart.engine.vocabulary import Action, Item, Outcome, Question, Remark, Step


class Aspect(StrEnum):
    """In what an item that stands in both maps differs."""

    WORDING = "wording"
    BINDING = "binding"
    ROLE = "role"
    CONDITION = "condition"
    TERM = "term"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An item that stands in one map only (the other is None), or in both and differs in some aspects."""

    id: str
    one: Placed | None
    other: Placed | None
    aspects: frozenset[Aspect] = frozenset()

    @property
    def step(self) -> str:
        """The id of the step under which it is shown: where the first map has it, else where the other has it."""
        placed = self.one or self.other
        assert placed is not None
        return placed.step.id


@dataclass(frozen=True, slots=True)
class StepDifference:
    """A step that stands in one map only, or in both under another title or purpose."""

    id: str
    one: Step | None
    other: Step | None


@dataclass(frozen=True, slots=True)
class OrderDifference:
    """The items that both maps have in a step, in the order of each."""

    step: str
    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemarkDifference:
    """A pitfall or legal basis that a step has in one map only."""

    step: str
    one: Remark | None
    other: Remark | None


Stop = tuple[int, str, tuple[str, ...]]
"""A station as a traveller meets it: its number, its title and the ids of its steps."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything in which two maps differ. `stations` are those of both when they differ, else empty."""

    stations: tuple[tuple[Stop, ...], tuple[Stop, ...]] | tuple[()] = ()
    steps: tuple[StepDifference, ...] = ()
    items: tuple[ItemDifference, ...] = ()
    orders: tuple[OrderDifference, ...] = ()
    remarks: tuple[RemarkDifference, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.stations or self.steps or self.items or self.orders or self.remarks)

    def only_in_one(self) -> tuple[Item, ...]:
        """The items of the first map that the other has not."""
        return tuple(found.one.item for found in self.items if found.one and not found.other)

    def only_in_other(self) -> tuple[Item, ...]:
        """The items of the other map that the first has not."""
        return tuple(found.other.item for found in self.items if found.other and not found.one)


def differences(one: RouteMap, other: RouteMap) -> Differences:
    """What differs between two maps, in the order in which the first is walked.

    Who wrote an item and on which line does not count; what it asks of a professional does.
    """
    return Differences(
        stations=() if _stops(one) == _stops(other) else (_stops(one), _stops(other)),
        steps=tuple(_steps(one, other)),
        items=tuple(_items(one, other)),
        orders=tuple(_orders(one, other)),
        remarks=tuple(_remarks(one, other)),
    )


def wording(item: Item) -> tuple[str, str]:
    """Text and detail of an item as the most specific layer says them."""
    if item.specialisations:
        specific = item.specialisations[-1]
        return specific.text, specific.detail
    return item.text, item.detail


def _stops(routemap: RouteMap) -> tuple[Stop, ...]:
    return tuple((one.number, one.title, tuple(step.id for step in one.steps)) for one in routemap.stations)


def _steps(one: RouteMap, other: RouteMap) -> Iterator[StepDifference]:
    first, second = ({step.id: step for step in routemap.steps} for routemap in (one, other))
    for name in {**first, **second}:
        here, there = first.get(name), second.get(name)
        if here is None or there is None or _named(here) != _named(there):
            yield StepDifference(name, here, there)


def _named(step: Step) -> tuple[str, str, str]:
    return step.title, step.short, step.purpose


def _items(one: RouteMap, other: RouteMap) -> Iterator[ItemDifference]:
    for name in {**one.placed, **other.placed}:
        here, there = one.placed.get(name), other.placed.get(name)
        if here is None or there is None:
            yield ItemDifference(name, here, there)
        elif aspects := frozenset(_aspects(here, there)):
            yield ItemDifference(name, here, there, aspects)


def _aspects(here: Placed, there: Placed) -> Iterator[Aspect]:
    one, other = here.item, there.item
    if here.step.id != there.step.id:
        yield Aspect.PLACE
    if type(one) is not type(other) or _said(one) != _said(other):
        yield Aspect.WORDING
    for aspect, names in _ASPECTS.items():
        if any(getattr(one, name, None) != getattr(other, name, None) for name in names):
            yield aspect


_ASPECTS: dict[Aspect, tuple[str, ...]] = {
    Aspect.BINDING: ("binding", "departable", "kind"),
    Aspect.ROLE: ("role", "owed_by", "parties"),
    Aspect.CONDITION: ("when", "scope"),
    Aspect.TERM: ("term", "due", "starts", "if_missed"),
}


def _said(item: Item) -> tuple[Any, ...]:
    """Every word that a professional reads of an item, and the answers that a question takes."""
    options = item.options if isinstance(item, Question) else ()
    return (*wording(item), getattr(item, "words", ()), tuple(replace(option, line=0) for option in options))


def _orders(one: RouteMap, other: RouteMap) -> Iterator[OrderDifference]:
    second = {step.id: tuple(item.id for item in step.items) for step in other.steps}
    for step in one.steps:
        there = second.get(step.id, ())
        mine, yours = (item.id for item in step.items), set(there)
        shared = tuple(name for name in mine if name in yours)
        ordered = tuple(name for name in there if name in set(shared))
        if shared != ordered:
            yield OrderDifference(step.id, shared, ordered)


def _remarks(one: RouteMap, other: RouteMap) -> Iterator[RemarkDifference]:
    first, second = ({(step.id, r.text): r for step in m.steps for r in _of(step)} for m in (one, other))
    for step, text in {**first, **second}:
        here, there = first.get((step, text)), second.get((step, text))
        if here is None or there is None:
            yield RemarkDifference(step, here, there)


def _of(step: Step) -> tuple[Remark, ...]:
    return (*step.pitfalls, *step.legal)


class Piece(Protocol):
    """A piece of advice with the people that it is for: what a walk advises, or an outlook foresees."""

    @property
    def item(self) -> Item:
        """The rule."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Nobody: it is about the situation."""


@dataclass(frozen=True, slots=True)
class AdviceDifference:
    """An outcome or action in the advice of one walk only (the other is None), or of both for other people."""

    item: Action | Outcome
    one: tuple[Person, ...] | None
    other: tuple[Person, ...] | None

    @property
    def is_gone(self) -> bool:
        """Whether the other walk does not advise it to anybody."""
        return self.other is None

    @property
    def is_new(self) -> bool:
        """Whether only the other walk advises it."""
        return self.one is None


def advice_differences(one: Iterable[Piece], other: Iterable[Piece]) -> tuple[AdviceDifference, ...]:
    """What differs between the outcomes and actions of two walks: those of the first in its order, then what is new."""
    first, second = ({piece.item.id: piece for piece in advice} for advice in (one, other))
    found = []
    for name, piece in {**first, **second}.items():
        before, after = (side[name].people if name in side else None for side in (first, second))
        if before != after and isinstance(piece.item, Action | Outcome):
            found.append(AdviceDifference(piece.item, before, after))
    return tuple(found)
