"""Answers: what was said to each question, as plain values that can be kept and read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from routekaart.engine.references import EXCLUSIVE_VALUE
from routekaart.engine.vocabulary import Category, Question, QuestionKind

Value = str | tuple[str, ...] | Mapping[str, int]
UNKNOWN_DATE = "weet-niet"
MOST_PER_CATEGORY = 12


@dataclass(frozen=True, slots=True)
class Answers:
    """Values by key, and reasons for departing from an outcome by the outcome's id.

    A key is a question's id, or "question@person" for a question that is asked for each person. A value is an option
    (single), a tuple of options (multiple), an ISO date or "weet-niet" (date), or a count per category (people).
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    departures: Mapping[str, str] = field(default_factory=dict)

    def with_values(self, values: Mapping[str, Value]) -> Answers:
        """These answers with some given anew."""
        return replace(self, values={**self.values, **values})

    def without(self, keys: frozenset[str]) -> Answers:
        """These answers without some."""
        return replace(self, values={key: value for key, value in self.values.items() if key not in keys})

    def departing(self, outcome_id: str, reason: str) -> Answers:
        """These answers with a reason for departing from an outcome; an empty reason takes the departure back."""
        kept = {key: value for key, value in self.departures.items() if key != outcome_id}
        return replace(self, departures={**kept, outcome_id: reason} if reason.strip() else kept)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be unsafe: a category and a number within it, never a name."""

    category: Category
    number: int

    @property
    def id(self) -> str:
        """Stable while the count of another category changes: "kind-0-11.1"."""
        return f"{self.category}.{self.number}"


def key(question: Question, person: Person | None) -> str:
    """The key under which the answer to a question (for a person) is kept."""
    return question.id if person is None else f"{question.id}@{person.id}"


def is_valid(question: Question, value: Value | None) -> bool:
    """Whether a value answers this question."""
    match question.kind:
        case QuestionKind.SINGLE:
            return isinstance(value, str) and question.option(value) is not None
        case QuestionKind.MULTIPLE:
            return isinstance(value, tuple) and _is_choice(question, value)
        case QuestionKind.DATE:
            return isinstance(value, str) and _is_date(value)
        case QuestionKind.PEOPLE:
            return isinstance(value, Mapping) and _is_count(value)


def _is_choice(question: Question, values: tuple[str, ...]) -> bool:
    options = [question.option(value) for value in values]
    if not options or None in options or len(set(values)) != len(values):
        return False
    alone = any(option and (option.unknown or option.value == EXCLUSIVE_VALUE) for option in options)
    return len(values) == 1 or not alone


def _is_date(value: str) -> bool:
    if value == UNKNOWN_DATE:
        return True
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_count(counts: Mapping[str, int]) -> bool:
    if set(counts) - {str(category) for category in Category}:
        return False
    numbers = tuple(counts.values())
    return all(type(n) is int and 0 <= n <= MOST_PER_CATEGORY for n in numbers) and sum(numbers) > 0


def people_in(counts: Mapping[str, int]) -> tuple[Person, ...]:
    """The people of a count per category, in the order of the categories."""
    return tuple(Person(category, n + 1) for category in Category for n in range(counts.get(category, 0)))
