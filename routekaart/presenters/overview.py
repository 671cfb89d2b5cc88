"""All answers of a walk, per step, with their notes and dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from routekaart.engine.answers import UNKNOWN_DATE, Value
from routekaart.engine.vocabulary import Category, Question, QuestionKind, Step
from routekaart.engine.walk import Given, Walk
from routekaart.presenters import dates, words
from routekaart.presenters.question_page import number_of

Row = dict[str, Any]


def answer_words(question: Question, value: Value) -> str:
    """An answer as one reads it."""
    match question.kind:
        case QuestionKind.PEOPLE:
            counts = value if isinstance(value, Mapping) else {}
            found = (
                f"{counts[category]} × {words.CATEGORIES[category]}" for category in Category if category in counts
            )
            return "; ".join(found)
        case QuestionKind.DATE:
            return "weet ik nog niet" if value == UNKNOWN_DATE else dates.day(date.fromisoformat(str(value)))
        case QuestionKind.MULTIPLE:
            return "; ".join(option.text for option in question.options if option.value in value)
    option = question.option(str(value))
    return option.text if option else str(value)


def answer_row(given: Given, walk: Walk) -> Row:
    """A question with its answer, for whom, and the number to change it."""
    people = (given.person,) if given.person else ()
    return {
        "key": words.about(given.question.text, people, walk.people),
        "value": answer_words(given.question, given.value),
        "person": words.person(given.person, walk.people) if given.person else "",
        "number": number_of(walk.routemap, given.question),
    }


def overview(walk: Walk, notes: Mapping[str, str], step_dates: Mapping[str, date]) -> list[Row]:
    """Every step that was reached, with what was answered and noted in it."""
    return [_step(step, walk, notes, step_dates) for step in walk.routemap.steps if _is_met(step, walk, notes)]


def _is_met(step: Step, walk: Walk, notes: Mapping[str, str]) -> bool:
    here = walk.position.step.id if walk.position else ""
    return step.id in notes or step.id == here or any(given.step.id == step.id for given in walk.path)


def _step(step: Step, walk: Walk, notes: Mapping[str, str], step_dates: Mapping[str, date]) -> Row:
    station = walk.routemap.station_of(step.id)
    return {
        "id": step.id,
        "title": f"Stap {station.number}: {step.title}" if station else step.title,
        "rows": [answer_row(given, walk) for given in walk.path if given.step.id == step.id],
        "note": notes.get(step.id, ""),
        "date": step_dates[step.id].isoformat() if step.id in step_dates else "",
        "date_text": dates.day(step_dates[step.id]) if step.id in step_dates else "",
    }
