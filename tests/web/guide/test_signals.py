"""The lists of signals in the guide: filters, cautions on top, risk and protection apart."""

import pytest
from lxml import html

from routekaart.content.signals import read_signals
from routekaart.engine.signals import Age, Place
from tests.support.regions import CONTENT

LISTS = read_signals(CONTENT)
PAGE = "/voorbeeldregio/onderwijs/signalen"


def main_of(response):
    assert response.status_code == 200
    return html.document_fromstring(response.text).get_element_by_id("inhoud")


def listed(main):
    """The texts of the signals on a page, without ages and reasons."""
    rows = main.xpath(".//ul[@class='signal-list'][not(ancestor::*[contains(@class, 'signal-factors')])]/li")
    return {row.text.strip() for row in rows}


def test_given_no_filter_then_every_signal_stands_there_under_the_cautions(guide):
    main = main_of(guide.get(PAGE))
    assert listed(main) == {one.text for one in LISTS.signals}
    text = main.text_content()
    first = text.index(LISTS.signals[0].text)
    assert all(text.index(one) < first for one in (LISTS.reminder, *LISTS.cautions))


@pytest.mark.parametrize(
    ("query", "age", "kind", "place"),
    [
        ("leeftijd=0-4", Age.UNDER_4, "", None),
        ("soort=eer", None, "eer", None),
        ("plaats=omgang", None, "", Place.BETWEEN),
        ("leeftijd=oudere&soort=geld&plaats=naaste", Age.DEPENDENT, "geld", Place.CARER),
    ],
)
def test_given_a_filter_then_what_fits_stands_there_and_the_cautions_stay(guide, query, age, kind, place):
    main = main_of(guide.get(f"{PAGE}?{query}"))
    assert listed(main) == {one.text for one in LISTS.fitting([age] if age else (), kind, place)}
    assert LISTS.reminder in main.text_content()


@pytest.mark.parametrize("query", ["leeftijd=99", "soort=iets", "plaats=", "soort=%22%3E%3Cscript%3E"])
def test_given_a_filter_that_does_not_exist_then_all_is_shown(guide, query):
    assert listed(main_of(guide.get(f"{PAGE}?{query}"))) == {one.text for one in LISTS.signals}


def test_given_a_sector_then_its_signals_come_first_at_each_place(guide):
    main = main_of(guide.get(PAGE))
    for place in Place:
        section = main.xpath(f".//section[@aria-labelledby='{place}']")[0]
        headings = [heading.text for heading in section.xpath(".//h3")]
        assert headings[0] == "Vaak te zien: Onderwijs"
        for heading, part in zip(headings, section.xpath(".//h3/following-sibling::ul[1]"), strict=True):
            texts = {row.text.strip() for row in part.xpath("li")}
            inside = {one.text for one in LISTS.fitting(place=place) if "onderwijs" in one.sectors}
            assert texts <= inside if heading != "Ook mogelijk" else not texts & inside


def test_given_risk_and_protection_then_they_stand_apart_from_the_signals(guide):
    main = main_of(guide.get(PAGE))
    apart = main.xpath(".//section[@aria-labelledby='factoren']")[0].text_content()
    assert "Dit zijn geen signalen." in apart
    assert all(one.text in apart for one in LISTS.factors)
    assert not any(one.text in apart for one in LISTS.signals)


def test_given_findings_of_today_then_the_number_of_the_reporting_point_stands_with_them(guide):
    today = main_of(guide.get(PAGE)).xpath(".//section[@aria-label='Vraag vandaag advies']")[0]
    assert today.xpath(".//a[@href='tel:08002000']")
    assert "Bel 112" in today.text_content()


def test_given_the_opening_page_then_it_leads_to_the_signals(guide):
    assert main_of(guide.get("/voorbeeldregio/onderwijs/")).xpath(".//a[@href='/voorbeeldregio/onderwijs/signalen']")


@pytest.mark.parametrize("sector", sorted(path.stem for path in CONTENT.glob("sectors/*.yaml")))
def test_given_a_sector_then_its_page_is_there_with_a_neutral_title(guide, sector):
    response = guide.get(f"/flevoland/{sector}/signalen?gemeente=GM0034")
    assert response.status_code == 200
    assert "<title>Signalen – " in response.text
