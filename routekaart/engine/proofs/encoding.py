"""A RouteMap as Boolean formulas: every model is a finished walk, seen from the situation and from a few people.

It mirrors `walk` at its end, where everything is decided. Conditions only look back, so what holds at the end held at
the moment that the item was taken.

A *slot* is a place for one person; slot 1 is filled as soon as anybody is counted. What an item says about a person
depends on nobody else but through `Somebody`. So each different `Somebody` part is one variable: whoever fulfils it
makes it true. That it is true only when somebody in a slot fulfils it is a *closure*, which the search assumes or not:
without it, that somebody may be a person outside the slots. See `search` for why this proves for any number of people.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Any as Formula

import z3

from routekaart.engine.answers import UNKNOWN_DATE
from routekaart.engine.conditions import Active, All, Any, Condition, Is, Literal, Not, Somebody
from routekaart.engine.references import EXCLUSIVE_VALUE, PERSON
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import CATEGORIES_IN, Category, Item, Question, QuestionKind, Scope

Slot = int | None
SEED = 7


class Encoding:
    """The formulas of one map in a solver of their own, so that equal maps give equal proofs."""

    def __init__(self, routemap: RouteMap) -> None:
        self.routemap = routemap
        self.context = z3.Context()
        self.solver = z3.SolverFor("QF_FD", ctx=self.context)
        self.solver.set("random_seed", SEED)
        self.slots = 0
        self._variables: dict[str, Formula] = {}
        self._formulas: dict[tuple[Condition, Slot], Formula] = {}
        self._somebodies: dict[Condition, Formula] = {}
        self._fulfilments: dict[tuple[Condition, int], Formula] = {}
        self._closures: dict[Condition, Formula] = {}
        for item in routemap.items():
            if item.scope is Scope.SITUATION:
                self._define(item, None)
        self.add_slot()

    def variable(self, name: str) -> Formula:
        """The Boolean of this name."""
        if name not in self._variables:
            self._variables[name] = z3.Bool(name, self.context)
        return self._variables[name]

    def takes_part(self, item_id: str, slot: Slot) -> Formula:
        """Whether an item takes part (for the person in a slot)."""
        return self.variable(f"{item_id}@{slot or 0}")

    def chosen(self, question_id: str, slot: Slot, value: str) -> Formula:
        """Whether the answer to a question is (or includes) this value."""
        return self.variable(f"{question_id}@{slot or 0}={value}")

    def present(self, slot: int) -> Formula:
        """Whether a slot holds a person."""
        return self.variable(f"@{slot}")

    def category(self, slot: int, category: Category) -> Formula:
        """Whether the person in a slot is of this category."""
        return self.variable(f"@{slot}:{category}")

    def slots_for(self, item: Item) -> tuple[Slot, ...]:
        """Where an item can stand: in the situation, or with each slot."""
        return (None,) if item.scope is Scope.SITUATION else tuple(range(1, self.slots + 1))

    def formula(self, condition: Condition, slot: Slot) -> Formula:
        """A condition, seen from the situation or from the person in a slot."""
        known = self._formulas.get((condition, slot))
        if known is None:
            known = self._formulas[condition, slot] = self._translated(condition, slot)
        return known

    def any(self, parts: Iterable[Formula]) -> Formula:
        """At least one of these."""
        return z3.Or(*parts, z3.BoolVal(False, self.context))

    def all(self, parts: Iterable[Formula]) -> Formula:
        """All of these."""
        return z3.And(*parts, z3.BoolVal(True, self.context))

    def assumable(self, formula: Formula) -> Formula:
        """A fresh variable that forces a formula when it is assumed."""
        name = self.variable(f"?{len(self._variables)}")
        self.solver.add(z3.Implies(name, formula))
        return name

    def closures(self) -> dict[Condition, Formula]:
        """For each `Somebody` part: assume this, and it is true only through somebody in a slot."""
        for part, somebody in self._somebodies.items():
            if part not in self._closures:
                within = self.any(self.fulfils(part, slot) for slot in range(1, self.slots + 1))
                self._closures[part] = self.assumable(z3.Implies(somebody, within))
        return self._closures

    def somebody(self, part: Condition) -> Formula:
        """Whether at least one person, in a slot or not, fulfils a condition."""
        known = self._somebodies.get(part)
        if known is None:
            known = self._somebodies[part] = self.variable(f"somebody {len(self._somebodies)}")
            for slot in range(1, self.slots + 1):
                self._fulfil(part, slot, known)
        return known

    def fulfils(self, part: Condition, slot: int) -> Formula:
        """Whether the person in a slot fulfils the part of a `Somebody`."""
        return self._fulfilments[part, slot]

    def add_slot(self) -> None:
        """Make place for one more person; the closures are made anew when asked for."""
        self.slots += 1
        slot = self.slots
        people_id = self.routemap.people_question.id
        if slot == 1:
            self.solver.add(self.present(1) == self.takes_part(people_id, None))
        else:
            self.solver.add(z3.Implies(self.present(slot), self.present(slot - 1)))
        self._exactly_one([self.category(slot, category) for category in Category], self.present(slot))
        for item in self.routemap.items():
            if item.scope is not Scope.SITUATION:
                self._define(item, slot)
        for part, somebody in list(self._somebodies.items()):
            if (part, slot) not in self._fulfilments:
                self._fulfil(part, slot, somebody)
        self._closures.clear()

    def _fulfil(self, part: Condition, slot: int, somebody: Formula) -> None:
        fulfils = self._fulfilments[part, slot] = self.variable(f"fulfilled {len(self._fulfilments)}")
        self.solver.add(fulfils == z3.And(self.present(slot), self.formula(part, slot)))
        self.solver.add(z3.Implies(fulfils, somebody))

    def _define(self, item: Item, slot: Slot) -> None:
        takes_part = self.takes_part(item.id, slot)
        meaning = self.formula(item.when, slot)
        if slot is not None:
            kinds = (self.category(slot, c) for c in Category if c in CATEGORIES_IN[item.scope])
            meaning = z3.And(self.any(kinds), meaning)
        self.solver.add(takes_part == meaning)
        if isinstance(item, Question):
            self._answer(item, slot, takes_part)

    def _answer(self, question: Question, slot: Slot, takes_part: Formula) -> None:
        values = {option.value: self.chosen(question.id, slot, option.value) for option in question.options}
        match question.kind:
            case QuestionKind.SINGLE:
                self._exactly_one(list(values.values()), takes_part)
            case QuestionKind.MULTIPLE:
                self.solver.add(takes_part == self.any(values.values()))
                alone = {o.value for o in question.options if o.unknown or o.value == EXCLUSIVE_VALUE}
                for one, other in combinations(values, 2):
                    if one in alone or other in alone:
                        self.solver.add(z3.Not(z3.And(values[one], values[other])))
            case QuestionKind.DATE:
                self.solver.add(z3.Implies(self.chosen(question.id, slot, UNKNOWN_DATE), takes_part))

    def _exactly_one(self, choices: list[Formula], when: Formula) -> None:
        self.solver.add(when == self.any(choices))
        for one, other in combinations(choices, 2):
            self.solver.add(z3.Not(z3.And(one, other)))

    def _translated(self, condition: Condition, slot: Slot) -> Formula:
        match condition:
            case All(parts):
                return self.all(self.formula(part, slot) for part in parts)
            case Any(parts):
                return self.any(self.formula(part, slot) for part in parts)
            case Not(part):
                return z3.Not(self.formula(part, slot))
            case Somebody(part):
                return self.somebody(part)
            case _:
                return self._literal(condition, slot)

    def _literal(self, literal: Literal, slot: Slot) -> Formula:
        if isinstance(literal, Is) and literal.question == PERSON:
            return self.any(self.category(slot, c) for c in Category if slot is not None and c in literal.values)
        name = literal.item if isinstance(literal, Active) else literal.question
        place = slot if self.routemap.is_for_each(name) else None
        if isinstance(literal, Active):
            return self.takes_part(name, place)
        values = literal.values if isinstance(literal, Is) else (literal.value,)
        return self.any(self.chosen(name, place, value) for value in sorted(values))
