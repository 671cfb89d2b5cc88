"""A walk on the terminal: asks one question at a time, in Dutch, and tells what to do. Keeps nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

import click

from routekaart.directory import Directory, public_holidays
from routekaart.engine.answers import MOST_PER_CATEGORY, UNKNOWN_DATE, Answers, Person, Value, is_valid, key
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Category, Due, Option, Question, QuestionKind
from routekaart.engine.walk import Position, Walk, answer, declare_acute, walk
from routekaart.exchange.walk_json import ActionJson, DeadlineJson, RoleJson, WalkJson
from routekaart.presenters import dates, words
from routekaart.presenters.question_page import CATEGORY_HINTS, dropped_lines, step_line
from routekaart.presenters.walk_json import walk_document

HELP = "Typ het nummer van je antwoord. Of: ? (waarom deze vraag), terug, gevaar (er is nu gevaar), stop."
UNKNOWN = ("weet-niet", "weet ik niet", "weet niet")
_T = TypeVar("_T")


class _Command(Exception):
    """Instead of an answer: what to do with the walk."""


class _Back(_Command):
    pass


class _Danger(_Command):
    pass


class _Stop(_Command):
    pass


COMMANDS: dict[str, type[_Command]] = {"terug": _Back, "gevaar": _Danger, "stop": _Stop}


@dataclass(slots=True)
class Terminal:
    """One walk being asked; `earlier` are the answers before each step, to go back to."""

    routemap: RouteMap
    directory: Directory
    today: date
    answers: Answers = field(default_factory=Answers)
    earlier: list[Answers] = field(default_factory=list)
    told: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Ask until the walk is finished or stopped, and tell what it advises."""
        self._open()
        try:
            while position := self._told_walk().position:
                self._turn(position)
        except (_Stop, click.Abort):
            click.echo("\nGestopt. Er is niets bewaard.")
        tell_result(self._document())

    def _open(self) -> None:
        edition, sector = self.routemap.edition, self.routemap.sector
        click.echo(f"{self.directory.region.name} · {sector.title} · {edition.title}")
        if edition.banner:
            click.echo(edition.banner)
        click.echo(HELP)

    def _told_walk(self) -> Walk:
        """Where the walk stands, after telling what is new to do."""
        found = walk(self.routemap, self.answers)
        document = self._document()
        for action in document.actions:
            if action.id not in self.told:
                click.echo(f"  → {action.text}{_with(action.role)}")
        self.told = {action.id for action in document.actions}
        return found

    def _document(self) -> WalkJson:
        found = walk(self.routemap, self.answers)
        return walk_document(
            found, self.directory, today=self.today, is_holiday=lambda day: day in public_holidays(day.year)
        )

    def _turn(self, position: Position) -> None:
        try:
            if position.reason_needed:
                self._ask_reason(position)
            else:
                self._ask(position)
        except _Danger:
            self._go_to(declare_acute(self.routemap, self.answers))
        except _Back:
            if not self.earlier:
                click.echo("Dit is de eerste vraag.")
                return
            self.answers = self.earlier.pop()

    def _go_to(self, answers: Answers) -> None:
        self.earlier.append(self.answers)
        self.answers = answers

    def _ask(self, position: Position) -> None:
        person = position.people[0] if position.people else None
        people = walk(self.routemap, self.answers).people
        about = (person,) if person else ()
        click.echo(f"\n{step_line(self.routemap, position.step)}")
        item = position.question.specialisations[-1] if position.question.specialisations else position.question
        click.secho(words.about(item.text, about, people), bold=True)
        value = ask_value(position.question, words.about(item.detail, about, people))
        self._answer(position.question, person, value)

    def _answer(self, question: Question, person: Person | None, value: Value) -> None:
        found = answer(self.routemap, self.answers, {key(question, person): value})
        self._go_to(found.answers)
        for text in dropped_lines(found.dropped, found):
            click.echo(f"Dit antwoord telt niet meer: {text}")

    def _ask_reason(self, position: Position) -> None:
        against = {outcome for option in position.question.options for outcome in option.departs_from}
        departed = [one for one in self._document().outcomes if one.id in against]
        click.echo("\nDit is anders dan het advies:")
        for one in departed:
            click.echo(f"  {one.text}")
        reason = _asked("Waarom doe je het anders?", "Je reden hoort in het dossier.", lambda text: text or None)
        answers = self.answers
        for one in departed:
            answers = answers.departing(one.id, reason)
        self._go_to(answers)


