from hypothesis import given, settings
from hypothesis import strategies as st

from routekaart.engine.answers import Answers, is_valid
from routekaart.engine.vocabulary import Scope
from routekaart.engine.walk import answer, declare_acute, walk
from tests.support.protocol import answers, mini
from tests.support.walks import finished_answers, messy_answers

MAP = mini()
TWO_CHILDREN_AND_AN_ADULT = {"kind-0-11": 2, "volwassene": 1}


def ids(advised):
    return [one.item.id for one in advised]


def people(advised, item_id):
    return [person.id for one in advised if one.item.id == item_id for person in one.people]


def test_given_no_answers_then_the_acute_question_comes_first():
    assert walk(MAP, Answers()).position.question.id == "acuut-gevaar"


def test_given_acute_danger_then_112_and_the_reporting_point_are_advised_before_any_further_question():
    result = walk(MAP, answers(acuut_gevaar="ja"))
    assert ids(result.advised)[:2] == ["bel-112", "bel-meldpunt"]
    assert result.position.question.id == "acuut-stand"
    assert result.on_acute_line


def test_given_danger_is_declared_midway_then_the_walk_goes_on_where_it_was_afterwards():
    midway = answers(acuut_gevaar="nee", wie=TWO_CHILDREN_AND_AN_ADULT, vorm=("geweld",))
    before = walk(MAP, midway).position
    declared = declare_acute(MAP, midway)
    assert ids(walk(MAP, declared).advised)[0] == "bel-112"
    assert walk(MAP, declared).position.question.id == "acuut-stand"
    assert walk(MAP, declared.with_values({"acuut-stand": "ja"})).position == before


def test_given_danger_is_declared_twice_then_the_acute_line_is_walked_again():
    once = declare_acute(MAP, Answers()).with_values({"acuut-stand": "ja"})
    assert walk(MAP, declare_acute(MAP, once)).position.question.id == "acuut-stand"


def test_given_several_people_then_a_question_for_each_stays_open_for_those_without_an_answer():
    given_one = answers(
        {"praten-veilig@kind-0-11.2": "ja"}, acuut_gevaar="nee", wie=TWO_CHILDREN_AND_AN_ADULT, vorm=("geweld",)
    )
    position = walk(MAP, given_one).position
    assert position.question.id == "praten-veilig"
    assert [person.id for person in position.people] == ["kind-0-11.1", "volwassene.1"]


def test_given_several_people_then_an_action_stands_once_with_everybody_it_is_for():
    talking = {f"praten-veilig@{who}": "ja" for who in ("kind-0-11.1", "kind-0-11.2")}
    result = walk(
        MAP,
        answers(
            talking | {"praten-veilig@volwassene.1": "weet-niet"},
            acuut_gevaar="nee",
            wie=TWO_CHILDREN_AND_AN_ADULT,
            vorm=("geweld",),
        ),
    )
    assert ids(result.actions).count("praat") == 1
    assert people(result.advised, "praat") == ["kind-0-11.1", "kind-0-11.2"]
    assert people(result.advised, "advies-voor-gesprek") == ["volwassene.1"]


def decided(**more):
    return answers(
        {"praten-veilig@kind-0-11.1": "ja", "ernstig@kind-0-11.1": "ja", **more},
        acuut_gevaar="nee",
        wie={"kind-0-11": 1},
        vorm=("verwaarlozing",),
    )


def test_given_advice_then_its_trace_names_the_answer_and_the_rule():
    report = next(one for one in walk(MAP, decided()).outcomes if one.item.id == "melden")
    assert [(g.question.id, g.person.id, g.value) for g in report.because] == [("ernstig", "kind-0-11.1", "ja")]
    assert report.item.provenance.file.endswith("2-beslissen.yaml")


def test_given_a_decision_against_the_advice_then_a_reason_is_needed_before_the_walk_goes_on():
    against = decided(besluit="nee")
    waiting = walk(MAP, against).position
    assert (waiting.question.id, waiting.reason_needed) == ("besluit", True)
    departed = walk(MAP, against.departing("melden", "Veilig Thuis raadt het af"))
    assert departed.is_finished
    assert [one.departure for one in departed.outcomes if one.item.id == "melden"] == ["Veilig Thuis raadt het af"]


def test_given_the_acute_route_then_nobody_departs_from_it():
    acute = answers(acuut_gevaar="ja").departing("acuut-handelen", "liever niet")
    assert [one.departure for one in walk(MAP, acute).outcomes] == [""]


def test_given_an_earlier_answer_changes_then_later_ones_stay_and_the_unreachable_ones_are_named():
    before = decided(besluit="ja").with_values({"melding-datum": "2026-11-20"})
    assert walk(MAP, before).is_finished
    after = answer(MAP, before, {"ernstig@kind-0-11.1": "nee"})
    assert [lost.key for lost in after.dropped] == []
    assert after.position.question.id == "hulp-aanvaard"
    assert set(after.pending) == {"besluit", "melding-datum"}
    accepted = answer(MAP, after.answers, {"hulp-aanvaard": "ja"})
    assert {lost.key for lost in accepted.dropped} == {"besluit", "melding-datum"}
    assert "besluit" not in accepted.answers.values


def test_given_somebody_is_taken_out_of_the_walk_then_only_their_answers_are_dropped():
    both = answers(
        {"praten-veilig@kind-0-11.1": "ja", "praten-veilig@volwassene.1": "nee"},
        acuut_gevaar="nee",
        wie={"kind-0-11": 1, "volwassene": 1},
        vorm=("geweld",),
    )
    fewer = answer(MAP, both, {"wie": {"volwassene": 1}})
    assert [lost.key for lost in fewer.dropped] == ["praten-veilig@kind-0-11.1"]


@given(messy_answers(MAP))
def test_any_answers_with_any_changes_end_in_a_valid_position(messy):
    result = walk(MAP, messy)
    assert result.is_finished or result.position.question.id in MAP.placed
    for given_answer in result.path:
        assert is_valid(given_answer.question, given_answer.value)
    again = answer(MAP, messy, {})
    assert again.position == result.position
    assert walk(MAP, again.answers).dropped == ()


@given(messy_answers(MAP))
def test_from_any_answers_the_acute_route_is_one_step_away(messy):
    result = walk(MAP, declare_acute(MAP, messy))
    assert ids(result.advised)[:2] == ["bel-112", "bel-meldpunt"]
    assert result.position.question.id == "acuut-stand"


@given(finished_answers(MAP))
def test_every_piece_of_advice_has_a_trace_and_every_person_an_outcome(complete):
    result = walk(MAP, complete)
    for advised in result.advised:
        assert advised.item.provenance.line > 0
        conditional = MAP.placed[advised.item.id].item.when != MAP.placed["leg-signalen-vast"].item.when
        assert bool(advised.because) == conditional
    for person in result.people:
        assert any(person in one.people for one in result.outcomes if one.item.scope is not Scope.SITUATION)


@settings(max_examples=50)
@given(finished_answers(MAP), st.randoms())
def test_the_order_in_which_answers_were_given_makes_no_difference(complete, random):
    shuffled = list(complete.values.items())
    random.shuffle(shuffled)
    assert walk(MAP, Answers(dict(shuffled), complete.departures)) == walk(MAP, complete)
