"""A walk: a pure function of a RouteMap and the answers so far.

One fold over the items, in the map's order. Each item, for each person where it is for somebody, takes part, does not,
or is not yet decided. The first question that takes part without a valid answer is the position; what stands before
it is the advice so far. Behind it, an answer that can still be reached is kept and one that cannot is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from routekaart.engine.answers import Answers, Person, Value, is_valid, key, people_in
from routekaart.engine.conditions import Active, Facts, Includes, Is, Literal, holds, reasons
from routekaart.engine.references import PERSON
from routekaart.engine.routemap import Placed, RouteMap
from routekaart.engine.vocabulary import (
    CATEGORIES_IN,
    Action,
    Deadline,
    Item,
    Outcome,
    Question,
    QuestionKind,
    Record,
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
    for placed in routemap.placed.values():
        fold.take(placed)
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


@dataclass(slots=True, eq=False)
class _View(Facts):
    """The facts of a fold, seen from the situation (no person) or from one person; those about it stand in it."""

    fold: _Fold
    person: Person | None
    takes_part: dict[str, bool | None] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)
    given: dict[str, Given] = field(default_factory=dict)
    because: dict[str, tuple[Given, ...]] = field(default_factory=dict)

    def truth(self, literal: Literal) -> bool | None:
        if isinstance(literal, Active):
            return self.seen_from(literal.item).takes_part.get(literal.item, False)
        question = literal.question
        if question == PERSON:
            return self.person is not None and isinstance(literal, Is) and self.person.category in literal.values
        about = self.seen_from(question)
        takes_part = about.takes_part.get(question, False)
        if takes_part is False:
            return False
        value = about.values.get(question)
        if value is None:
            return None
        chosen = literal.value in value if isinstance(literal, Includes) else value in literal.values
        return chosen if takes_part or not chosen else None

    def seen_from(self, item_id: str) -> _View:
        """The view in which the facts about an item stand."""
        return self if item_id in self.fold.for_each else self.fold.situation

    def people(self) -> Iterator[Facts] | None:
        return None if self.fold.people is None else iter(self.fold.views.values())


@dataclass(slots=True)
class _Fold:
    """What is known while the items are taken one by one."""

    routemap: RouteMap
    answers: Answers
    for_each: frozenset[str] = field(init=False)
    situation: _View = field(init=False)
    people: tuple[Person, ...] | None = None
    views: dict[Person, _View] = field(default_factory=dict)
    path: list[Given] = field(default_factory=list)
    advised: list[Advised] = field(default_factory=list)
    advised_for: dict[str, tuple[Person | None, ...]] = field(default_factory=dict)
    open: list[Person | None] = field(default_factory=list)
    position_at: Question | None = None
    reason_needed: bool = False
    reachable: set[str] = field(default_factory=set)
    pending: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.for_each = self.routemap.for_each
        self.situation = _View(self, None)

    def take(self, placed: Placed) -> None:
        item = placed.item
        views = self._views_for(item)
        if views is None:
            self._keep_for_later(item)
            return
        for view in views:
            view.takes_part[item.id] = holds(item.when, view)
        if isinstance(item, Question):
            for view in views:
                self._take_answer(item, placed.step, view)
        elif self.position_at is None:
            self._advise(item, placed.step, [view for view in views if view.takes_part[item.id]])

    def _views_for(self, item: Item) -> Sequence[_View] | None:
        if item.id not in self.for_each:
            return (self.situation,)
        if self.people is None:
            return None
        categories = CATEGORIES_IN[item.scope]
        return [view for person, view in self.views.items() if person.category in categories]

    def _keep_for_later(self, item: Item) -> None:
        if isinstance(item, Question):
            kept = [k for k in self.answers.values if k.startswith(f"{item.id}@")]
            self.reachable.update(kept)
            self.pending += kept

    def _take_answer(self, question: Question, step: Step, view: _View) -> None:
        if view.takes_part[question.id] is False:
            self._count_people(question, {})
            return
        answer_key = key(question, view.person)
        value = self.answers.values.get(answer_key)
        if value is not None and is_valid(question, value):
            view.values[question.id] = value
            self.reachable.add(answer_key)
            if not self._needs_reason(question, view.person, value):
                self._walk_past(Given(question, view.person, value, step), view, answer_key)
                return
            self.reason_needed = True
        if self.position_at in (None, question):
            self.position_at = question
            self.open.append(view.person)

    def _walk_past(self, given: Given, view: _View, answer_key: str) -> None:
        if isinstance(given.value, Mapping):
            self._count_people(given.question, given.value)
        if self.position_at in (None, given.question):
            self.path.append(given)
            view.given[given.question.id] = given
        else:
            self.pending.append(answer_key)

    def _count_people(self, question: Question, counts: Mapping[str, int]) -> None:
        if question.kind is QuestionKind.PEOPLE:
            self.people = people_in(counts)
            self.views = {person: _View(self, person) for person in self.people}

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
        return person in people if person and outcome_id in self.for_each else True

    def _advise(self, item: Item, step: Step, views: Sequence[_View]) -> None:
        if views:
            persons = tuple(view.person for view in views if view.person)
            departure = self.answers.departures.get(item.id, "") if _may_depart(item) else ""
            self.advised.append(Advised(item, step, persons, departure, partial(self._trace, item, views)))
            self.advised_for[item.id] = persons

    def _trace(self, item: Item, views: Sequence[_View]) -> tuple[Given, ...]:
        return _once(given for view in views for given in self._because(item, view))

    def _because(self, item: Item, view: _View) -> tuple[Given, ...]:
        known = view.because.get(item.id)
        if known is None:
            known = view.because[item.id] = _once(self._reasons(item, view))
        return known

    def _reasons(self, item: Item, view: _View) -> Iterator[Given]:
        taken = view.takes_part.get(item.id) is True
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
        return seen.seen_from(question_id).given.get(question_id)

    def result(self) -> Walk:
        position = None
        if self.position_at is not None:
            step = self.routemap.placed[self.position_at.id].step
            open_for = tuple(person for person in self.open if person)
            position = Position(self.position_at, step, open_for, self.reason_needed)
        return Walk(
            routemap=self.routemap,
            answers=self.answers,
            people=self.people or (),
            path=tuple(self.path),
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


def _once(found: Iterable[Given]) -> tuple[Given, ...]:
    """Each answer once, where it came first."""
    return tuple({id(given): given for given in found}.values())


def _may_depart(item: Item) -> bool:
    return not isinstance(item, Outcome) or item.departable
