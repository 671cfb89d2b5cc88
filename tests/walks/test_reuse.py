"""What a new walk takes along: only what lasts, only what was chosen."""

from datetime import date

import pytest

from routekaart.engine.answers import Answers
from routekaart.walks.casefile import from_bytes, to_bytes
from routekaart.walks.casework import Entry, Share, View
from routekaart.walks.reuse import PARTS, lasting_answers, taking_along, written_parts
from tests.support.cases import STARTED, case_of, real_place

PLACE = real_place()
VALUES = {"acuut-gevaar": "ja", "client-volwassen": "nee", "wie": {"kind-0-11": 2}, "onthulling@kind-0-11.1": "ja"}


@pytest.fixture
def earlier():
    return case_of(
        PLACE,
        Answers(VALUES, {"melden": "een reden"}),
        ticked=frozenset({"bel-112"}),
        notes={"signaleren": "een aantekening"},
        log=(Entry(STARTED, saw="iets"),),
        shares=(Share(STARTED, secret="00"),),
        views=(View(STARTED, text="een mening"),),
        safety_plan={"afspraken": "iets"},
    )


@pytest.fixture
def fresh():
    return case_of(PLACE, Answers())


def take(fresh, earlier, questions=("client-volwassen", "wie"), parts=PARTS):
    return taking_along(fresh, earlier, PLACE.routemap, questions=questions, parts=parts)


def test_given_everything_is_chosen_then_only_what_lasts_goes_along(fresh, earlier):
    new = take(fresh, earlier, questions=tuple(VALUES), parts=(*PARTS, "shares", "notes", "departures", "ticked"))
    assert new.values == {"client-volwassen": "nee", "wie": {"kind-0-11": 2}}
    assert (new.log, new.views, new.safety_plan) == (earlier.log, earlier.views, earlier.safety_plan)
    assert (new.shares, new.notes, new.departures, new.ticked) == ((), {}, {}, frozenset())
    assert from_bytes(to_bytes(new)) == new


def test_given_nothing_is_chosen_then_the_new_walk_is_empty(fresh, earlier):
    assert take(fresh, earlier, (), ()) == fresh


def test_given_an_answer_that_is_none_any_more_then_it_stays_behind(fresh):
    earlier = case_of(PLACE, Answers({"client-volwassen": "misschien", "wie": {"kind-0-11": 99}}))
    assert lasting_answers(earlier, PLACE.routemap) == {}
    assert take(fresh, earlier).values == {}


def test_given_what_was_written_then_only_that_is_offered(earlier):
    assert written_parts(earlier) == ("log", "safety_plan", "views")
    assert earlier.started_on == date(2026, 11, 20)
