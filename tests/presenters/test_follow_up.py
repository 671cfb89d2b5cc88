"""The follow-up log as a page shows it, on both editions."""

from datetime import date
from functools import cache

import pytest

from routekaart.content.follow_up import Asked
from routekaart.presenters.follow_up import Following, follow_up_page, in_order
from routekaart.regions.maps import RegionalMap
from routekaart.walks.casework import FollowUp
from tests.support.cases import NOW, case_of, choosing, guides, real_place, walked
from tests.support.scenarios import written

TODAY = date(2026, 11, 24)
HELP_2011 = {"acuut-gevaar": "nee", "onthulling": "nee", "wie": {"kind-0-11": 2}, "besluit-2011": "hulp"}


@cache
def place_of_2011():
    here = written().map("voorbeeldregio", "onderwijs", edition="basismodel-2011")
    return RegionalMap("voorbeeldregio", 3, NOW, here.directory, here.routemap)


def page(place, wanted, *looks, day="2026-12-01"):
    walk = walked(place, choosing(wanted, day=day))
    case = case_of(place, walk.answers, follow_ups=in_order(looks))
    return follow_up_page(Following(case, walk, place, guides(), NOW))


def ways(found):
    return {one["id"]: one for one in found["ways"]}


def test_given_2011_when_help_does_not_help_then_its_own_question_is_asked_anew_and_its_role_named():
    chosen = HELP_2011 | {"hulp-verloop": "nog-niet-begonnen"}
    found = ways(page(place_of_2011(), chosen, FollowUp(TODAY, brought="nee", new_signals="ja")))
    way = found["hulp-helpt-niet"]
    assert [one["text"] for one in way["again"]] == ["Kies dat de hulp niet genoeg helpt", "Beslis daarna opnieuw"]
    assert way["again"][0]["earlier"] == ["Die is nog niet begonnen"]
    assert way["who"] == "AMK of SHG"
    assert not any("Veilig Thuis" in found[one]["text"] for one in found)


def test_given_help_for_several_people_then_what_was_answered_for_each_stands_beside_the_way():
    family = {"acuut-gevaar": "nee", "onthulling": "nee", "wie": {"kind-0-11": 2}, "hulp-loopt": "ja"}
    chosen = family | {"afweging-5": lambda one: "ja" if one.id.endswith("1") else "twijfel"}
    way = ways(page(real_place(), chosen, FollowUp(TODAY, brought="nee")))["hulp-helpt-niet"]
    assert way["again"][0]["earlier"] == ["kind 1 (0–11 jaar): Ja", "kind 2 (0–11 jaar): Ik twijfel"]


def test_given_a_term_whose_day_nobody_knows_then_it_stands_last_with_a_way_to_fill_it_in():
    wanted = {"acuut-gevaar": "nee", "onthulling": "nee", "wie": {"kind-0-11": 1}, "melding-datum": "weet-niet"}
    last = page(real_place(), wanted | {"besluit-melden": "ja"})["due"][-1]
    assert last["on"] is None
    assert last["mark"] == ""
    assert [one["earlier"] for one in last["again"]] == [["weet ik nog niet"]]


@pytest.mark.parametrize("asked", Asked)
def test_given_an_option_that_is_not_in_the_list_any_more_then_the_page_still_opens(asked):
    found = page(real_place(), {"acuut-gevaar": "nee", "wie": {"kind-0-11": 1}}, FollowUp(TODAY, **{asked: "vroeger"}))
    assert found["entries"][0]["rows"] == []
    assert found["ways"] == []


@pytest.mark.parametrize(
    ("day", "state", "is_asked"),
    [("2026-11-23", "past", True), ("2026-11-24", "today", True), ("2026-11-25", "ahead", False)],
)
def test_given_the_day_of_question_five_then_it_is_marked_and_asked_from_that_day_on(day, state, is_asked):
    wanted = {"acuut-gevaar": "nee", "onthulling": "nee", "wie": {"kind-0-11": 1}, "evaluatie-datum": day}
    [row] = [one for one in page(real_place(), wanted, day="2026-12-24")["due"] if one["key"].startswith("evaluatie@")]
    assert row["state"] == state
    assert any("vraag 5" in one["text"] for one in row["again"]) == is_asked
