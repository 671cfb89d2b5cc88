"""What can be told of a case, line by line, from answers and what was kept with them. Nothing is counted (INV-31)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from routekaart.content.call_sheet import CallSheetForm, WantForm
from routekaart.content.guides import Guides
from routekaart.content.telling import POINT, LineForm, Matches, Take
from routekaart.engine.answers import UNKNOWN_DATE, Value
from routekaart.engine.references import EXCLUSIVE_VALUE
from routekaart.engine.signals import Catalogue
from routekaart.engine.vocabulary import ActionKind, Outcome, OutcomeKind, QuestionKind
from routekaart.engine.walk import Advised, Given, Walk
from routekaart.presenters import dates, words
from routekaart.presenters.item import View
from routekaart.presenters.log import Choice
from routekaart.presenters.overview import answer_words
from routekaart.presenters.result import by_weight, danger_is_over
from routekaart.presenters.signals import age_words
from routekaart.walks.casefile import CaseFile
from routekaart.walks.casework import Entry

EVERYBODY = "iedereen"
NOTHING = "niets afgevinkt"
UNKNOWN, OWN = "nog niet bekend – zeg dat gerust", "bedenk vooraf wat je weet"
_DATED = frozenset({Take.SEEN, Take.SAID, Take.THOUGHT, Take.CONSULTED, Take.FOLLOWED})


@dataclass(frozen=True, slots=True)
class Story:
    """A case with everything that its lines are made from."""

    case: CaseFile
    walk: Walk
    lists: Catalogue
    guides: Guides

    @property
    def sheet(self) -> CallSheetForm:
        """What is asked in a call."""
        return self.guides.call_sheet

    @property
    def choice(self) -> Choice:
        """The neutral words of the log."""
        return Choice.of(self.guides.casework, self.walk.people)

    def function(self, kept: str) -> str:
        """Somebody's function in words; what is no id was written in words already."""
        return next((one.text for one in self.guides.casework.functions if one.id == kept), kept)

    @property
    def edition(self) -> str:
        """The edition that was walked."""
        return self.walk.routemap.edition.id

    def about(self, advised: Advised) -> str:
        """A part of the advice, for whom it is."""
        specific = advised.item.specialisations[-1] if advised.item.specialisations else advised.item
        return words.about(specific.text, advised.people, self.walk.people)

    def named(self, text: str) -> str:
        """A text with whom one calls in this edition."""
        return text.replace(POINT, self.sheet.points[self.edition])

    def filled(self, text: str) -> str:
        """The same as a sentence, with a capital."""
        found = self.named(text)
        return found[:1].upper() + found[1:]

    def texts_of(self, form: LineForm) -> list[str]:
        """What a line tells; nothing when it is not known."""
        if form.question:
            return _answered(self.walk, form.question)
        if form.note:
            note = self.case.notes.get(form.note, "")
            return [" ".join(note.split())] if note else []
        return list(_TAKES[form.take](self)) if form.take else []

    def lines(self, forms: Iterable[LineForm]) -> list[View]:
        """The lines that are told: with texts, or as a gap to speak of. What this walk never asks is left out."""
        found = ((form, self.texts_of(form)) for form in forms)
        return [
            {
                "label": self.filled(form.label),
                "texts": texts,
                "is_own": form.is_own,
                "is_asked": bool(form.question),
                "gap": form.gap or (OWN if form.is_own else UNKNOWN),
                "is_dated": form.take in _DATED,
            }
            for form, texts in found
            if texts or form.is_own or (form.needed and self._may_be_asked(form))
        ]

    def _may_be_asked(self, form: LineForm) -> bool:
        """Whether it can still become known: it is no question, or one that was not passed by."""
        placed = self.walk.routemap.placed.get(form.question)
        if not form.question or any(given.question.id == form.question for given in self.walk.path):
            return True
        position = self.walk.position
        here = self.walk.routemap.placed[position.question.id].order if position else None
        return placed is not None and here is not None and here <= placed.order

    def matches(self, wanted: Matches) -> bool:
        """Whether one of these answers was given."""
        return any(
            value in wanted.get(given.question.id, ()) for given in self.walk.path for value in _values(given.value)
        )

    @property
    def want(self) -> WantForm:
        """What one wants from a call, by what the walk advises: danger first, then where it does not go by a report."""
        wants, advised = self.sheet.wants, self.walk.outcomes
        if self.is_danger:
            return wants.emergency
        if self.goes_elsewhere:
            return wants.elsewhere
        carried_out = any(_kind_of(one.item) is ActionKind.REPORT for one in self.walk.actions)
        reports = any(_outcome_kind(one.item) is OutcomeKind.REPORT and not one.departure for one in advised)
        return wants.report if carried_out or reports else wants.advice

    @property
    def is_danger(self) -> bool:
        """Whether danger was declared and not taken back."""
        return self.walk.is_acute and not danger_is_over(self.walk)

    @property
    def has_urgent_signal(self) -> bool:
        """Whether a signal was ticked that by itself asks for advice today."""
        return any(one.urgent for one in self.lists.chosen(self.case.signals))

    @property
    def goes_elsewhere(self) -> bool:
        """Whether another route than advice and report leads on."""
        return any(one.item.id in self.sheet.elsewhere for one in self.walk.outcomes)


def _answered(walk: Walk, question: str) -> list[str]:
    """An answer in words, people who got the same together; unknown answers say nothing."""
    given = [one for one in walk.path if one.question.id == question and not _says_nothing(one)]
    alike: dict[str, list[Given]] = {}
    for one in given:
        alike.setdefault(answer_words(one.question, one.value), []).append(one)
    return [f"{value}{_about(rows, given, walk)}" for value, rows in alike.items()]


