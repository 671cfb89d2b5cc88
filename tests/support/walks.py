"""Random answers to a map, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from routekaart.engine.answers import Answers, Value, key
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Category, Question, QuestionKind
from routekaart.engine.walk import Position, walk


def values_for(question: Question) -> st.SearchStrategy[Value]:
    """Valid answers to a question."""
    match question.kind:
        case QuestionKind.SINGLE:
            return st.sampled_from([option.value for option in question.options])
        case QuestionKind.MULTIPLE:
            alone = [o.value for o in question.options if o.unknown or o.value == "geen"]
            free = [o.value for o in question.options if o.value not in alone]
            some = st.lists(st.sampled_from(free), min_size=1, unique=True).map(lambda chosen: tuple(sorted(chosen)))
            return st.one_of(some, st.sampled_from([(value,) for value in alone])) if alone else some
        case QuestionKind.DATE:
            return st.one_of(st.dates().map(lambda day: day.isoformat()), st.just("weet-niet"))
        case QuestionKind.PEOPLE:
            counts = st.dictionaries(st.sampled_from([str(c) for c in Category]), st.integers(1, 2), min_size=1)
            return counts


def answered(draw: st.DrawFn, routemap: RouteMap, at: Position) -> dict[str, Value]:
    """A valid answer for everybody that a position asks about."""
    return {key(at.question, person): draw(values_for(at.question)) for person in at.people or (None,)}


@st.composite
def finished_answers(draw: st.DrawFn, routemap: RouteMap) -> Answers:
    """Answers that walk a map to its end."""
    answers = Answers()
    while position := walk(routemap, answers).position:
        if position.reason_needed:
            option_outcomes = [o for option in position.question.options for o in option.departs_from]
            for outcome in option_outcomes:
                answers = answers.departing(outcome, "een reden")
        answers = answers.with_values(answered(draw, routemap, position))
    return answers


@st.composite
def messy_answers(draw: st.DrawFn, routemap: RouteMap) -> Answers:
    """A finished walk in which some answers were taken away, changed or made up."""
    values = dict(draw(finished_answers(routemap)).values)
    for name in draw(st.lists(st.sampled_from(sorted(values)), unique=True, max_size=4)):
        del values[name]
    questions = [item for item in routemap.items() if isinstance(item, Question)]
    for question in draw(st.lists(st.sampled_from(questions), max_size=4)):
        values[question.id] = draw(values_for(question))
    if draw(st.booleans()):
        values["bestaat-niet"] = "ja"
        values[questions[0].id] = "geen optie"
    return Answers(values)
