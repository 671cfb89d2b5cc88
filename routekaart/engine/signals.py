"""Signals: what a professional may see or hear in step 1. A list to find words with, never a measure (INV-31).

Nothing here counts or weighs, and no rule of a walk knows what was ticked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from routekaart.engine.answers import Person
from routekaart.engine.vocabulary import Category


class Age(StrEnum):
    """The ages that lists of signals are made for."""

    UNBORN = "ongeboren"
    UNDER_4 = "0-4"
    UNDER_12 = "4-12"
    UNDER_18 = "12-18"
    ADULT = "volwassene"
    DEPENDENT = "oudere"


class Place(StrEnum):
    """Where a signal is seen: at who may be unsafe, at who cares for them, between them, or around them."""

    PERSON = "persoon"
    CARER = "naaste"
    BETWEEN = "omgang"
    AROUND = "omgeving"


AGES = {
    Category.UNBORN: frozenset({Age.UNBORN}),
    Category.CHILD_0_11: frozenset({Age.UNDER_4, Age.UNDER_12}),
    Category.CHILD_12_15: frozenset({Age.UNDER_18}),
    Category.CHILD_16_17: frozenset({Age.UNDER_18}),
    Category.ADULT: frozenset({Age.ADULT}),
    Category.DEPENDENT: frozenset({Age.DEPENDENT}),
}


@dataclass(frozen=True, slots=True)
class Origin:
    """What a text rests on, and when somebody last looked at it."""

    source: str
    reviewed: date


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that one can see or hear. `urgent`: reason by itself to ask for advice today, as `why` tells."""

    id: str
    text: str
    ages: frozenset[Age]
    kinds: tuple[str, ...]
    place: Place
    sectors: frozenset[str]
    urgent: bool
    why: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Factor:
    """What makes the chance of violence greater, or (`protects`) smaller. Never a signal."""

    text: str
    about: str
    protects: bool
    origin: Origin


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of violence. `apart`: its signals stand together; `forms`: the answers on forms that it belongs to."""

    id: str
    title: str
    note: str = ""
    apart: bool = False
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Remark:
    """A text for some sectors, or (none named) for all."""

    text: str
    sectors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every signal and factor, with what one reads before them. `reminder` stands with each list."""

    reminder: str = ""
    cautions: tuple[str, ...] = ()
    today: tuple[Remark, ...] = ()
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    signals: tuple[Signal, ...] = ()
    factors: tuple[Factor, ...] = ()
    origins: tuple[Origin, ...] = ()

    def fitting(self, ages: Collection[Age] = (), kind: str = "", place: Place | None = None) -> tuple[Signal, ...]:
        """The signals for some age, kind and place; what is left out does not matter."""
        return tuple(
            one
            for one in self.signals
            if (not ages or one.ages & set(ages))
            and (not kind or kind in one.kinds)
            and (place is None or one.place is place)
        )

    def chosen(self, ids: Collection[str]) -> tuple[Signal, ...]:
        """The signals with these ids, in the order of the lists."""
        return tuple(one for one in self.signals if one.id in ids)

    def unknown(self, ids: Collection[str]) -> frozenset[str]:
        """The ids that stand in no list any more."""
        return frozenset(ids) - {one.id for one in self.signals}

    def today_for(self, sector: str) -> tuple[str, ...]:
        """What to know about asking advice today, for a sector."""
        return tuple(one.text for one in self.today if not one.sectors or sector in one.sectors)


def ages_of(people: Iterable[Person]) -> frozenset[Age]:
    """The ages of the people of a walk."""
    return frozenset[Age]().union(*(AGES[one.category] for one in people))
