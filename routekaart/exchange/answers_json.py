"""Answers as a file (docs/walk-json.md): read, and held against the map that they answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from routekaart.engine.answers import MOST_PER_CATEGORY, Answers, is_valid
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import CATEGORIES_IN, Category, Outcome, Question, QuestionKind

FIELDS = ("values", "departures", "today")


class BadAnswers(Exception):
    """The text cannot be walked with; `problems` say in Dutch what is wrong and what is expected, all at once."""

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True)
class GivenAnswers:
    """What a file of answers says; `today` is None when it does not say."""

    answers: Answers
    today: date | None


def read_answers(text: str, routemap: RouteMap) -> GivenAnswers:
    """Answers from a text of JSON. Raises BadAnswers.

    An answer that the walk does not ask for is no problem: the walk names it as dropped.
    """
    data = _data(text)
    values, departures = data.get("values", {}), data.get("departures", {})
    problems = [*_fields(data)]
    for name, one in (("values", values), ("departures", departures)):
        if not isinstance(one, dict):
            problems.append(f'"{name}" is geen object; verwacht: {{"id": …}}')
    if problems:
        raise BadAnswers(*problems)
    given = {name: _value(value) for name, value in values.items()}
    problems += [problem for name, value in given.items() for problem in _value_problems(routemap, name, value)]
    problems += [problem for name, why in departures.items() for problem in _departure_problems(routemap, name, why)]
    if problems:
        raise BadAnswers(*problems)
    return GivenAnswers(Answers(given, departures), date.fromisoformat(data["today"]) if data.get("today") else None)


def _data(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadAnswers(
            f"regel {error.lineno}, teken {error.colno}: dit is geen JSON; verwacht: een object"
        ) from error
    except RecursionError as error:
        raise BadAnswers("te diep genest; verwacht: een object met antwoorden") from error
    if not isinstance(data, dict):
        raise BadAnswers('geen object; verwacht: {"values": {…}, "departures": {…}}')
    return data


def _fields(data: Mapping[str, Any]) -> Iterator[str]:
    for name in data:
        if name not in FIELDS:
            yield f'onbekend veld "{name}"; verwacht: {_listed(FIELDS)}'
    today = data.get("today")
    if today is not None and not _is_date(today):
        yield f'"today" is {_shown(today)}; verwacht: een datum als 2026-05-12'


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else value


def _value_problems(routemap: RouteMap, name: str, value: Any) -> Iterator[str]:
    question_id, at, person = name.partition("@")
    place = routemap.placed.get(question_id)
    if place is None or not isinstance(place.item, Question):
        questions = [item.id for item in routemap.items() if isinstance(item, Question)]
        yield f'vraag "{question_id}" bestaat hier niet; verwacht: {_nearest(question_id, questions)}'
        return
    if bool(at) != routemap.is_for_each(question_id):
        each = f'"{question_id}@kind-0-11.1": een antwoord per persoon'
        yield f'"{name}": {"geen antwoord" if at else "voor wie"}; verwacht: {question_id if at else each}'
    elif at and not _is_person(place.item, person):
        known = ", ".join(f"{one}.1" for one in Category if one in CATEGORIES_IN[place.item.scope])
        yield f'"{name}": "{person}" is hier geen persoon; verwacht: een van {known}, of een hoger nummer'
    elif not is_valid(place.item, value):
        yield f'"{name}": {_shown(value)} is hier geen antwoord; verwacht: {_expected(place.item)}'


def _is_person(question: Question, person: str) -> bool:
    category, _, number = person.partition(".")
    return category in CATEGORIES_IN[question.scope] and number.isdecimal() and 0 < int(number) <= MOST_PER_CATEGORY


def _expected(question: Question) -> str:
    match question.kind:
        case QuestionKind.PEOPLE:
            return f'een aantal per soort, van 1 tot {MOST_PER_CATEGORY}: {{"{_listed(tuple(map(str, Category)))}": 1}}'
        case QuestionKind.DATE:
            return 'een datum als 2026-05-12, of "weet-niet"'
        case QuestionKind.MULTIPLE:
            return f"een lijst met {_listed(tuple(option.value for option in question.options))}"
    return _listed(tuple(option.value for option in question.options))


def _departure_problems(routemap: RouteMap, name: str, reason: object) -> Iterator[str]:
    outcomes = [item.id for item in routemap.items() if isinstance(item, Outcome) and item.departable]
    if name not in outcomes:
        yield f'van "{name}" kun je niet afwijken; verwacht: {_nearest(name, outcomes)}'
    elif not isinstance(reason, str) or not reason.strip():
        yield f'"{name}": {_shown(reason)} is geen reden; verwacht: een tekst'


def _nearest(name: str, known: list[str]) -> str:
    return _listed(tuple(get_close_matches(name, known, 5, cutoff=0.5) or known))


def _listed(names: tuple[str, ...]) -> str:
    return " of ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _shown(value: object) -> str:
    """A value as its file has it, not too long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}…"
