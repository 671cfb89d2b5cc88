"""Ticking what one saw, within a walk: it goes along, and it changes nothing of the route (INV-31)."""

import re

import pytest

from routekaart.content.signals import read_signals
from routekaart.engine.signals import Age, Place
from tests.support.answering import begin, fields_for, question_id, walk_on
from tests.support.regions import CONTENT

LISTS = read_signals(CONTENT)
QUIET = next(one for one in LISTS.signals if not one.urgent and one.ages == {Age.UNDER_4} and one.place is Place.PERSON)
URGENT = next(one for one in LISTS.signals if one.id == "vandaag-letsel-baby")
OF_ADULT = next(one for one in LISTS.signals if not one.urgent and one.ages == {Age.ADULT})
ONE_CHILD = {"wie": {"kind-0-11": 1}}
LINK, SIGNALS = "Vink aan wat je zag of hoorde", "/doorloop/signalen"
TODAY = "Vraag vandaag advies"


def to_step_1(visitor):
    """The question about people, in step 1."""
    page = begin(visitor)
    while question_id(page, visitor) != "wie":
        page = visitor.submit(page, "/vraag/", **fields_for(page, "nee"))
    return page


def with_child(visitor):
    """Past the question about people: one small child."""
    page = to_step_1(visitor)
    return visitor.submit(page, "/vraag/", **fields_for(page, ONE_CHILD["wie"]))


def ticked(page):
    return {box.get("value") for box in page.document.xpath("//input[@name='signaal'][@checked]")}


def offered(page):
    return {box.get("value") for box in page.document.xpath("//input[@name='signaal']")}


def test_given_a_question_of_step_1_then_it_leads_to_the_lists_and_a_ticked_signal_stays(visitor):
    question = with_child(visitor)
    page = visitor.get(question.link(LINK))
    assert LISTS.reminder in page.text
    back = visitor.submit(page, SIGNALS, signaal=[QUIET.id])
    assert back.path == question.path
    assert ticked(visitor.get(SIGNALS)) == {QUIET.id}
    assert TODAY not in back.text


def test_given_the_people_of_a_walk_then_the_lists_are_for_their_ages(visitor):
    assert offered(visitor.get(to_step_1(visitor).link(LINK))) == {one.id for one in LISTS.signals}
    page = visitor.get("/doorloop/")
    visitor.submit(page, "/vraag/", **fields_for(page, ONE_CHILD["wie"]))
    expected = {one.id for one in LISTS.fitting([Age.UNDER_4, Age.UNDER_12])}
    assert offered(visitor.get(SIGNALS)) == expected


def test_given_a_list_then_a_few_signals_stand_first_and_the_rest_is_folded(visitor):
    with_child(visitor)
    page = visitor.get(SIGNALS)
    for group in page.document.xpath("//form/fieldset[details]"):
        assert len(group.xpath("label")) == 5
        assert group.xpath("details//label")


def test_given_one_urgent_signal_then_advice_today_stands_at_step_1_in_overview_and_advice_with_the_number(visitor):
    with_child(visitor)
    question = visitor.submit(visitor.get(SIGNALS), SIGNALS, signaal=[URGENT.id])
    for page in (question, visitor.get("/doorloop/overzicht"), visitor.get("/doorloop/advies")):
        notice = page.document.xpath(f"//div[contains(@class, 'utrecht-alert')][.//h2[text()='{TODAY}']]")[0]
        assert notice.xpath(".//a[@href='tel:08002000']"), page.path
        assert URGENT.why in notice.text_content()
    visitor.submit(visitor.get(SIGNALS), SIGNALS, signaal=[])
    assert TODAY not in visitor.get("/doorloop/advies").text


def test_given_what_was_seen_then_overview_and_advice_show_it_without_a_number(visitor):
    advice = walk_on(visitor, begin(visitor), ONE_CHILD)
    visitor.submit(visitor.get(SIGNALS), SIGNALS, signaal=[QUIET.id, URGENT.id])
    for path in ("/doorloop/overzicht", "/doorloop/advies"):
        page = visitor.get(path)
        seen = page.document.xpath("//section[.//h2[text()='Wat je zag']]")[0].text_content()
        assert QUIET.text in seen
        assert URGENT.text in seen
        assert LISTS.reminder in seen
        assert not re.search(r"\b(2|twee)\b (van|signalen|aangevinkt)|\(2\)", seen), path
    assert advice.path == "/doorloop/advies"


