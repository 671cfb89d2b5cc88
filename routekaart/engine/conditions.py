"""When an item holds: structured conditions over answers, and their evaluation in three values.

A condition is data, so that it can be checked, proved and drawn. A question that is never asked has no answer, and
every comparison with it is false. A question that may still be asked makes a comparison undecided (None).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Is:
    """The answer to a single-choice question is one of these values. `persoon` is the category of the person."""

    question: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Includes:
    """The answer to a multiple-choice question includes this value."""

    question: str
    value: str


@dataclass(frozen=True, slots=True)
class Active:
    """An earlier action, record, outcome or deadline is part of the advice."""

    item: str


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; without parts: always."""

    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Somebody:
    """The part holds for at least one of the people in this walk."""

    part: Condition


Literal = Is | Includes | Active
Condition = Literal | All | Any | Not | Somebody
ALWAYS = All()


def both(first: Condition, second: Condition) -> Condition:
    """The two together, without a needless `All` around an `ALWAYS`."""
    parts = tuple(part for part in (first, second) if part != ALWAYS)
    return parts[0] if len(parts) == 1 else All(parts)


class Facts(Protocol):
    """What is known at some point of a walk, seen from the situation or from one person."""

    def truth(self, literal: Literal) -> bool | None:
        """True, False, or None when a later answer can still decide it."""

    def people(self) -> Iterator[Facts] | None:
        """The same facts seen from each person; None while it is not known who they are."""


def holds(condition: Condition, facts: Facts) -> bool | None:
    """Evaluate in three values (Kleene): True, False, or None for not yet decided.

    The innermost part of every page of a walk: written for speed.
    """
    if isinstance(condition, (Is, Active, Includes)):
        return facts.truth(condition)
    if isinstance(condition, (All, Any)):
        return _unless(isinstance(condition, Any), condition.parts, facts)
    if isinstance(condition, Not):
        inner = holds(condition.part, facts)
        return None if inner is None else not inner
    found: bool | None = False
    for person in (people := facts.people()) or ():
        value = holds(condition.part, person)
        if value:
            return True
        found = None if value is None else found
    return None if people is None else found


def _unless(decisive: bool, parts: tuple[Condition, ...], facts: Facts) -> bool | None:
    """The decisive value as soon as one part has it; else undecided when one is, else the other value."""
    found: bool | None = not decisive
    for part in parts:
        value = facts.truth(part) if isinstance(part, (Is, Active, Includes)) else holds(part, facts)
        if value is decisive:
            return decisive
        if value is None:
            found = None
    return found


def reasons(condition: Condition, facts: Facts, *, wanted: bool = True) -> Iterator[tuple[Facts, Literal]]:
    """The literals, with the viewpoint that each was read from, that make a decided condition true (or false)."""
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                if holds(part, facts) is wanted:
                    yield from reasons(part, facts, wanted=wanted)
        case Not(part):
            yield from reasons(part, facts, wanted=not wanted)
        case Somebody(part):
            for person in facts.people() or ():
                if holds(part, person) is wanted:
                    yield from reasons(part, person, wanted=wanted)
        case _:
            yield facts, condition


def literals(condition: Condition, *, for_each: bool = False) -> Iterator[tuple[Literal, bool]]:
    """Every literal in a condition, with whether it is read from one person (inside `somebody`)."""
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from literals(part, for_each=for_each)
        case Not(part):
            yield from literals(part, for_each=for_each)
        case Somebody(part):
            yield from literals(part, for_each=True)
        case _:
            yield condition, for_each
