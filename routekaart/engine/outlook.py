"""What some answers settle, whatever the open questions are answered: a walk without the cut-off at its position.

`walk` tells what to do up to the next question. An outlook tells of each item, for each person, whether it is certain,
impossible or still open. It looks back from the item that is asked about, so that one item costs only what it rests on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from routekaart.engine.answers import Person, Value, is_valid, key, people_in
from routekaart.engine.conditions import Active, Condition, Facts, Includes, Is, Literal, Not, Somebody, holds
from routekaart.engine.references import PERSON
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import CATEGORIES_IN, Item, Question, Step
from routekaart.engine.walk import Walk

_Known = dict[tuple[str, Person | None], bool | None]


@dataclass(frozen=True, slots=True)
class Partly:
    """An answer to a multiple choice of which only some options are known: chosen, or refused."""

    chosen: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()

    def includes(self, value: str) -> bool | None:
        """Whether an option is chosen, if that is known."""
        return True if value in self.chosen else False if value in self.refused else None


@dataclass(frozen=True, slots=True)
class Lacking:
    """An answer that is asked for and not there; of a multiple choice: whether this option is chosen."""

    question: Question
    person: Person | None = None
    option: str = ""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """An item that takes part whatever the open questions are answered, with the people it is certain for."""

    item: Item
    step: Step
    people: tuple[Person, ...]


@dataclass(slots=True, eq=False)
class _Seen(Facts):
    """An outlook from the situation (no person) or from one person."""

    outlook: Outlook
    person: Person | None

    def truth(self, literal: Literal) -> bool | None:
        return self.outlook.truth(literal, self.person)

    def people(self) -> Iterator[Facts] | None:
        people = self.outlook.people()
        return None if people is None else map(self.outlook.seen, people)


@dataclass(slots=True, eq=False)
class Outlook:
    """What follows from valid answers by key."""

    routemap: RouteMap
    values: Mapping[str, Value | Partly]
    counting: Question
    _known: _Known = field(default_factory=dict)
    _views: dict[Person | None, _Seen] = field(default_factory=dict)
    _people: tuple[Person, ...] | None = None

    def further(self, answer_key: str, value: Value | Partly) -> Outlook:
        """This outlook with one answer more; what was settled stays so."""
        settled: _Known = {at: known for at, known in self._known.items() if known is not None}
        return Outlook(self.routemap, {**self.values, answer_key: value}, self.counting, settled)

    def changed(self, answer_key: str, value: Value | Partly, resting: Collection[str]) -> Outlook:
        """This outlook with another answer to a question, on which these items rest."""
        settled = {at: known for at, known in self._known.items() if at[0] not in resting}
        return Outlook(self.routemap, {**self.values, answer_key: value}, self.counting, settled)

    def takes_part(self, item_id: str, person: Person | None = None) -> bool | None:
        """Whether an item is part of the walk (for a person): certainly, certainly not, or not yet settled (None)."""
        at = (item_id, person)
        if at not in self._known:
            self._known[at] = self._found(item_id, person)
        return self._known[at]

    def holds(self, condition: Condition, person: Person | None = None) -> bool | None:
        """Whether a condition holds, seen from the situation or from a person."""
        return holds(condition, self.seen(person))

    def people(self) -> tuple[Person, ...] | None:
        """Who was counted; None while that is open."""
        if self._people is None:
            asked, counts = self.takes_part(self.counting.id), self.values.get(self.counting.id)
            if asked is False:
                self._people = ()
            elif asked and isinstance(counts, Mapping):
                self._people = people_in(counts)
        return self._people

    def standing_with(self, item: Item) -> tuple[Person | None, ...]:
        """With whom an item can stand: the situation (None), or the people of its kind as far as they are counted."""
        if item.id not in self.routemap.for_each:
            return (None,)
        return tuple(person for person in self.people() or () if person.category in CATEGORIES_IN[item.scope])

    def certain(self) -> Iterator[Foreseen]:
        """Every item that takes part whatever is answered, in the order of the map."""
        for placed in self.routemap.placed.values():
            where = [one for one in self.standing_with(placed.item) if self.takes_part(placed.item.id, one)]
            if where:
                yield Foreseen(placed.item, placed.step, tuple(person for person in where if person))

    def waits_for(self, condition: Condition, person: Person | None = None) -> Lacking:
        """An answer that a condition which is not settled waits for, and that is asked for certain."""
        match condition:
            case Is() | Includes() | Active():
                return self._lacking(condition, person)
            case Not(part):
                return self.waits_for(part, person)
            case Somebody(part):
                people = self.people()
                if people is None:
                    return self._uncounted()
                open_for = next(one for one in people if self.holds(part, one) is None)
                return self.waits_for(part, open_for)
        return self.waits_for(next(part for part in condition.parts if self.holds(part, person) is None), person)

    def seen(self, person: Person | None) -> _Seen:
        """The facts from the situation or from a person."""
        view = self._views.get(person)
        if view is None:
            view = self._views[person] = _Seen(self, person)
        return view

    def truth(self, literal: Literal, person: Person | None) -> bool | None:
        """Whether one literal holds, seen from the situation or from a person."""
        if isinstance(literal, Active):
            return self.takes_part(literal.item, self.about(literal.item, person))
        if literal.question == PERSON:
            return person is not None and isinstance(literal, Is) and person.category in literal.values
        about = self.about(literal.question, person)
        takes_part = self.takes_part(literal.question, about)
        if takes_part is False:
            return False
        chosen = self._chosen(literal, about)
        return chosen if takes_part or not chosen else None

    def about(self, item_id: str, person: Person | None) -> Person | None:
        """With whom an item stands that is looked at from a person."""
        return person if item_id in self.routemap.for_each else None

    def _found(self, item_id: str, person: Person | None) -> bool | None:
        item = self.routemap.placed[item_id].item
        if person is not None:
            people = self.people()
            if people is None:
                return None
            if person not in people or person.category not in CATEGORIES_IN[item.scope]:
                return False
        return holds(item.when, self.seen(person))

    def _chosen(self, literal: Is | Includes, person: Person | None) -> bool | None:
        value = self.values.get(key(self.routemap.question(literal.question), person))
        if value is None or isinstance(value, Partly):
            return value.includes(literal.value) if value and isinstance(literal, Includes) else None
        return literal.value in value if isinstance(literal, Includes) else value in literal.values

    def _lacking(self, literal: Literal, person: Person | None) -> Lacking:
        name = literal.item if isinstance(literal, Active) else literal.question
        about = self.about(name, person)
        if self.takes_part(name, about) is not None:
            option = literal.value if isinstance(literal, Includes) else ""
            return Lacking(self.routemap.question(name), about, option)
        if about is not None and self.people() is None:
            return self._uncounted()
        return self.waits_for(self.routemap.placed[name].item.when, about)

    def _uncounted(self) -> Lacking:
        """The people are not counted yet: what the question about them waits for, else that question itself."""
        asked = self.takes_part(self.counting.id)
        return Lacking(self.counting) if asked else self.waits_for(self.counting.when)


def outlook(routemap: RouteMap, values: Mapping[str, Value | Partly]) -> Outlook:
    """The outlook of valid answers by key."""
    return Outlook(routemap, values, routemap.people_question)


def answers_kept(walk: Walk) -> dict[str, Value | Partly]:
    """The valid answers of a walk that are not dropped, by key."""
    lost = {one.key for one in walk.dropped}
    placed = walk.routemap.placed
    return {
        name: value
        for name, value in walk.answers.values.items()
        if name not in lost
        and isinstance(question := placed[name.partition("@")[0]].item, Question)
        and is_valid(question, value)
    }
