"""A walk: a pure function of a RouteMap and the answers so far.

One fold over the items, in the map's order. Each item, for each person where it is for somebody, takes part, does not,
or is not yet decided. The first question that takes part without a valid answer is the position; what stands before
it is the advice so far. Behind it, an answer that can still be reached is kept and one that cannot is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from routekaart.engine.answers import Answers, Person, Value, is_valid, key, people_in
from routekaart.engine.conditions import Active, Facts, Literal, reasons
from routekaart.engine.marks import Marks, Seat
from routekaart.engine.plan import Stop, plan_of
from routekaart.engine.references import PERSON
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import (
    Action,
    Deadline,
    Item,
    Outcome,
    Question,
    Record,
    Scope,
    Step,
)

ACUTE = "ja"


@dataclass(frozen=True, slots=True)
class Given:
    """An answer on the path."""

    question: Question
    person: Person | None
    value: Value
    step: Step


@dataclass(frozen=True, slots=True)
class Advised:
    """A part of the advice: the item (the rule), for whom, and the answers that led to it.

    `departure` is the professional's reason for doing otherwise. `trace` is followed when somebody asks for it: most
    pages do not.
    """

    item: Item
    step: Step
    people: tuple[Person, ...]
    departure: str
    trace: Callable[[], tuple[Given, ...]] = field(repr=False, compare=False)

    @property
    def because(self) -> tuple[Given, ...]:
        """The answers that led to it; none: it holds for everybody in this step."""
        return self.trace()


@dataclass(frozen=True, slots=True)
class Position:
    """The next question; `people` are those it is still open for, empty when it is about the situation."""

    question: Question
    step: Step
    people: tuple[Person, ...]
    reason_needed: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer that no longer counts, since an earlier answer changed or it is no answer to its question."""

    key: str
    question: Question | None
    value: Value


@dataclass(frozen=True, slots=True)
class Walk:
    """Where somebody stands, and everything that follows from the answers so far. No position: the walk is finished."""

    routemap: RouteMap
    answers: Answers
    people: tuple[Person, ...]
    path: tuple[Given, ...]
    position: Position | None
    advised: tuple[Advised, ...]
    pending: tuple[str, ...]
    dropped: tuple[Dropped, ...]

    @property
    def is_finished(self) -> bool:
        """Whether no question is left."""
        return self.position is None

    @property
    def is_acute(self) -> bool:
        """Whether acute danger was declared in this walk."""
        return self.answers.values.get(self.routemap.acute_question.id) == ACUTE

    @property
    def on_acute_line(self) -> bool:
        """Whether the next question belongs to the acute line after danger was declared."""
        return self.is_acute and self.position is not None and self.position.step.id == self.routemap.acute.id

    @property
    def actions(self) -> tuple[Advised, ...]:
        """What to do, each action once, with the people it is for."""
        return tuple(advised for advised in self.advised if isinstance(advised.item, Action))

    @property
    def outcomes(self) -> tuple[Advised, ...]:
        """What is advised."""
        return tuple(advised for advised in self.advised if isinstance(advised.item, Outcome))

    @property
    def records(self) -> tuple[Advised, ...]:
        """What belongs in the file."""
        return tuple(advised for advised in self.advised if isinstance(advised.item, Record))

    @property
    def deadlines(self) -> tuple[Advised, ...]:
        """The terms that run."""
        return tuple(advised for advised in self.advised if isinstance(advised.item, Deadline))

    def asked(self, question_id: str) -> tuple[Person | None, ...]:
        """For whom a question is asked now: people, (None,) for the situation, () when it is not asked."""
        given = tuple(g.person for g in self.path if g.question.id == question_id)
        if self.position is None or self.position.question.id != question_id:
            return given
        open_for: tuple[Person | None, ...] = self.position.people or (None,)
        everyone = (*given, *open_for)
        return tuple(sorted(everyone, key=lambda p: -1 if p is None else self.people.index(p)))


def walk(routemap: RouteMap, answers: Answers) -> Walk:
    """Walk a map with the answers so far. Any answers give a valid walk; what does not fit is named in `dropped`."""
    fold = _Fold(routemap, answers)
    fold.take_all()
    return fold.result()