def _about(rows: list[Given], given: list[Given], walk: Walk) -> str:
    people = [words.person(one.person, walk.people) for one in rows if one.person]
    if len(people) < 2 and len(walk.people) < 2:
        return ""
    for_all = len(rows) == len(given) == len(walk.people)
    return f" – voor {EVERYBODY if for_all else words.listed(people)}" if people else ""


def _says_nothing(given: Given) -> bool:
    """Whether it is not known, or none of several."""
    is_none = given.question.kind is QuestionKind.MULTIPLE and EXCLUSIVE_VALUE in _values(given.value)
    return is_none or UNKNOWN_DATE in _values(given.value)


def _values(value: Value) -> Iterable[str]:
    return (value,) if isinstance(value, str) else value


def _kind_of(item: object) -> ActionKind | None:
    return getattr(item, "kind", None) if not isinstance(item, Outcome) else None


def _outcome_kind(item: object) -> OutcomeKind | None:
    return item.kind if isinstance(item, Outcome) else None


def _sector(story: Story) -> Iterator[str]:
    yield story.walk.routemap.sector.title


def _wanted(story: Story) -> Iterator[str]:
    yield from (story.filled(text) for text in story.want.asks)


def _advised(story: Story) -> Iterator[str]:
    """The heaviest advice, with why one departs from it."""
    for one in by_weight(story.walk.outcomes):
        if _outcome_kind(one.item) is OutcomeKind.REPORT:
            text = story.about(one)
            yield f"{text}. Ik wijk hiervan af: {one.departure}" if one.departure else text


def _urgent_signals(story: Story) -> Iterator[str]:
    yield from (one.text for one in story.lists.chosen(story.case.signals) if one.urgent)


def _signals(story: Story) -> Iterator[str]:
    for one in story.lists.chosen(story.case.signals):
        ages = age_words(one.ages)
        yield f"{one.text} ({ages})" if ages and len(story.walk.people) > 1 else one.text


def _seen(story: Story) -> Iterator[str]:
    for one in story.case.log:
        if one.saw:
            yield f"{_when(one, story, one.who)}: {_one_line(one.saw)}"


def _said(story: Story) -> Iterator[str]:
    for one in story.case.log:
        if one.said:
            by = story.choice.person(one.said_by)
            about = one.who if one.who != one.said_by else ""
            yield f"{_when(one, story, about)}{', gezegd door ' + by if by else ''}: {_one_line(one.said)}"


def _thought(story: Story) -> Iterator[str]:
    yield from (f"{dates.day(one.on)}: {_one_line(one.thought)}" for one in story.case.log if one.thought)


def _when(entry: Entry, story: Story, about: str) -> str:
    person = story.choice.person(about)
    parts = (dates.day(entry.on), story.choice.place(entry.where), f"over {person}" if person else "")
    return ", ".join(part for part in parts if part)


def _period(story: Story) -> Iterator[str]:
    days = sorted(one.on for one in story.case.log)
    if len(set(days)) > 1:
        yield f"eerste keer op {dates.day(days[0])}, laatste keer op {dates.day(days[-1])}"
    elif days:
        yield f"op {dates.day(days[0])}"


def _done(story: Story) -> Iterator[str]:
    """What was ticked off in each step, in the words of the protocol, with the day of the step."""
    yield from (f"{name}: {'; '.join(done)}" for name, done in _steps(story) if done)


def _every_step(story: Story) -> Iterator[str]:
    """The same, and also each step of the code in which nothing was ticked off."""
    yield from (f"{name}: {'; '.join(done) or NOTHING}" for name, done in _steps(story))


def _steps(story: Story) -> Iterator[tuple[str, list[str]]]:
    for step in story.walk.routemap.steps:
        station = story.walk.routemap.station_of(step.id)
        ticked = [one for one in story.walk.actions if one.step.id == step.id and one.item.id in story.case.ticked]
        if station or ticked:
            name = f"stap {station.number}, {step.short.lower()}" if station else step.short.lower()
            day = story.case.step_dates.get(step.id)
            yield f"{name} ({dates.day(day)})" if day else name, [f"‘{story.about(one)}’" for one in ticked]


def _consulted(story: Story) -> Iterator[str]:
    """Who looked along and what they advised, oldest first."""
    views = [(one.on, one.function, one.text) for one in story.case.views]
    calls = [(one.on, one.function, _brought(one.advised, one.agreed)) for one in story.case.calls]
    for day, function, text in sorted(views + calls):
        yield f"{', '.join(filter(None, (dates.day(day), story.function(function))))}: {_one_line(text)}"


def _brought(advised: str, agreed: str) -> str:
    return ". Afgesproken: ".join(text for text in (advised.rstrip("."), agreed) if text)


def _followed(story: Story) -> Iterator[str]:
    yield from (f"{dates.day(one.on)}: {_one_line(one.note)}" for one in story.case.follow_ups if one.note)


def _one_line(text: str) -> str:
    return " ".join(text.split())


_TAKES: Mapping[Take, Callable[[Story], Iterator[str]]] = {
    Take.SECTOR: _sector,
    Take.WANT: _wanted,
    Take.ADVICE: _advised,
    Take.URGENT_SIGNALS: _urgent_signals,
    Take.SIGNALS: _signals,
    Take.SEEN: _seen,
    Take.SAID: _said,
    Take.THOUGHT: _thought,
    Take.PERIOD: _period,
    Take.DONE: _done,
    Take.STEPS: _every_step,
    Take.CONSULTED: _consulted,
    Take.FOLLOWED: _followed,
}
