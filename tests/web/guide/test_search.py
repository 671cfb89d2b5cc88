"""Searching in a region and a sector, and the glossary."""

import gzip
from urllib.parse import urlsplit

import brotli
import pytest
from lxml import html

from tests.support.published import published_app
from tests.support.visitor import Visitor

HERE = "/voorbeeldregio/onderwijs"
ASKED = ("amk", "blauwe plek", "kindcheck", "0800-0188", "uithuwelijking", "verwijsindeks")


@pytest.fixture
def visitor(guide):
    return Visitor(guide)


def groups(page):
    return [" ".join(one.text_content().split()) for one in page.document.xpath("//section/h2")]


def hits(page):
    return [" ".join(one.text_content().split()) for one in page.document.xpath("//section//h3")]


def test_given_an_old_name_when_searched_then_veilig_thuis_stands_first_with_its_number(visitor):
    page = visitor.get("/flevoland/onderwijs/zoeken?q=amk")
    assert groups(page)[0] == "Partners en hulp"
    assert hits(page)[0] == "Veilig Thuis"
    assert page.document.xpath("//li[contains(@class, 'hit')][1]//a[@href='tel:08002000']")


def test_given_words_when_found_then_they_are_marked_and_groups_are_named(visitor):
    page = visitor.get(f"{HERE}/zoeken?q=blauwe+plek")
    marks = {mark.text.lower() for mark in page.document.xpath("//mark")}
    assert {"blauwe", "plek"} <= marks
    assert {"Signalen", "Stappen en acties"} <= set(groups(page))


@pytest.mark.parametrize("asked", ASKED)
def test_given_hits_when_followed_then_each_leads_to_its_place_on_a_page(visitor, asked):
    page = visitor.get(f"{HERE}/zoeken?q={asked}&gemeente=VB0001")
    for href in {str(one) for one in page.document.xpath("//h3/a/@href")}:
        found = visitor.get(href)
        assert found.status == 200, href
        anchor = urlsplit(href).fragment
        assert not anchor or found.document.xpath(f"//*[@id='{anchor}']"), href
        assert "gemeente=VB0001" in href


def test_given_nothing_found_when_searched_then_one_reads_whom_to_call_and_where_else_to_look(visitor):
    page = visitor.get(f"{HERE}/zoeken?q=xqzwvk")
    assert "Niets gevonden voor ‘xqzwvk’" in page.text
    assert page.document.xpath("//main//a[@href='tel:08002000']")
    assert page.link("Begrippen")


def test_given_a_slip_of_the_pen_when_searched_then_the_page_says_what_was_read(visitor):
    page = visitor.get(f"{HERE}/zoeken?q=verwijsindeks")
    assert "Je typte ‘verwijsindeks’. We zochten op verwijsindex." in page.text


def test_given_nothing_asked_when_opened_then_there_are_examples(visitor):
    page = visitor.get(f"{HERE}/zoeken")
    assert "Zoek bijvoorbeeld op" in page.text


def test_given_a_question_when_answered_then_nobody_keeps_it_and_no_cookie_is_set(guide):
    for query in ("", "?q=", "?q=amk", "?gemeente=VB0001"):
        response = guide.get(f"{HERE}/zoeken{query}")
        assert response.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in response.headers
    assert b"Veilig Thuis" in guide.get(f"{HERE}/zoeken?q=amk").data
    assert b"Niets gevonden" in guide.get(f"{HERE}/zoeken?q=xqzwvk").data


@pytest.mark.parametrize(("coding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_given_a_browser_that_takes_it_when_answered_then_the_page_of_hits_is_small(guide, coding, unpack):
    path = f"{HERE}/zoeken?q=veilig+thuis"
    packed = guide.get(path, headers={"Accept-Encoding": coding, "Sec-Fetch-Site": "same-origin"})
    assert packed.headers["Content-Encoding"] == coding
    assert unpack(packed.data) == guide.get(path).data
    assert len(packed.data) < 15_000


def test_given_markup_when_asked_then_it_is_shown_as_text(guide):
    page = guide.get(f"{HERE}/zoeken", query_string={"q": "<script>alert(1)</script><b>tolk"})
    assert b"<script>alert" not in page.data
    assert b"<b>tolk" not in page.data


def test_given_a_very_long_question_when_asked_then_a_hundred_letters_are_read(visitor):
    page = visitor.get(f"{HERE}/zoeken?q={'z' * 3000}")
    assert len(page.document.get_element_by_id("q").get("value")) == 100


def test_given_the_opening_page_when_one_searches_there_then_region_sector_and_municipality_stay(visitor):
    opening = visitor.get(f"{HERE}/?gemeente=VB0002")
    form = opening.form("/zoeken")
    assert form.action == f"{HERE}/zoeken"
    assert form.fields["gemeente"] == "VB0002"


@pytest.mark.parametrize("path", ["/begrippen", f"{HERE}/begrippen"])
def test_given_the_glossary_when_read_then_old_and_new_terms_have_an_anchor(visitor, path):
    page = visitor.get(path)
    for anchor in ("amk", "veilig-thuis", "ots", "mda"):
        assert page.document.get_element_by_id(anchor) is not None
    assert "tot 1 januari 2015" in page.text


def test_given_a_step_when_it_uses_a_term_then_its_first_use_leads_to_the_glossary_and_once_only(visitor):
    page = visitor.get(f"{HERE}/overleg?gemeente=VB0001")
    links = [str(one.get("href")) for one in page.document.xpath("//a[@class='term']")]
    assert links
    assert len(links) == len(set(links))
    glossary = visitor.get(links[0])
    for link in links:
        assert link.startswith(f"{HERE}/begrippen?gemeente=VB0001#")
        assert glossary.document.xpath(f"//*[@id='{urlsplit(link).fragment}']")


def test_given_the_acute_line_when_read_then_nothing_draws_away_from_it(visitor):
    assert not visitor.get(f"{HERE}/acuut").document.xpath("//a[@class='term']")


def test_given_either_database_when_searched_then_the_same_is_found(guide, database_url, tmp_path):
    other = published_app(tmp_path, database_url).test_client()
    for asked in ASKED:
        here, there = (html.document_fromstring(one.get(f"{HERE}/zoeken?q={asked}").data) for one in (guide, other))
        assert [one.text_content() for one in here.xpath("//h3")] == [one.text_content() for one in there.xpath("//h3")]
