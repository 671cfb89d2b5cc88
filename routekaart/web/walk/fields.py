"""The fields of a question as its page shows them: what is filled in, for whom, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from routekaart.engine.answers import Person
from routekaart.engine.vocabulary import Category, QuestionKind
from routekaart.presenters import words
from routekaart.presenters.question_page import CATEGORY_HINTS, option_views
from routekaart.web.walk.answer import AnswerForm, count_name, field_name, unknown_name


def answer_fields(form: AnswerForm, errors: Mapping[str, str], page: Mapping[str, Any]) -> dict[str, Any]:
    """A field for everybody that a question is asked about, the errors, and a link to each; see `question_page`."""
    return {
        "fields": [_field(form, person, errors, page) for person in form.people],
        "errors": errors,
        "error_links": [{"text": text, "href": f"#{_first_input(form, name)}"} for name, text in errors.items()],
    }


def _first_input(form: AnswerForm, name: str) -> str:
    """The id that a link in the error summary goes to."""
    if name in ("notitie", "reden") or form.question.kind is QuestionKind.DATE:
        return name
    return f"{name}-1" if form.question.options else count_name(name, next(iter(Category)))


def _field(
    form: AnswerForm, person: Person | None, errors: Mapping[str, str], page: Mapping[str, Any]
) -> dict[str, Any]:
    name, question = field_name(person), form.question
    field: dict[str, Any] = {
        "name": name,
        "kind": str(question.kind),
        "legend": page["legends"][person.id] if person else page["question"]["text"],
        "error": errors.get(name),
    }
    match question.kind:
        case QuestionKind.DATE:
            return field | {"value": form.text(name), "unknown": bool(form.text(unknown_name(name)))}
        case QuestionKind.PEOPLE:
            return field | {"counts": [_count(form, person, category) for category in Category]}
    return field | {"options": option_views(question, form.chosen(person))}


def _count(form: AnswerForm, person: Person | None, category: Category) -> dict[str, Any]:
    label = words.CATEGORIES[category]
    return {
        "id": count_name(field_name(person), category),
        "label": label[:1].upper() + label[1:],
        "hint": CATEGORY_HINTS[category],
        "value": form.count(person, category) or 0,
    }
