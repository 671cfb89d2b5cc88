"""No set of ticked signals changes an outcome, an action or the position of a walk, and none is counted (INV-31)."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from routekaart.engine.answers import Answers
from routekaart.engine.signals import Age, ages_of
from routekaart.engine.walk import walk
from routekaart.presenters.case_document import case_document
from routekaart.presenters.signals import age_words, seen
from routekaart.presenters.signals_page import ticking_page
from routekaart.walks.casefile import from_bytes, to_bytes
from tests.support.cases import NOW, case_of, guides, lists, real_place
from tests.support.walks import finished_answers, messy_answers

IDS = [one.id for one in lists().signals]
SETS = st.one_of(st.frozensets(st.sampled_from(IDS)), st.just(frozenset(IDS)), st.just(frozenset({"bestaat-niet"})))
PLACE = real_place()
ANSWERS = st.one_of(finished_answers(PLACE.routemap), messy_answers(PLACE.routemap))


@settings(max_examples=20)
@given(ANSWERS, SETS)
def test_given_any_walk_and_any_signals_then_nothing_but_what_was_seen_differs(answers, ids):
    case = from_bytes(to_bytes(case_of(PLACE, answers)))
    ticked = from_bytes(to_bytes(replace(case, signals=ids)))
    assert ticked.signals == ids
    walks = [walk(PLACE.routemap, Answers(one.values, one.departures)) for one in (case, ticked)]
    documents = [
        case_document(one, found, PLACE, lists=lists(), guides=guides(), now=NOW)
        for one, found in zip((case, ticked), walks, strict=True)
    ]
    assert walks[0].position == walks[1].position
    assert walks[0].advised == walks[1].advised
    assert documents[1].pop("seen")["is_empty"] is (not ids)
    documents[0].pop("seen")
    assert documents[0] == documents[1]


@settings(max_examples=50)
@given(SETS)
def test_given_any_signals_then_advice_today_appears_for_an_urgent_one_alone_and_no_number_of_them(ids):
    found = view_of(ids)
    urgent = [one for one in lists().chosen(ids) if one.urgent]
    assert [one["id"] for one in (found["today"] or {"because": []})["because"]] == [one.id for one in urgent]
    texts = [group["title"] for group in found["groups"]] + [found["reminder"], found["gone"]]
    assert not re.search(r"\d", " ".join(texts))
    assert not any(isinstance(value, int | float) and not isinstance(value, bool) for value in found.values())


def view_of(ids):
    return seen(lists(), ids, PLACE.routemap, PLACE.directory, municipality=None, now=NOW)


def test_given_each_urgent_signal_alone_then_it_is_enough_and_no_other_signal_is():
    for one in lists().signals:
        assert bool(view_of({one.id})["today"]) is one.urgent, one.id


def test_given_the_2011_edition_then_the_reporting_point_of_then_is_named():
    place = real_place("voorbeeldregio-2011")
    urgent = next(one.id for one in lists().signals if one.urgent)
    found = seen(lists(), {urgent}, place.routemap, place.directory, municipality=None, now=NOW)
    assert found["today"]["who"] or found["today"]["instead"]
    assert "Veilig Thuis" not in " ".join(found["today"]["texts"])


def test_given_a_signal_that_is_in_no_list_any_more_then_that_is_said():
    found = view_of({"van-vroeger"})
    assert not found["is_empty"]
    assert "eerdere versie" in found["gone"]


@settings(max_examples=20)
@given(ANSWERS, SETS)
def test_given_any_walk_then_each_fitting_or_ticked_signal_can_be_ticked_once(answers, ids):
    walked = walk(PLACE.routemap, answers)
    page = ticking_page(lists(), walked, ids)
    rows = list(page["earlier"]["signals"])
    for group in (page["urgent"], *page["groups"]):
        rows += [*group["first"], *group["more"]]
    for kind in page["kinds"]:
        rows += kind["signals"]
    found = [one["id"] for one in rows]
    fitting = {one.id for one in lists().fitting(ages_of(walked.people))}
    assert sorted(found) == sorted(fitting | {one.id for one in lists().chosen(ids)})
    assert {one["id"] for one in rows if one["checked"]} == {one.id for one in lists().chosen(ids)}


def test_given_ages_then_they_are_told_shortly():
    assert age_words(set(Age)) == ""
    assert age_words({Age.UNDER_4, Age.UNDER_12, Age.UNDER_18, Age.ADULT}) == "0–18 jaar · volwassene"
    assert age_words({Age.UNDER_18}) == "12–18 jaar"
