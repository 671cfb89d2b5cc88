"""The guides beside the steps, as they hold in a region for a profession."""

import pytest
from lxml import html

from routekaart.content.conversations import ALWAYS
from tests.support.regions import CONTENT

HERE = "/voorbeeldregio/onderwijs"
TALKS = sorted(path.stem for path in (CONTENT / "conversations").glob("*.yaml") if path.name != ALWAYS)
LANGUAGES = ("en", "de", "fr", "es", "pl", "tr", "ar", "uk")


class Read:
    """A page: its text in one line, its headings in order, and its links."""

    def __init__(self, response):
        self.status = response.status_code
        self.main = html.document_fromstring(response.text).get_element_by_id("inhoud")
        self.text = " ".join(self.main.text_content().split())
        self.headings = [" ".join(one.text_content().split()) for one in self.main.xpath(".//h1 | .//h2")]
        self.hrefs = [one.get("href") for one in self.main.xpath(".//a")]

    def part(self, name):
        """The text of the element with this id."""
        return " ".join(self.main.get_element_by_id(name).text_content().split())


@pytest.fixture
def read(guide):
    return lambda path: Read(guide.get(path))


@pytest.mark.parametrize("talk", TALKS)
def test_given_a_talk_then_the_safety_check_stands_before_what_one_says(read, talk):
    page = read(f"{HERE}/gesprek-voeren/{talk}")
    assert page.headings.index("Eerst: is praten veilig?") < page.headings.index("Zo kun je beginnen")
    assert "Dan praat je nog niet met deze persoon. Vraag eerst advies aan Veilig Thuis." in page.text
    assert "tel:08002000" in page.hrefs


def test_given_the_talk_after_advice_then_that_stands_above_everything_else(read):
    page = read(f"{HERE}/gesprek-voeren/na-advies")
    assert page.headings[1] == "Alleen na advies"
    assert "Voer dit gesprek nooit uit jezelf." in page.text


def test_given_the_list_of_talks_then_each_is_linked_and_the_choices_so_far_are_kept(read):
    page = read(f"{HERE}/gesprek-voeren?gemeente=VB0001")
    for talk in TALKS:
        assert f"{HERE}/gesprek-voeren/{talk}?gemeente=VB0001" in page.hrefs


def test_given_an_unknown_talk_then_what_was_meant_is_suggested(read):
    page = read(f"{HERE}/gesprek-voeren/ouder")
    assert page.status == 404
    assert f"{HERE}/gesprek-voeren/ouders" in page.hrefs


@pytest.mark.parametrize("page", ["", "gesprek"])
def test_given_the_opening_page_or_step_3_then_help_with_the_talk_is_one_press_away(read, page):
    assert f"{HERE}/gesprek-voeren" in read(f"{HERE}/{page}").hrefs


def test_given_the_opening_page_then_every_guide_is_linked(read):
    hrefs = read(f"{HERE}/").hrefs
    assert {f"{HERE}/{one}" for one in ("welk-instrument", "mag-ik-dit-delen", "oneens")} | {"/voor-ouders"} <= set(
        hrefs
    )


def test_given_a_region_then_each_instrument_shows_who_fills_it_here(read):
    page = read(f"{HERE}/welk-instrument?gemeente=VB0001")
    assert "Wijkteams Voorbeeldstad" in page.part("lokaal-team")
    assert "binnen vijf werkdagen" in page.part("lokaal-team")
    assert "Dorpsteam Voorbeelddorp" not in page.part("lokaal-team")


def test_given_a_region_that_knows_nobody_then_the_gap_says_what_to_do(read):
    part = read("/flevoland/onderwijs/welk-instrument").part("lokaal-team")
    assert "niet ingevuld" in part
    assert "Vraag de gemeente" in part


def test_given_a_municipality_that_stops_with_the_index_then_its_own_agreement_is_shown(read):
    part = read(f"{HERE}/welk-instrument?gemeente=VB0002").part("verwijsindex")
    assert "De verwijsindex wordt hier afgebouwd." in part


def test_given_the_question_index_or_report_then_the_report_is_never_replaced(read):
    text = read(f"{HERE}/welk-instrument").text
    assert "Een signaal in de verwijsindex is nooit een melding" in text


def test_given_somebody_to_share_with_then_consent_least_record_and_law_are_named(read):
    part = read(f"{HERE}/mag-ik-dit-delen").part("veilig-thuis-melding")
    for words in ("Mag zonder toestemming", "Het minste dat nodig is", "Leg vast", "Wmo 2015, artikel 5.2.6"):
        assert words in part


def test_given_an_organisation_that_refuses_then_one_reads_who_holds_and_what_this_region_agreed(read):
    part = read(f"{HERE}/oneens").part("organisatie-weigert")
    assert "Wie houdt de zorg intussen vast? Jij houdt de zorg vast." in part
    assert "rust op" in part


def test_given_a_profession_then_the_page_on_disagreeing_says_who_decides_there(read):
    assert "Het bestuur of de schoolleider beslist." in read(f"{HERE}/oneens").text


def test_given_a_region_without_agreements_then_the_guides_still_hold(read):
    for page in ("welk-instrument", "oneens", "mag-ik-dit-delen", "gesprek-voeren"):
        assert "Afgesproken in deze regio" not in read(f"/flevoland/jgz/{page}").text


def test_given_the_historical_edition_then_a_guide_says_that_it_is_about_today(read):
    assert "niet over die van 2011" in read("/voorbeeldregio-2011/onderwijs/gesprek-voeren/ouders").text
    assert "niet over die van 2011" not in read(f"{HERE}/gesprek-voeren/ouders").text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_given_a_language_then_it_is_marked_as_such_and_as_not_yet_reviewed(read, lang):
    page = read(f"/voor-ouders/{lang}")
    (article,) = page.main.xpath(".//article")
    assert article.get("lang") == lang
    assert article.get("dir") == ("rtl" if lang == "ar" else "ltr")
    assert "Nog niet nagekeken door een moedertaalspreker." in page.text
    assert {"tel:112", "tel:08002000"} <= set(page.hrefs)


def test_given_the_dutch_page_for_parents_then_it_leads_to_every_other_language(read):
    page = read("/voor-ouders")
    assert {f"/voor-ouders/{lang}" for lang in LANGUAGES} <= set(page.hrefs)
    assert "moedertaalspreker" not in page.text


def test_given_a_language_that_is_not_there_then_there_is_a_helpful_page(guide):
    assert guide.get("/voor-ouders/xx").status_code == 404


@pytest.mark.parametrize("guide_page", ["gesprek-voeren", "welk-instrument", "mag-ik-dit-delen", "oneens"])
def test_given_another_profession_is_chosen_then_one_stays_in_the_guide(guide, guide_page):
    change = f"/zoek?regio=flevoland&sector=jgz&stap={guide_page}&gemeente=Almere"
    assert guide.get(change).headers["Location"] == f"/flevoland/jgz/{guide_page}?gemeente=GM0034"
