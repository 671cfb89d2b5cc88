"""What holds for whom while a map is walked, for everybody at once.

Each place of a plan holds a *mark*: one whole number. Its low half has a bit for the situation and one for each person,
set where something is true; its high half has the same bits, set where it is true or may still become so (Kleene's
third value). So `all` is the `&` of marks and `any` their `|`. What is about the situation has the same bit for
everybody: a condition of one person may look at it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from routekaart.engine.answers import Person, Value
from routekaart.engine.conditions import All, Any, Not
from routekaart.engine.plan import Plan, Reading, Rule, Stop
from routekaart.engine.vocabulary import CATEGORIES_IN, Scope

Seat = tuple[Person | None, int]
"""Somebody and their bit; the situation (no person) has all bits."""


class Marks:
    """The marks of one walk, empty at its start; `people` are those who are counted somewhere in it."""

    def __init__(self, plan: Plan, people: Sequence[Person]) -> None:
        self.plan = plan
        self.marks = [0] * len(plan.places)
        self.width = len(people) + 1
        self.low = (1 << self.width) - 1
        self.both = self.low | self.low << self.width
        self.situation: Seat = (None, self.low)
        self.present: tuple[Seat, ...] | None = None
        self._here = 0
        self._in_scope = dict.fromkeys(CATEGORIES_IN, 0) | {Scope.SITUATION: self.both}
        self._people = [(person, 1 << bit) for bit, person in enumerate(people, start=1)]
        for place, categories in plan.persons:
            self.marks[place] = self._of(bit for person, bit in self._people if person.category in categories)

    def count(self, people: Sequence[Person]) -> None:
        """From here on it is known who there are."""
        self.present = tuple(seat for seat in self._people if seat[0] in people)
        self._here = sum(bit for _, bit in self.present)
        for scope in (Scope.PERSON, Scope.CHILD, Scope.ADULT):
            categories = CATEGORIES_IN[scope]
            self._in_scope[scope] = self._of(bit for person, bit in self.present if person.category in categories)

    def stops(self) -> Iterator[tuple[Stop, int]]:
        """Every question, and what else takes part or may do so, in the order of the map, each with its mark.

        What is learned about a question (`read`, `count`) must be told before the next stop is asked for.
        """
        marks, in_scope = self.marks, self._in_scope
        for stop in self.plan.stops:
            if stop.rules:
                self._work_out(stop.rules)
            mark = marks[stop.when]
            if mark:
                mark &= in_scope[stop.scope]
                marks[stop.takes] = mark
            if mark or stop.is_question:
                yield stop, mark

    def seats(self, stop: Stop, bits: int) -> list[Seat]:
        """Whom an item is for, of those whose bit is set."""
        if stop.scope is Scope.SITUATION:
            return [self.situation] if bits else []
        return [seat for seat in self.present or () if seat[1] & bits]

    def read(self, readings: Iterable[Reading], mark: int, answers: Sequence[tuple[int, Value]]) -> None:
        """Compare the answers to a question that (perhaps) takes part, each with the bit of whom it is about."""
        unknown = self.low
        for bit, _ in answers:
            unknown &= ~bit
        for place, wanted in readings:
            chosen = 0
            for bit, value in answers:
                if value in wanted if isinstance(value, str) else not wanted.isdisjoint(value):
                    chosen |= bit
            self.marks[place] = mark & (chosen | (chosen | unknown) << self.width)

    def truth(self, place: int, bit: int) -> bool | None:
        """What a mark says of somebody: True, False, or None for not yet decided."""
        mark = self.marks[place]
        return True if mark & bit else None if mark >> self.width & bit else False

    def _of(self, bits: Iterable[int]) -> int:
        """True for these, and for nobody else."""
        low = sum(bits)
        return low | low << self.width

    def _work_out(self, rules: Iterable[Rule]) -> None:
        marks = self.marks
        for place, kind, parts in rules:
            if kind is All:
                mark = self.both
                for part in parts:
                    mark &= marks[part]
            elif kind is Any:
                mark = 0
                for part in parts:
                    mark |= marks[part]
            elif kind is Not:
                turned = self.both ^ marks[parts[0]]
                mark = turned >> self.width | (turned & self.low) << self.width
            else:
                mark = self._somebody(marks[parts[0]])
            marks[place] = mark

    def _somebody(self, mark: int) -> int:
        """True when it is true of one of the people; undecided while it is not known who they are."""
        may_be = self.present is None or mark >> self.width & self._here
        return (self.low if mark & self._here else 0) | (self.low << self.width if may_be else 0)
