"""A new walk from an earlier one: what holds goes along, what is about danger is asked anew, the old one stays."""

import pytest

from tests.support.answering import begin, fields_for, question_id, walk_on
from tests.web.walk.test_edition import moved_on
from tests.web.walk.test_edition import resumed as resumed_on

REUSE, LOG, SIGNALS = "/doorloop/opnieuw", "/doorloop/logboek", "/doorloop/signalen"
SAW = "Een blauwe plek op de arm."
CHOSEN = {"wie": {"kind-0-11": 2}, "onthulling": "nee"}


@pytest.fixture
def code(visitor):
    """The code of a finished walk with a note, a log and a ticked signal."""
    first = begin(visitor)
    page = visitor.submit(first, "/vraag/", **fields_for(first, "nee"), notitie="Dit blijft bij de oude.")
    walk_on(visitor, page, CHOSEN)
    visitor.submit(visitor.get(LOG), LOG, gezien=SAW, wie="kind-0-11.2")
    visitor.submit(visitor.get(SIGNALS), SIGNALS, signaal=["jong-groei"])
    return words(visitor)


def words(visitor):
    return " ".join(visitor.get("/doorloop/code").document.xpath("//p[@class='code']")[0].text_content().split())


def ticked(page, name):
    return page.document.xpath(f"//input[@name='{name}'][@checked]/@value")


def begin_again(visitor, **fields):
    return visitor.submit(visitor.get(REUSE), REUSE, **fields)


def resumed(visitor, code):
    return visitor.submit(visitor.get("/doorloop/verder"), "/verder", code=code)


def test_given_a_walk_then_the_tool_offers_what_holds_each_ticked_with_its_answer(visitor, code):
    page = visitor.get(visitor.get("/doorloop/advies").link("Begin een nieuwe doorloop hieruit"))
    assert ticked(page, "antwoord") == ["client-volwassen", "wie"]
    assert ticked(page, "deel") == ["signals", "log"]
    assert "2 × kind, 0 t/m 11 jaar" in page.text
    assert "eigen code" in page.text


def test_given_all_is_taken_then_a_new_code_comes_and_only_danger_and_what_is_new_is_asked(visitor, code):
    page = begin_again(visitor)
    assert page.heading == "Schrijf eerst deze code op"
    assert words(visitor) != code
    first = visitor.get("/doorloop/")
    assert question_id(first, visitor) == "acuut-gevaar"
    second = visitor.submit(first, "/vraag/", **fields_for(first, "nee"))
    assert question_id(second, visitor) not in {"client-volwassen", "wie"}
    assert "Over: kind 2 (0–11 jaar)" in visitor.get(LOG).text
    assert visitor.get(SIGNALS).document.xpath("//input[@value='jong-groei'][@checked]")
    overview = visitor.get("/doorloop/overzicht").document.text_content()
    assert "Dit blijft bij de oude." not in overview


def test_given_the_old_code_then_the_old_walk_is_as_it_was(visitor, code):
    before = visitor.get("/doorloop/overzicht").text
    begin_again(visitor)
    visitor.submit(visitor.get(LOG), LOG, gezien="Iets nieuws.")
    assert resumed(visitor, code).status == 200
    assert visitor.get("/doorloop/overzicht").text == before
    assert "Iets nieuws." not in visitor.get(LOG).text


def test_given_an_old_code_on_another_device_then_it_can_be_begun_from(visitor, code):
    visitor.submit(visitor.get("/doorloop/code"), "/sluiten")
    resumed(visitor, code)
    page = begin_again(visitor, antwoord=["wie"], deel=[])
    assert page.heading == "Schrijf eerst deze code op"


def test_given_something_is_unticked_then_it_stays_behind(visitor, code):
    begin_again(visitor, antwoord=["wie"], deel=["signals"])
    assert SAW not in visitor.get(LOG).text
    page = visitor.get("/doorloop/")
    page = visitor.submit(page, "/vraag/", **fields_for(page, "nee"))
    assert question_id(page, visitor) == "client-volwassen"


@pytest.mark.parametrize("asked", ["acuut-gevaar", "onthulling", "bestaat-niet", "'; DROP TABLE walks"])
def test_given_something_that_does_not_last_is_sent_along_then_it_is_not_taken(visitor, code, asked):
    begin_again(visitor, antwoord=[asked], deel=["shares", "notes", "values", asked])
    page = visitor.get("/doorloop/overzicht")
    assert "Nog niets ingevuld." in page.text
    assert question_id(visitor.get("/doorloop/"), visitor) == "acuut-gevaar"


def test_given_an_empty_walk_then_there_is_nothing_to_take_and_one_can_begin(visitor):
    begin(visitor)
    page = visitor.get(REUSE)
    assert "nog niets om mee te nemen" in page.text
    assert visitor.submit(page, REUSE).heading == "Schrijf eerst deze code op"


def test_given_a_municipality_and_an_organisation_then_the_new_walk_is_about_the_same_place(visitor):
    before = who_helps(visitor, begin(visitor, gemeente="VB0001", organisatie="basisschool-de-voorbeeldboom"))
    begin_again(visitor)
    assert who_helps(visitor, visitor.get("/doorloop/")) == before
    assert who_helps(visitor, begin(visitor)) != before


def who_helps(visitor, first):
    """Whom step 1 names."""
    page = visitor.submit(first, "/vraag/", antwoord="nee")
    return " ".join(page.document.xpath("//aside[@aria-labelledby='wie-helpt']")[0].text_content().split())


def test_given_the_region_adopted_another_edition_then_the_new_walk_begins_under_that_one(seeded_site, visitor):
    page = visitor.submit(begin(visitor, region="flevoland"), "/vraag/", antwoord="nee")
    page = visitor.submit(page, "/vraag/", antwoord="nee")
    visitor.submit(page, "/vraag/", **fields_for(page, CHOSEN["wie"]))
    other = moved_on(seeded_site, "flevoland", "basismodel-2011")
    there = resumed_on(other, words(visitor))
    assert "die nu geldt" in there.get(REUSE).text
    begin_again(there)
    first = there.get("/doorloop/")
    assert "Je begon met" not in first.document.text_content()
    assert "2011" in first.document.text_content()
    assert "2 × kind, 0 t/m 11 jaar" in " ".join(there.get("/doorloop/opnieuw").text.split())
    other.extensions["routekaart"].engine.dispose()


def test_given_nobody_walks_then_there_is_nothing_to_begin_from(visitor):
    assert visitor.get(REUSE).status == 404
