"""What would change this advice: which answers "weet ik niet" matter, and which make no difference.

**Advice** of a finished walk: its outcomes and its actions, each with the people that it is for. Not counted are the
actions that only not knowing leads to (every option that leads to them says "weet ik niet"): doing those *is* finding
out. Records, terms and what somebody departs from are no part of it.

**Completion** of a partial walk: a valid answer to each question, for each person, that has none. Answers that were
given stay, also to other questions that somebody did not know. Whoever departs gives a reason. All days are alike.
While nobody is counted, each group of at most `MOST_IMAGINED` people is counted in turn.

An answer "weet ik niet" **makes a difference** when, in some completion, some other answer to the same question (for
the same person) gives another advice than "weet ik niet" does in that completion.

This is decided without listing completions: an open answer is only tried when an item that rests on the question
waits for it, and no longer than the two sides can still differ. `tests/engine/test_influence.py` lists them.

Nothing is said on the acute route. Whom one may ask is what the question says (`ask`), narrowed by every safety rule
that may hold: one that forbids every conversation leaves nobody, one that forbids some talking leaves colleagues.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations_with_replacement

from routekaart.engine.answers import UNKNOWN_DATE, Person, Value, key
from routekaart.engine.asking import Ask
from routekaart.engine.conditions import ALWAYS, Active, All, Any, Condition, Includes, Is, Not, Somebody, literals
from routekaart.engine.differences import AdviceDifference, advice_differences
from routekaart.engine.outlook import Foreseen, Lacking, Outlook, Partly, answers_kept, outlook
from routekaart.engine.references import EXCLUSIVE_VALUE
from routekaart.engine.routemap import RouteMap
from routekaart.engine.talking import whom_to_ask
from routekaart.engine.vocabulary import Action, Category, Due, Item, Outcome, Question, QuestionKind
from routekaart.engine.walk import Given, Walk

MOST_IMAGINED = 2
MOST_WORTH = 2
SOME_DAY = "2026-01-01"
ANYBODY = Somebody(ALWAYS)


class Change(StrEnum):
    """What another answer can change, the heaviest first: an outcome, something to do today, something else to do."""

    OUTCOME = "outcome"
    URGENT = "urgent"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Influence:
    """An answer "weet ik niet", the heaviest thing that another answer can change (None: nothing), and whom to ask."""

    given: Given
    change: Change | None
    ask: Ask


def influences(walk: Walk) -> tuple[Influence, ...]:
    """Every answer "weet ik niet" on the path of a walk, in its order. On the acute route: nothing."""
    if walk.is_acute:
        return ()
    now = outlook(walk.routemap, answers_kept(walk))
    unknown = [given for given in walk.path if is_unknown(given.question, given.value)]
    resting = {name: _resting_on(walk.routemap, name) for name in dict.fromkeys(one.question.id for one in unknown)}
    most, left_out = whom_to_ask(now), ways_to_find_out(walk.routemap)
    return tuple(
        Influence(
            given=given,
            change=_change(now, given, resting[given.question.id], left_out),
            ask=min(given.question.ask, most, key=list(Ask).index),
        )
        for given in unknown
    )


def worth_finding_out(found: Sequence[Influence]) -> tuple[Influence, ...]:
    """The one or two that are worth a question to others before the call: what changes most, and may be asked."""
    heavy = [one for one in found if one.change in (Change.OUTCOME, Change.URGENT) and one.ask is not Ask.NOBODY]
    return tuple(sorted(heavy, key=lambda one: one.change is not Change.OUTCOME)[:MOST_WORTH])


def advice_if(walk: Walk, given: Given, value: Value) -> tuple[AdviceDifference, ...]:
    """What another answer makes certain, or takes away for certain, whatever the open questions are answered."""
    now = outlook(walk.routemap, answers_kept(walk))
    resting = frozenset(item.id for item in _resting_on(walk.routemap, given.question.id))
    then = now.changed(key(given.question, given.person), value, resting)
    left_out = ways_to_find_out(walk.routemap)
    settled = [_but_for_what_opens(piece, then) for piece in now.certain() if piece.item.id not in left_out]
    ahead = [piece for piece in then.certain() if piece.item.id not in left_out]
    return advice_differences([piece for piece in settled if piece], ahead)


def _but_for_what_opens(piece: Foreseen, then: Outlook) -> Foreseen | None:
    """A piece of advice without the people for whom it is not settled any more."""
    if not piece.people:
        return None if then.takes_part(piece.item.id) is None else piece
    people = tuple(one for one in piece.people if then.takes_part(piece.item.id, one) is not None)
    return replace(piece, people=people) if people else None


def is_unknown(question: Question, value: Value) -> bool:
    """Whether an answer says "weet ik niet"."""
    if question.kind is QuestionKind.DATE:
        return value == UNKNOWN_DATE
    chosen = (value,) if isinstance(value, str) else value
    return any(option.unknown and option.value in chosen for option in question.options)


def ways_to_find_out(routemap: RouteMap) -> frozenset[str]:
    """The actions that only not knowing leads to."""
    led = {item.id: [False] for item in routemap.items() if not isinstance(item, Action)}
    for item in routemap.items():
        for option in item.options if isinstance(item, Question) else ():
            for target in option.leads_to:
                led.setdefault(target, []).append(option.unknown)
    return frozenset(item_id for item_id, unknown in led.items() if all(unknown))


def _change(now: Outlook, given: Given, resting: Sequence[Item], left_out: frozenset[str]) -> Change | None:
    counted = [item for item in resting if isinstance(item, Action | Outcome) and item.id not in left_out]
    names = frozenset(item.id for item in resting)
    sides = [_Sides(now, other, given, names) for other in _otherwise(now, given, names)]
    for change in Change:
        items = [item for item in counted if _kind(item) is change]
        if any(both.differ_somewhere(items) for both in sides):
            return change
    return None


def _kind(item: Action | Outcome) -> Change:
    if isinstance(item, Outcome):
        return Change.OUTCOME
    return Change.URGENT if item.due in (Due.NOW, Due.TODAY) else Change.ACTION


def _resting_on(routemap: RouteMap, question_id: str) -> list[Item]:
    """The items whose condition looks, directly or through others, at a question; in the order of the map."""
    names, found = {question_id}, []
    counting = routemap.people_question.id
    for item in routemap.items():
        read = [(_read(literal), each) for literal, each in literals(item.when)]
        about_people = item.id in routemap.for_each or any(each for _, each in read)
        if any(name in names for name, _ in read) or (about_people and counting in names):
            names.add(item.id)
            found.append(item)
    return found


def _read(literal: Is | Includes | Active) -> str:
    return literal.item if isinstance(literal, Active) else literal.question


def _otherwise(now: Outlook, given: Given, resting: frozenset[str]) -> Iterator[Outlook]:
    """The same outlook with each other answer; a multiple choice is left open but for what was chosen."""
    at, question = key(given.question, given.person), given.question
    if question.kind is QuestionKind.MULTIPLE:
        refused = Partly()
        for option in given.value:
            refused = _refusing(question, refused, option)
        yield now.changed(at, refused, resting)
    for value in _values(question):
        if value != given.value:
            yield now.changed(at, value, resting)


@dataclass(slots=True)
class _Sides:
    """Two outlooks that are alike but for one answer. `resting` are the items that can differ at all."""

    one: Outlook
    other: Outlook
    given: Given
    resting: frozenset[str]
    _may: dict[tuple[str, Person | None], bool] = field(default_factory=dict)

    def differ_somewhere(self, items: Sequence[Item]) -> bool:
        """Whether some completion gives one of these items (for somebody) on one side only."""
        return any(self._settled_apart(item) for item in items) or any(self._differ_on(item) for item in items)

    def _settled_apart(self, item: Item) -> bool:
        """Whether it differs already, whatever is answered."""
        for person in self._standing(item):
            sides = {self.one.takes_part(item.id, person), self.other.takes_part(item.id, person)}
            if sides == {True, False}:
                return True
        return False

    def _differ_on(self, item: Item) -> bool:
        for side in (self.one, self.other):
            if item.id in side.routemap.for_each and side.people() is None:
                return any(both._differ_on(item) for both in self._tried(side.waits_for(ANYBODY)))
        return any(self._differ_for(item, person) for person in self._standing(item))

    def _standing(self, item: Item) -> dict[Person | None, None]:
        return dict.fromkeys((*self.one.standing_with(item), *self.other.standing_with(item)))

    def _differ_for(self, item: Item, person: Person | None) -> bool:
        one, other = self.one.takes_part(item.id, person), self.other.takes_part(item.id, person)
        if one is not None and other is not None:
            return one is not other
        if not self._may_differ(item.when, person):
            return False
        open_side = self.other if other is None else self.one
        waiting = open_side.waits_for(item.when, person)
        return any(both._differ_for(item, person) for both in self._tried(waiting))

    def _tried(self, lacking: Lacking) -> Iterator[_Sides]:
        """Both sides with each answer in turn to what is lacking."""
        at = key(lacking.question, lacking.person)
        mine = lacking.question is self.given.question and lacking.person == self.given.person
        for value in _ways(lacking, self.other.values.get(at)):
            one = self.one if mine else self.one.further(at, value)
            yield _Sides(one, self.other.further(at, value), self.given, self.resting)

    def _may_differ(self, condition: Condition, person: Person | None) -> bool:
        """Whether a condition can still differ between the sides; False only when it cannot."""
        one, other = self.one.holds(condition, person), self.other.holds(condition, person)
        if one is not None and other is not None:
            return one is not other
        match condition:
            case All(parts) | Any(parts):
                return any(self._may_differ(part, person) for part in parts)
            case Not(part):
                return self._may_differ(part, person)
            case Somebody(part):
                people = self.one.people()
                if people is None or people != self.other.people():
                    return self._looks_at_what_may_differ(part)
                return any(self._may_differ(part, somebody) for somebody in people)
        return self._item_may_differ(condition, person)

    def _item_may_differ(self, literal: Is | Includes | Active, person: Person | None) -> bool:
        name = _read(literal)
        about = self.one.about(name, person)
        if name == self.given.question.id and about == self.given.person:
            return True
        if name not in self.resting:
            return False
        if (name, about) not in self._may:
            self._may[name, about] = self._may_differ(self.one.routemap.placed[name].item.when, about)
        return self._may[name, about]

    def _looks_at_what_may_differ(self, part: Condition) -> bool:
        names = {_read(literal) for literal, _ in literals(part)}
        return self.one.counting.id in self.resting or bool(names & (self.resting | {self.given.question.id}))


def _ways(lacking: Lacking, known: Value | Partly | None) -> Iterator[Value | Partly]:
    """What an answer that is lacking can be; of a multiple choice: with the option, and without."""
    if not lacking.option:
        yield from _values(lacking.question)
        return
    part = known if isinstance(known, Partly) else Partly()
    yield _choosing(lacking.question, part, lacking.option)
    yield _refusing(lacking.question, part, lacking.option)


def _values(question: Question) -> Iterator[Value]:
    match question.kind:
        case QuestionKind.SINGLE:
            yield from (option.value for option in question.options)
        case QuestionKind.DATE:
            yield from (UNKNOWN_DATE, SOME_DAY)
        case QuestionKind.PEOPLE:
            for number in range(1, MOST_IMAGINED + 1):
                for group in combinations_with_replacement(list(Category), number):
                    yield {str(category): group.count(category) for category in group}


def _choosing(question: Question, known: Partly, value: str) -> Partly:
    """With an option: one that stands alone refuses all others, any other refuses those."""
    alone = _alone(question)
    others = _options(question) - {value}
    return Partly(known.chosen | {value}, known.refused | (others if value in alone else alone))


def _refusing(question: Question, known: Partly, value: str) -> Partly:
    """Without an option; when only one is left and none is chosen yet, that one is."""
    refused = known.refused | {value}
    left = _options(question) - refused
    return Partly(left if len(left) == 1 else known.chosen, refused)


def _options(question: Question) -> frozenset[str]:
    return frozenset(option.value for option in question.options)


def _alone(question: Question) -> frozenset[str]:
    return frozenset(o.value for o in question.options if o.unknown or o.value == EXCLUSIVE_VALUE)