@pytest.mark.parametrize("ids", [[one.id for one in LISTS.signals if one.urgent], [one.id for one in LISTS.signals]])
def test_given_many_ticked_signals_then_the_advice_is_the_same_but_for_what_was_seen(visitor, ids):
    before = walk_on(visitor, begin(visitor), ONE_CHILD)
    page = visitor.submit(visitor.get(SIGNALS), SIGNALS, signaal=ids)
    assert page.path == before.path
    for notice in page.document.xpath(f"//div[contains(@class, 'utrecht-alert')][.//h2[text()='{TODAY}']]"):
        notice.drop_tree()
    page.document.xpath("//section[.//h2[text()='Wat je zag']]")[0].drop_tree()
    assert page.text == before.text


def test_given_a_signal_of_other_people_then_it_stays_in_sight_and_can_be_taken_away(visitor):
    visitor.submit(visitor.get(to_step_1(visitor).link(LINK)), SIGNALS, signaal=[OF_ADULT.id])
    page = visitor.get("/doorloop/")
    visitor.submit(page, "/vraag/", **fields_for(page, ONE_CHILD["wie"]))
    again = visitor.get(SIGNALS)
    assert "Eerder aangevinkt" in again.text
    assert ticked(again) == {OF_ADULT.id}
    visitor.submit(again, SIGNALS, signaal=[])
    assert ticked(visitor.get(SIGNALS)) == set()


def test_given_an_older_page_of_other_people_then_what_was_ticked_on_it_is_kept(visitor):
    old = visitor.get(to_step_1(visitor).link(LINK))
    page = visitor.get("/doorloop/")
    visitor.submit(page, "/vraag/", **fields_for(page, ONE_CHILD["wie"]))
    visitor.submit(old, SIGNALS, signaal=[OF_ADULT.id])
    assert ticked(visitor.get(SIGNALS)) == {OF_ADULT.id}


@pytest.mark.parametrize("invented", ["bestaat-niet", "'; DROP TABLE walks", "é" * 5000])
def test_given_an_invented_signal_then_it_is_not_kept(visitor, invented):
    with_child(visitor)
    page = visitor.submit(visitor.get(SIGNALS), SIGNALS, signaal=[invented, QUIET.id])
    assert page.status == 200
    assert ticked(visitor.get(SIGNALS)) == {QUIET.id}


def test_given_words_of_ones_own_then_they_are_the_note_of_step_1_and_looked_over_first(visitor):
    with_child(visitor)
    text = "Gesproken met Jan de Vries, BSN 111222333."
    warned = visitor.submit(visitor.get(SIGNALS), SIGNALS, signaal=[QUIET.id], notitie=text)
    assert warned.status == 422
    assert "Jan de Vries" in warned.text
    assert ticked(warned) == {QUIET.id}
    visitor.submit(warned, SIGNALS, notitie=text, toch_bewaren="ja")
    assert text in visitor.get("/doorloop/overzicht").text
    assert ticked(visitor.get(SIGNALS)) == {QUIET.id}


def test_given_words_that_are_too_long_then_that_is_said_and_the_ticks_stay(visitor):
    with_child(visitor)
    again = visitor.submit(visitor.get(SIGNALS), SIGNALS, signaal=[QUIET.id], notitie="x" * 10_001)
    assert again.status == 422
    assert "te lang" in again.text
    assert ticked(again) == {QUIET.id}


def test_given_one_comes_from_the_overview_then_one_goes_back_there(visitor):
    with_child(visitor)
    page = visitor.get(visitor.get("/doorloop/overzicht").link(LINK))
    assert visitor.submit(page, SIGNALS, signaal=[QUIET.id]).path == "/doorloop/overzicht"


def test_given_doctors_with_their_own_order_then_step_1_leads_to_the_lists_too(visitor):
    page = begin(visitor, sector="huisartsen-artsen")
    page = visitor.submit(page, "/vraag/", **fields_for(page, "nee"))
    assert visitor.get(page.link(LINK)).status == 200


def test_given_nobody_walks_then_the_lists_of_a_walk_are_not_there(visitor):
    assert visitor.get(SIGNALS).status == 404