def ask_value(question: Question, why: str) -> Value:
    """A valid answer to a question. Raises a command that was given instead."""
    match question.kind:
        case QuestionKind.PEOPLE:
            return _counts(why)
        case QuestionKind.DATE:
            return _asked("Datum (dag-maand-jaar, of weet-niet):", why, _day)
    for number, option in enumerate(question.options, 1):
        meaning = f" — {option.meaning}" if option.meaning else ""
        click.echo(f"  {number}. {option.text}{meaning}")
    if question.kind is QuestionKind.MULTIPLE:
        return _asked("Nummers, met een komma ertussen:", why, lambda text: _several(question, text))
    return _asked("Nummer:", why, lambda text: _one(question.options, text))


def _asked(prompt: str, why: str, read: Callable[[str], _T | None]) -> _T:
    """What was typed, as `read` understands it; asks again while it gives None."""
    while True:
        text = str(click.prompt(prompt, default="", show_default=False, prompt_suffix=" ")).strip()
        if command := COMMANDS.get(text.lower()):
            raise command
        if text == "?":
            click.echo(why or "Dat staat niet bij deze vraag.")
            continue
        found = read(text)
        if found is not None:
            return found
        click.echo(f"“{text}” is hier geen antwoord. {HELP}" if text else HELP)


def _one(options: tuple[Option, ...], text: str) -> str | None:
    if text.isdecimal() and 1 <= int(text) <= len(options):
        return options[int(text) - 1].value
    return next((option.value for option in options if option.value == text), None)


def _several(question: Question, text: str) -> tuple[str, ...] | None:
    chosen = tuple(_one(question.options, part.strip()) for part in text.split(","))
    found = tuple(value for value in dict.fromkeys(chosen) if value)
    return found if None not in chosen and is_valid(question, found) else None


def _day(text: str) -> str | None:
    if text.lower() in UNKNOWN:
        return UNKNOWN_DATE
    parts = text.split("-")
    try:
        return date.fromisoformat("-".join(part.zfill(2) for part in reversed(parts))).isoformat()
    except ValueError:
        return None


def _counts(why: str) -> dict[str, int]:
    """How many people there are of each category; at least one."""
    while True:
        counts: dict[str, int] = {}
        for category in Category:
            if CATEGORY_HINTS[category]:
                click.echo(f"  {CATEGORY_HINTS[category]}")
            if count := _asked(f"Aantal: {words.CATEGORIES[category]} (leeg is 0):", why, _count):
                counts[category] = count
        if counts:
            return counts
        click.echo("Tel ten minste één persoon.")


def _count(text: str) -> int | None:
    number = int(text or "0") if (text or "0").isdecimal() else -1
    return number if 0 <= number <= MOST_PER_CATEGORY else None


def tell_result(found: WalkJson) -> None:
    """Everything that a walk advises, with its terms and what belongs in the file."""
    click.secho("\nAdvies" if found.finished else "\nAdvies tot nu toe", bold=True)
    for outcome in found.outcomes:
        click.echo(f"  {outcome.text}{_with(outcome.role)}")
        if outcome.departure:
            click.echo(f"    Je doet het anders, want: {outcome.departure}")
    _section("Doen", [_action_line(one) for one in found.actions])
    _section("Termijnen", [_deadline_line(one) for one in found.deadlines])
    _section("Vastleggen", [one.text for one in found.records])


def _section(title: str, lines: list[str]) -> None:
    if lines:
        click.secho(f"\n{title}", bold=True)
    for line in lines:
        click.echo(f"  {line}")


def _action_line(action: ActionJson) -> str:
    due = words.DUE[Due(action.due)]
    return f"{action.text}{f' ({due})' if due else ''}{_with(action.role)}"


def _deadline_line(deadline: DeadlineJson) -> str:
    day = dates.day(deadline.ends_on) if deadline.ends_on else "nog geen datum"
    return f"{day}: {deadline.text}"


def _with(role: RoleJson | None) -> str:
    """Who fills a role here, with a number, or what to do when nobody does."""
    if role is None:
        return ""
    if role.gap is not None:
        return f" · {role.title}: hier niet bekend. {role.gap}"
    named = [" ".join([one.name, *(p for p in one.phones[:1] if p not in one.name)]) for one in role.partners]
    return f" · {words.listed(named, 'of')}"
