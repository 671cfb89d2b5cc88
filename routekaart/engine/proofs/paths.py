"""An answer path: a walk that shows something, read out of a model and checked by walking it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from routekaart.engine.answers import Answers, Person, Value, key
from routekaart.engine.conditions import (
    Active,
    All,
    Any,
    Condition,
    Facts,
    Includes,
    Is,
    Literal,
    Not,
    Somebody,
    holds,
)
from routekaart.engine.references import PERSON
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Question
from routekaart.engine.walk import Walk, walk


@dataclass(frozen=True, slots=True)
class Path:
    """Answers, in the order of the map, after which something holds (for one of the people)."""

    answers: Answers
    person: Person | None

    def __str__(self) -> str:
        shown = " · ".join(f"{name}{_shown(value)}" for name, value in self.answers.values.items())
        return shown or "(no answer yet)"

    @property
    def person_id(self) -> str:
        """For whom, "" for the situation."""
        return self.person.id if self.person else ""


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return f"={value}"
    if isinstance(value, tuple):
        return "=" + "+".join(value)
    return ": " + ", ".join(f"{category} ×{count}" for category, count in value.items())


@dataclass(frozen=True, slots=True)
class Seen(Facts):
    """What a walk shows as true, seen from the situation or from one person."""

    walk: Walk
    person: Person | None

    def truth(self, literal: Literal) -> bool:
        if isinstance(literal, Is) and literal.question == PERSON:
            return self.person is not None and self.person.category in literal.values
        name = literal.item if isinstance(literal, Active) else literal.question
        subject = self.person if self.walk.routemap.is_for_each(name) else None
        if isinstance(literal, Active):
            return self._takes_part(name, subject)
        given = (g.value for g in self.walk.path if g.question.id == name and g.person == subject)
        match = _includes(literal.value) if isinstance(literal, Includes) else literal.values.__contains__
        return any(match(value) for value in given)

    def _takes_part(self, name: str, subject: Person | None) -> bool:
        if isinstance(self.walk.routemap.placed[name].item, Question):
            return subject in self.walk.asked(name)
        found = (a for a in self.walk.advised if a.item.id == name)
        return any(subject is None or subject in advised.people for advised in found)

    def people(self) -> Iterator[Facts]:
        return (Seen(self.walk, person) for person in self.walk.people)


def _includes(value: str) -> Callable[[Value], bool]:
    return lambda given: value in given


def shows(routemap: RouteMap, path: Path, condition: Condition) -> bool:
    """Whether walking a path makes a condition true."""
    return holds(condition, Seen(walk(routemap, path.answers), path.person)) is True


def decided_at(routemap: RouteMap, condition: Condition, *, for_person: bool) -> int:
    """The place in the map's order from which a condition is decided; -1 when it looks at nothing."""
    counted = routemap.placed[routemap.people_question.id].order
    return max((counted if for_person else -1, *_orders(routemap, condition)))


def _orders(routemap: RouteMap, condition: Condition) -> Iterator[int]:
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from _orders(routemap, part)
        case Not(part):
            yield from _orders(routemap, part)
        case Somebody(part):
            yield routemap.placed[routemap.people_question.id].order
            yield from _orders(routemap, part)
        case Active(name):
            yield routemap.placed[name].order
        case Is(name) | Includes(name):
            yield routemap.placed[routemap.people_question.id if name == PERSON else name].order


def path_of(routemap: RouteMap, given: list[tuple[Question, Person | None, Value]], person: Person | None) -> Path:
    """A path of these answers, with a reason for each departure so that nothing holds up the walk."""
    options = (q.option(value) for q, _, value in given if isinstance(value, str))
    departures = {outcome: "reden" for option in options if option for outcome in option.departs_from}
    values = {key(question, subject): value for question, subject, value in given}
    return Path(Answers(values, departures), person)
