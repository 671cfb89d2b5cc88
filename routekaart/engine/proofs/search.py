"""Whether some walk makes a condition true, for any number of people, and the shortest one that does.

Why this holds for any number of people. Suppose a walk of N people makes a condition true (for one of them). Keep that
one, and for each different `Somebody` part that is true one person who fulfils it; send everybody else away. Every
`Somebody` part keeps its truth: the true ones keep a witness, the false ones lose people only. All else depends on one
person and the situation, so nothing changes for those who stay. With K different `Somebody` parts, 1 + K people are
therefore enough, and what no walk of 1 + K people does, no walk does.

So many are hardly ever needed. A search begins with one slot and lets a `Somebody` part be true through a person
outside the slots. That allows more than walks can do: when even so nothing is found, nothing exists. When something is
found that leans on an outsider, and nothing without one, then one of the parts to blame is closed: somebody in a slot
must fulfil it. There is always a slot more than there are closed parts, so by the argument above no walk is lost. After
at most K rounds every part is closed and the answer is exact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from functools import cached_property
from typing import Any as Formula

import z3

from routekaart.engine.answers import UNKNOWN_DATE, Person, Value
from routekaart.engine.conditions import Condition
from routekaart.engine.proofs.encoding import Encoding, Slot
from routekaart.engine.proofs.paths import Path, decided_at, path_of, shows
from routekaart.engine.proofs.told import Told
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Category, Question, QuestionKind

SOME_DATE = "2026-01-01"


class ProofError(AssertionError):
    """A path that the solver found does not show on a walk what it should: the encoding is wrong."""


class Search:
    """A search over all walks of one map; it keeps what it learnt between questions."""

    def __init__(self, routemap: RouteMap, told: Told | None = None) -> None:
        self.routemap = routemap
        self._told = told or Told()

    @cached_property
    def encoding(self) -> Encoding:
        """The map as formulas; what was told already needs none."""
        return Encoding(self.routemap)

    @property
    def people(self) -> int:
        """How many people it had to look at so far to speak for any number."""
        return self.encoding.slots

    def possible(self, condition: Condition, *, for_person: bool = False) -> Formula | None:
        """A model of a walk that makes a condition true (for the person in slot 1); None when there is none."""
        goal = self._goal(condition, for_person)
        closed: set[Condition] = set()
        while True:
            model = self._model(goal, closed)
            if model is None or not (leaning := self._leaning(model)):
                return model
            if exact := self._exactly(goal):
                return exact
            closed.add(self._to_blame(leaning))
            if self.encoding.slots <= len(closed):
                self.encoding.add_slot()

    def possible_alone(self, condition: Condition, *, for_person: bool) -> bool:
        """Whether a walk with at most one person makes a condition true."""
        others = [z3.Not(self.encoding.present(slot)) for slot in range(2, self.encoding.slots + 1)]
        return self._exactly([*self._goal(condition, for_person), *others]) is not None

    def untold(self, wrong: Hashable, condition: Condition, *, for_person: bool = False) -> Path | None:
        """The shortest path on which something is wrong; None when there is none, or a told one shows it here too."""
        if self.is_told(wrong, condition):
            return None
        path = self.shortest(condition, for_person=for_person)
        if path:
            self._told.tell(wrong, path)
        return path

    def is_told(self, wrong: Hashable, condition: Condition) -> bool:
        """Whether a path that was told, of this map or of another one, shows here that something is wrong."""
        return self._told.covers(wrong, self.routemap, condition)

    def shortest(self, condition: Condition, *, for_person: bool = False) -> Path | None:
        """The path with the fewest answers, then the fewest people, that makes a condition true; None: there is none.

        Fewest among walks of at most as many people as there are slots: as many as the search needed. Of equal ones,
        the one that answers with the first options, so that the same fault in two maps is told in the same words.
        """
        if self.possible(condition, for_person=for_person) is None:
            return None
        goal = self._goal(condition, for_person)
        until = decided_at(self.routemap, condition, for_person=for_person)
        self.encoding.closures()
        self.encoding.solver.push()
        for cost in (self._answers(until), self._choices(until)):
            self._minimise(goal, cost)
        path = self._path(self._first_options(goal, until), until, for_person)
        self.encoding.solver.pop()
        if not shows(self.routemap, path, condition):
            raise ProofError(f"{path} does not show {condition}")
        return path

    def _goal(self, condition: Condition, for_person: bool) -> list[Formula]:
        if not for_person:
            return [self.encoding.assumable(self.encoding.formula(condition, None))]
        formula = self.encoding.formula(condition, 1)
        return [self.encoding.assumable(z3.And(self.encoding.present(1), formula))]

    def _exactly(self, goal: list[Formula]) -> Formula | None:
        return self._model(goal, set(self.encoding.closures()))

    def _model(self, goal: list[Formula], closed: set[Condition]) -> Formula | None:
        closures = [closure for part, closure in self.encoding.closures().items() if part in closed]
        answer = self.encoding.solver.check(*goal, *closures)
        if answer == z3.unknown:
            raise ProofError(f"the solver gave up: {self.encoding.solver.reason_unknown()}")
        return self.encoding.solver.model() if answer == z3.sat else None

    def _leaning(self, model: Formula) -> list[Condition]:
        """The `Somebody` parts that are true in a model through nobody in a slot."""
        slots = range(1, self.encoding.slots + 1)
        return [
            part
            for part in self.encoding.closures()
            if is_true(model, self.encoding.somebody(part))
            and not any(is_true(model, self.encoding.fulfils(part, slot)) for slot in slots)
        ]

    def _to_blame(self, leaning: list[Condition]) -> Condition:
        """The part that keeps a model from being a walk: its closure took part in the last refusal."""
        refused = {str(assumed) for assumed in self.encoding.solver.unsat_core()}
        closures = self.encoding.closures()
        return next(part for part in leaning if str(closures[part]) in refused)

    def _minimise(self, goal: list[Formula], cost: list[Formula]) -> None:
        """Allow no more of these to be true than the fewest possible."""
        fewest = sum(is_true(model, part) for part in cost) if (model := self._exactly(goal)) else 0
        while fewest:
            bound = self.encoding.assumable(z3.AtMost(*cost, fewest - 1))
            model = self._exactly([*goal, bound])
            if model is None:
                break
            fewest = sum(is_true(model, part) for part in cost)
        if cost:
            self.encoding.solver.add(z3.AtMost(*cost, fewest))

    def _first_options(self, goal: list[Formula], until: int) -> Formula:
        """The model in which everybody, and then each answer in turn, is the first of what it may be."""
        model = self._exactly(goal)
        for choice in self._preferred(until):
            better = model if is_true(model, choice) else self._exactly([*goal, choice])
            if better:
                self.encoding.solver.add(choice)
                model = better
        return model

    def _preferred(self, until: int) -> Iterator[Formula]:
        for place in range(1, self.encoding.slots + 1):
            yield from (self.encoding.category(place, category) for category in Category)
        for question, slot in self._instances(until):
            yield from (self.encoding.chosen(question.id, slot, option.value) for option in question.options)

    def _instances(self, until: int) -> list[tuple[Question, Slot]]:
        placed = (place.item for place in self.routemap.placed.values() if place.order <= until)
        questions = [item for item in placed if isinstance(item, Question)]
        return [(question, slot) for question in questions for slot in self.encoding.slots_for(question)]

    def _answers(self, until: int) -> list[Formula]:
        return [self.encoding.takes_part(question.id, slot) for question, slot in self._instances(until)]

    def _choices(self, until: int) -> list[Formula]:
        """The people, and what is chosen in questions where more can be chosen than one."""
        chosen = [
            self.encoding.chosen(question.id, slot, option.value)
            for question, slot in self._instances(until)
            for option in question.options
            if question.kind is QuestionKind.MULTIPLE
        ]
        return [*(self.encoding.present(slot) for slot in range(1, self.encoding.slots + 1)), *chosen]

    def _path(self, model: Formula, until: int, for_person: bool) -> Path:
        people = self._people(model)
        given = [
            (question, None if slot is None else people[slot], self._value(model, question, slot, people))
            for question, slot in self._instances(until)
            if is_true(model, self.encoding.takes_part(question.id, slot))
        ]
        return path_of(self.routemap, given, people[1] if for_person else None)

    def _people(self, model: Formula) -> dict[int, Person]:
        """Who sits in each filled slot, numbered within each category as a walk numbers them."""
        people: dict[int, Person] = {}
        for slot in range(1, self.encoding.slots + 1):
            for category in Category:
                if is_true(model, self.encoding.category(slot, category)):
                    number = 1 + sum(person.category is category for person in people.values())
                    people[slot] = Person(category, number)
        return people

    def _value(self, model: Formula, question: Question, slot: Slot, people: dict[int, Person]) -> Value:
        if question.kind is QuestionKind.PEOPLE:
            return dict(Counter(str(person.category) for person in people.values()))
        if question.kind is QuestionKind.DATE:
            unknown = is_true(model, self.encoding.chosen(question.id, slot, UNKNOWN_DATE))
            return UNKNOWN_DATE if unknown else SOME_DATE
        chosen = [o.value for o in question.options if is_true(model, self.encoding.chosen(question.id, slot, o.value))]
        return tuple(chosen) if question.kind is QuestionKind.MULTIPLE else chosen[0]


def is_true(model: Formula, formula: Formula) -> bool:
    """Whether a formula is true in a model; what the model leaves open is false."""
    return bool(z3.is_true(model.eval(formula, model_completion=True)))