def answer(routemap: RouteMap, answers: Answers, values: Mapping[str, Value]) -> Walk:
    """The walk after giving or changing answers, without those that can no longer be reached.

    `dropped` of the result names what was lost by it.
    """
    changed = walk(routemap, answers.with_values(values))
    if not changed.dropped:
        return changed
    kept = walk(routemap, changed.answers.without(frozenset(lost.key for lost in changed.dropped)))
    return _with_dropped(kept, changed.dropped)


def declare_acute(routemap: RouteMap, answers: Answers) -> Answers:
    """Danger now: the acute line is walked from its start, also when it was walked before; the rest is kept."""
    questions = [item.id for item in routemap.acute.items if isinstance(item, Question)]
    stale = frozenset(k for k in answers.values if k.partition("@")[0] in questions)
    return answers.without(stale).with_values({routemap.acute_question.id: ACUTE})


def _with_dropped(kept: Walk, dropped: tuple[Dropped, ...]) -> Walk:
    return Walk(kept.routemap, kept.answers, kept.people, kept.path, kept.position, kept.advised, kept.pending, dropped)


class _Fold:
    """What is known while the stops are taken one by one."""

    def __init__(self, routemap: RouteMap, answers: Answers) -> None:
        self.routemap = routemap
        self.answers = answers
        self.plan = plan_of(routemap)
        self.counted = self._counted()
        self.marks = Marks(self.plan, self.counted)
        self.people: tuple[Person, ...] = ()
        self.path: dict[tuple[str, Person | None], Given] = {}
        self.advised: list[Advised] = []
        self.advised_for: dict[str, tuple[Person | None, ...]] = {}
        self.open: list[Person | None] = []
        self.position_at: Stop | None = None
        self.reason_needed = False
        self.reachable: set[str] = set()
        self.pending: list[str] = []
        self.because: dict[tuple[str, Person | None], tuple[Given, ...]] = {}

    def _counted(self) -> tuple[Person, ...]:
        """The people of the answer that counts them; they are there from its question on, if that takes part."""
        question = self.plan.counting
        counts = self.answers.values.get(question.id) if question else None
        return people_in(counts) if question and isinstance(counts, Mapping) and is_valid(question, counts) else ()

    def take_all(self) -> None:
        """Behind the position only answers that were given count: when all were met, the rest changes nothing."""
        for stop, mark in self.marks.stops():
            if isinstance(stop.item, Question):
                self._take_question(stop, stop.item, mark)
                if self.position_at and len(self.reachable) == len(self.answers.values):
                    break
            elif self.position_at is None and mark & self.marks.low:
                self._advise(stop, mark)

    def _take_question(self, stop: Stop, question: Question, mark: int) -> None:
        if stop.scope is not Scope.SITUATION and self.marks.present is None:
            self._keep_for_later(question)
        elif not mark:
            if question is self.plan.counting:
                self._count_people(())
        else:
            seats = self.marks.seats(stop, mark >> self.marks.width)
            answers = [(bit, self._take_answer(stop, question, person)) for person, bit in seats]
            self.marks.read(stop.readings, mark, [(bit, value) for bit, value in answers if value is not None])

    def _keep_for_later(self, question: Question) -> None:
        kept = [k for k in self.answers.values if k.startswith(f"{question.id}@")]
        self.reachable.update(kept)
        self.pending += kept

    def _take_answer(self, stop: Stop, question: Question, person: Person | None) -> Value | None:
        """The answer of somebody, if there is one that is valid."""
        answer_key = key(question, person)
        value = self.answers.values.get(answer_key)
        known = stop.choices and isinstance(value, str)
        if value is not None and not (value in stop.choices if known else is_valid(question, value)):
            value = None
        if value is not None:
            self.reachable.add(answer_key)
            if not (stop.may_depart and self._needs_reason(question, person, value)):
                self._walk_past(Given(question, person, value, stop.step), answer_key)
                return value
            self.reason_needed = True
        if self.position_at in (None, stop):
            self.position_at = stop
            self.open.append(person)
        return value

    def _walk_past(self, given: Given, answer_key: str) -> None:
        if given.question is self.plan.counting:
            self._count_people(self.counted)
        if self.position_at is None or self.position_at.item is given.question:
            self.path[given.question.id, given.person] = given
        else:
            self.pending.append(answer_key)

    def _count_people(self, people: tuple[Person, ...]) -> None:
        self.people = people
        self.marks.count(people)

    def _needs_reason(self, question: Question, person: Person | None, value: Value) -> bool:
        option = question.option(value) if isinstance(value, str) else None
        return any(
            self._is_advised(outcome_id, person) and not self.answers.departures.get(outcome_id, "").strip()
            for outcome_id in (option.departs_from if option else ())
        )

    def _is_advised(self, outcome_id: str, person: Person | None) -> bool:
        people = self.advised_for.get(outcome_id)
        if people is None:
            return False
        return person in people if person and outcome_id in self.routemap.for_each else True

    def _advise(self, stop: Stop, mark: int) -> None:
        item = stop.item
        people: tuple[Person, ...] = ()
        if stop.scope is not Scope.SITUATION:
            people = tuple([person for person, _ in self.marks.seats(stop, mark) if person])
        departure = self.answers.departures.get(item.id, "") if stop.may_depart else ""
        self.advised.append(Advised(item, stop.step, people, departure, partial(self._trace, stop, mark)))
        self.advised_for[item.id] = people

    def _trace(self, stop: Stop, mark: int) -> tuple[Given, ...]:
        seats = self.marks.seats(stop, mark)
        return _once(given for seat in seats for given in self._because(stop.item, _View(self, seat)))

    def _because(self, item: Item, view: _View) -> tuple[Given, ...]:
        known = self.because.get((item.id, view.person))
        if known is None:
            known = self.because[item.id, view.person] = _once(self._reasons(item, view))
        return known

    def _reasons(self, item: Item, view: _View) -> Iterator[Given]:
        taken = view.truth(Active(item.id)) is True
        for seen, literal in reasons(item.when, view, wanted=taken):
            assert isinstance(seen, _View)
            if isinstance(literal, Active):
                yield from self._because(self.routemap.placed[literal.item].item, seen.seen_from(literal.item))
            elif given := self._given(literal.question, seen):
                yield given

    def _given(self, question_id: str, seen: _View) -> Given | None:
        """The answer behind a literal; what somebody is, was said when the people were counted."""
        if question_id == PERSON:
            question_id = self.routemap.people_question.id
        return self.path.get((question_id, seen.seen_from(question_id).person))

    def result(self) -> Walk:
        position = None
        if self.position_at and isinstance(self.position_at.item, Question):
            open_for = tuple(person for person in self.open if person)
            position = Position(self.position_at.item, self.position_at.step, open_for, self.reason_needed)
        return Walk(
            routemap=self.routemap,
            answers=self.answers,
            people=self.people,
            path=tuple(self.path.values()),
            position=position,
            advised=tuple(self.advised),
            pending=tuple(self.pending),
            dropped=tuple(self._dropped()),
        )

    def _dropped(self) -> Iterator[Dropped]:
        for answer_key, value in self.answers.values.items():
            if answer_key not in self.reachable:
                place = self.routemap.placed.get(answer_key.partition("@")[0])
                question = place.item if place and isinstance(place.item, Question) else None
                yield Dropped(answer_key, question, value)


@dataclass(frozen=True, slots=True)
class _View(Facts):
    """What a fold found, seen from the situation or from one person."""

    fold: _Fold
    seat: Seat

    @property
    def person(self) -> Person | None:
        """Whose view it is."""
        return self.seat[0]

    def truth(self, literal: Literal) -> bool | None:
        return self.fold.marks.truth(self.fold.plan.places[literal], self.seat[1])

    def seen_from(self, item_id: str) -> _View:
        """The view in which an item stands: this one, or that of the situation."""
        return self if item_id in self.fold.routemap.for_each else _View(self.fold, self.fold.marks.situation)

    def people(self) -> Iterator[Facts] | None:
        seats = self.fold.marks.present
        return None if seats is None else (_View(self.fold, seat) for seat in seats)


def _once(found: Iterable[Given]) -> tuple[Given, ...]:
    """Each answer once, where it came first."""
    return tuple({id(given): given for given in found}.values())
