"""The form of a question: a field for everybody that it is asked about, the tasks so far, a note, a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    HiddenField,
    IntegerField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)

from routekaart.engine.answers import MOST_PER_CATEGORY, UNKNOWN_DATE, Person, Value, is_valid, key
from routekaart.engine.vocabulary import Category, Question, QuestionKind
from routekaart.walks.casefile import MOST_CHARACTERS

ANSWER = "antwoord"
FORMS_KEPT = 256
ERRORS = {
    QuestionKind.SINGLE: "Kies een van de antwoorden.",
    QuestionKind.MULTIPLE: "Kies wat past. Weet je het niet, kies dan alleen dat.",
    QuestionKind.DATE: "Vul een dag in, zoals 24-11-2026, of kies ‘weet ik nog niet’.",
    QuestionKind.PEOPLE: f"Vul bij minstens één regel een aantal in, van 0 tot en met {MOST_PER_CATEGORY}.",
}
YEARS = range(1900, 2101)
TOO_LONG = f"Deze tekst is te lang. Er passen {MOST_CHARACTERS} tekens in."


class AnswerForm(FlaskForm):
    """What every question page has next to its answers."""

    reden = TextAreaField()
    notitie = TextAreaField()
    toch_bewaren = BooleanField()
    gedaan = SelectMultipleField(validate_choice=False)
    vervallen = HiddenField()
    terug = HiddenField()
    vraag = HiddenField()
    versie = HiddenField()

    def set_up(self, question: Question, people: Sequence[Person]) -> AnswerForm:
        """Bind the form to a question and whom it is asked about (nobody: the situation)."""
        self.question = question
        self.people: tuple[Person | None, ...] = tuple(people) or (None,)
        return self

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
        texts = (("notitie", self.notitie.data), ("reden", self.reden.data))
        return wrong | {name: TOO_LONG for name, text in texts if len(text or "") > MOST_CHARACTERS}

    def chosen(self, person: Person | None) -> tuple[str, ...]:
        """The options that are ticked for somebody."""
        if not self.question.options:
            return ()
        data = self[field_name(person)].data
        return tuple(data) if isinstance(data, list | tuple) else (data,) if data else ()

    def _value(self, person: Person | None) -> Value | None:
        name = field_name(person)
        match self.question.kind:
            case QuestionKind.SINGLE:
                return self[name].data or None
            case QuestionKind.MULTIPLE:
                return tuple(sorted(self[name].data or ())) or None
            case QuestionKind.DATE:
                return UNKNOWN_DATE if self[f"{name}-onbekend"].data else iso_date(self[name].data or "")
        counts = {category: self[f"{name}-{category}"].data for category in Category}
        if any(self[f"{name}-{category}"].errors for category in Category):
            return None
        return {str(category): count for category, count in counts.items() if count}


def field_name(person: Person | None) -> str:
    """The name of the field for somebody, fit for an id in HTML."""
    return ANSWER if person is None else f"{ANSWER}-{person.id.replace('.', '-')}"


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


def answer_form(question: Question, people: Sequence[Person], values: Mapping[str, Value] | None = None) -> AnswerForm:
    """The form of a question, filled with what was posted, else with earlier answers."""
    about: tuple[Person | None, ...] = tuple(people) or (None,)
    form = _form_class(question.kind, tuple(map(field_name, about)))
    given = ((field_name(person), (values or {}).get(key(question, person))) for person in about)
    earlier = {name: data for field, value in given if value for name, data in _data(question.kind, field, value)}
    return form(data=earlier).set_up(question, people)


@lru_cache(maxsize=FORMS_KEPT)
def _form_class(kind: QuestionKind, names: tuple[str, ...]) -> type[AnswerForm]:
    """Made once for each kind of question and the people that it is about: making a class is slow."""
    return type("QuestionForm", (AnswerForm,), dict(field for name in names for field in _fields(kind, name)))


def _fields(kind: QuestionKind, name: str) -> Iterator[tuple[str, Field]]:
    match kind:
        case QuestionKind.SINGLE:
            yield name, StringField()
        case QuestionKind.MULTIPLE:
            yield name, SelectMultipleField(validate_choice=False)
        case QuestionKind.DATE:
            yield name, StringField()
            yield f"{name}-onbekend", BooleanField()
        case QuestionKind.PEOPLE:
            for category in Category:
                yield f"{name}-{category}", IntegerField(default=0)


def _data(kind: QuestionKind, name: str, value: Value) -> Iterator[tuple[str, Any]]:
    """An earlier answer as its fields hold it."""
    if isinstance(value, Mapping):
        yield from ((f"{name}-{category}", count) for category, count in value.items())
    elif kind is QuestionKind.DATE and value == UNKNOWN_DATE:
        yield f"{name}-onbekend", True
    else:
        yield name, value
