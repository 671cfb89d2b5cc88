"""The form of a question: the answer of everybody it is about, the tasks so far, a note, a reason.

Most requests of a walk show or read this form, so it reads the fields as they are sent; making fields of WTForms for
each of them cost more than the walk itself. Its token is checked before any view, as that of every form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict

from routekaart.engine.answers import MOST_PER_CATEGORY, UNKNOWN_DATE, Person, Value, is_valid, key
from routekaart.engine.vocabulary import Category, Question, QuestionKind
from routekaart.walks.casefile import MOST_CHARACTERS

ANSWER = "antwoord"
NOTHING: Mapping[str, Any] = MappingProxyType({})
ERRORS = {
    QuestionKind.SINGLE: "Kies een van de antwoorden.",
    QuestionKind.MULTIPLE: "Kies wat past. Weet je het niet, kies dan alleen dat.",
    QuestionKind.DATE: "Vul een dag in, zoals 24-11-2026, of kies ‘weet ik nog niet’.",
    QuestionKind.PEOPLE: f"Vul bij minstens één regel een aantal in, van 0 tot en met {MOST_PER_CATEGORY}.",
}
YEARS = range(1900, 2101)
TOO_LONG = f"Deze tekst is te lang. Er passen {MOST_CHARACTERS} tekens in."


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """A question, whom it is asked about (None: the situation), and its fields by name as they were sent or start."""

    question: Question
    people: tuple[Person | None, ...]
    fields: MultiDict[str, str]

    def text(self, name: str) -> str:
        """What stands in a field; "" when it is not there."""
        return self.fields.get(name, "")

    def values(self) -> dict[str, Value | None]:
        """The answer by key, None where there is none that can be read."""
        return {key(self.question, person): self._value(person) for person in self.people}

    def answer_errors(self) -> dict[str, str]:
        """What is wrong, by name of the field."""
        wrong = {
            field_name(person): ERRORS[self.question.kind]
            for person in self.people
            if not is_valid(self.question, self._value(person))
        }
        return wrong | {name: TOO_LONG for name in ("notitie", "reden") if len(self.text(name)) > MOST_CHARACTERS}

    def chosen(self, person: Person | None) -> tuple[str, ...]:
        """The options that are ticked for somebody."""
        return tuple(self.fields.getlist(field_name(person))) if self.question.options else ()

    def count(self, person: Person | None, category: Category) -> int | None:
        """How many of a category; 0 when nothing was asked, None for what is no number."""
        try:
            return int(self.fields.get(count_name(field_name(person), category), "0"))
        except ValueError:
            return None

    def _value(self, person: Person | None) -> Value | None:
        name = field_name(person)
        match self.question.kind:
            case QuestionKind.SINGLE:
                return self.text(name) or None
            case QuestionKind.MULTIPLE:
                return tuple(sorted(self.chosen(person))) or None
            case QuestionKind.DATE:
                return UNKNOWN_DATE if self.text(unknown_name(name)) else iso_date(self.text(name))
        counts = {str(category): self.count(person, category) for category in Category}
        numbers = {category: count for category, count in counts.items() if count is not None}
        return {category: count for category, count in numbers.items() if count} if numbers == counts else None


def field_name(person: Person | None) -> str:
    """The name of the field for somebody, fit for an id in HTML."""
    return ANSWER if person is None else f"{ANSWER}-{person.id.replace('.', '-')}"


def count_name(name: str, category: Category) -> str:
    """The name of the field for the people of a category."""
    return f"{name}-{category}"


def unknown_name(name: str) -> str:
    """The name of the field that says that a day is not known."""
    return f"{name}-onbekend"


def iso_date(text: str) -> str | None:
    """A day as browsers send it or as people type it (24-11-2026, 24-11-26), in ISO form; None when it is no day."""
    parts = text.strip().replace("/", "-").replace(".", "-").split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
    century = "20" if len(year) == 2 else ""
    try:
        found = date(int(century + year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if found.year in YEARS else None


def answer_form(
    question: Question,
    people: Sequence[Person],
    values: Mapping[str, Value] = NOTHING,
    beside: Mapping[str, str] = NOTHING,
) -> AnswerForm:
    """The form of a question with what was posted, else with earlier answers and what its other fields start with."""
    about: tuple[Person | None, ...] = tuple(people) or (None,)
    if request.method == "POST":
        return AnswerForm(question, about, request.form)
    given = ((field_name(person), values.get(key(question, person))) for person in about)
    earlier = [field for name, value in given if value for field in _fields(question.kind, name, value)]
    return AnswerForm(question, about, MultiDict([*earlier, *beside.items()]))


def _fields(kind: QuestionKind, name: str, value: Value) -> Iterator[tuple[str, str]]:
    """An earlier answer as its fields hold it."""
    if isinstance(value, Mapping):
        yield from ((count_name(name, Category(category)), str(count)) for category, count in value.items())
    elif isinstance(value, tuple):
        yield from ((name, one) for one in value)
    elif kind is QuestionKind.DATE and value == UNKNOWN_DATE:
        yield unknown_name(name), "ja"
    else:
        yield name, value
