"""Whatever is answered on the real maps: a valid position, danger within reach, and advice with a trace."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from routekaart.engine.answers import is_valid, key
from routekaart.engine.conditions import ALWAYS
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Scope
from routekaart.engine.walk import Walk, declare_acute, walk
from tests.support.scenarios import written
from tests.support.walks import finished_answers, messy_answers

EDITIONS, SECTORS = written().atlas.edition_ids, written().atlas.sector_ids
# Without shrinking: a walk that fails is short enough to read, and looking for a shorter one takes minutes.
FEW = settings(
    max_examples=5,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(params=[(edition, sector) for edition in EDITIONS for sector in SECTORS], ids="-".join, scope="module")
def routemap(request) -> RouteMap:
    edition, sector = request.param
    return written().atlas.routemap(edition, sector)


def test_every_map_is_walked():
    assert (len(EDITIONS), len(SECTORS)) == (2, 21)


@FEW
@given(data=st.data())
def test_given_any_answers_then_the_walk_stands_on_a_question_without_a_valid_answer(routemap, data):
    answers = data.draw(messy_answers(routemap))
    result = walk(routemap, answers)
    if result.position:
        question = result.position.question
        open_for = [answers.values.get(key(question, person)) for person in result.position.people or (None,)]
        assert result.position.reason_needed or not any(is_valid(question, value) for value in open_for)
    assert_traced(result)


@FEW
@given(data=st.data())
def test_given_any_answers_when_danger_is_declared_then_112_and_the_reporting_point_come_first(routemap, data):
    before = walk(routemap, data.draw(messy_answers(routemap)))
    acute = walk(routemap, declare_acute(routemap, before.answers))
    assert acute.is_acute
    assert [one.item.id for one in acute.actions][:2] == ["bel-112", "bel-advies-en-meldpunt"]
    assert acute.position.question.id == "acuut-stand"


@FEW
@given(data=st.data())
def test_given_a_finished_walk_then_everybody_has_an_outcome(routemap, data):
    result = walk(routemap, data.draw(finished_answers(routemap)))
    assert result.is_finished
    assert_traced(result)
    of_all = [one for one in result.outcomes if one.item.scope is Scope.SITUATION]
    assert all(of_all or [one for one in result.outcomes if person in one.people] for person in result.people)


def assert_traced(result: Walk) -> None:
    """Each piece of advice names its rule with a place, and the answers that led to it unless it always holds."""
    for one in result.advised:
        assert one.item.provenance.file.startswith("content/")
        assert one.item.provenance.line > 0
        assert one.because or one.item.when == ALWAYS
