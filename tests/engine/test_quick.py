"""The five-minute route names only what holds whatever else is answered."""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from routekaart.content.reader import read_edition, read_sector
from routekaart.engine.answers import Answers, key
from routekaart.engine.compiler import compile_routemap
from routekaart.engine.quick import today
from routekaart.engine.vocabulary import Action, Due, Outcome
from routekaart.engine.walk import walk
from tests.support.brute_force import completed
from tests.support.small_maps import partial_answers, small_map, some_value

EDITIONS = ["meldcode-2019", "basismodel-2011"]
CHILD = {"acuut-gevaar": "nee", "wie": {"kind-0-11": 1}}


@cache
def real(edition="meldcode-2019", sector="onderwijs"):
    content = Path("content")
    return compile_routemap(read_edition(content, edition), read_sector(content, sector))


def pieces(advice):
    return {(one.item.id, person.id) for one in advice for person in one.people} | {(one.item.id, "") for one in advice}


def route(random, routemap):
    """The answers to the questions of the route, one after the other."""
    values = {}
    while position := today(walk(routemap, Answers(values))).position:
        for person in position.people or (None,):
            values[key(position.question, person)] = some_value(random, position.question, 0.3)
    return values


@pytest.mark.parametrize("seed", range(60))
def test_given_a_random_protocol_then_what_is_named_is_advised_by_every_completion(seed):
    random = Random(seed)
    routemap = small_map(random, questions=3)
    start = walk(routemap, partial_answers(random, routemap, at_most=random.choice([3, 4, 5])))
    named = pieces(today(start).certain)
    for (finished,) in completed(routemap, dict(start.answers.values)):
        assert named <= pieces(finished.advised)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("seed", range(30))
def test_given_the_answers_of_the_route_then_a_whole_walk_with_them_advises_what_it_named(seed, edition):
    random, routemap = Random(seed), real(edition)
    values = route(random, routemap)
    named = pieces(today(walk(routemap, Answers(values))).certain)
    for _ in range(2):
        whole = walk(routemap, partial_answers(random, routemap, at_most=999, unknown=0.3, start=values))
        assert whole.is_finished
        assert named <= pieces(whole.advised)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("seed", range(4))
def test_given_the_route_was_taken_then_the_whole_walk_asks_none_of_it_again(seed, edition):
    routemap = real(edition)
    values, asked = route(Random(seed), routemap), set()
    answers = Answers(values)
    while position := walk(routemap, answers).position:
        asked |= {key(position.question, person) for person in position.people or (None,)}
        answers = partial_answers(Random(seed), routemap, at_most=len(answers.values) + 1, start=answers.values)
    assert not asked & set(values)


def test_given_nothing_is_answered_then_danger_is_asked_first_and_no_more_than_four_questions_follow():
    assert today(walk(real(), Answers())).position.question.id == "acuut-gevaar"
    assert all(len(real(edition).edition.quick) <= 4 for edition in EDITIONS)


def test_given_a_question_for_each_then_it_stays_open_for_those_without_an_answer():
    values = CHILD | {"wie": {"kind-0-11": 2}, "vorm": ("geen",), "onthulling@kind-0-11.1": "nee"}
    position = today(walk(real(), Answers(values))).position
    assert (position.question.id, [one.id for one in position.people]) == ("onthulling", ["kind-0-11.2"])


def test_given_a_form_where_talking_does_harm_then_silence_and_a_call_today_are_named():
    named = {one.item.id for one in today(walk(real(), Answers(CHILD | {"vorm": ("seksueel",)}))).certain}
    assert {"nog-niet-met-familie", "advies-bij-bijzondere-vorm", "seksueel-niet-uitvragen"} <= named


@pytest.mark.parametrize("edition", EDITIONS)
def test_given_anything_then_only_what_is_for_today_is_named_and_the_call_in_doubt_always_stands(edition):
    found = today(walk(real(edition), Answers(route(Random(3), real(edition)))))
    assert found.in_doubt
    assert all(
        isinstance(one.item, Outcome) or (isinstance(one.item, Action) and one.item.due in (Due.NOW, Due.TODAY))
        for one in found.certain
    )
