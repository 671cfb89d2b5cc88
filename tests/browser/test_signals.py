"""The lists of signals in a real browser: to read and, in a walk, to tick."""

import pytest
from playwright.sync_api import expect

from tests.support import axe
from tests.support.pages import OpeningPage

pytestmark = pytest.mark.browser

WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > innerWidth"


def look(page):
    """What axe finds on a page with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)
    return axe.findings(page)


@pytest.mark.parametrize(("width", "dark"), [(360, False), (1280, True)], ids=["light-phone", "dark-desk"])
@pytest.mark.parametrize("query", ["", "?leeftijd=12-18&soort=eer"])
def test_given_the_lists_then_axe_finds_nothing_and_nothing_sticks_out(open_page, query, width, dark):
    assert look(open_page(f"/voorbeeldregio/onderwijs/signalen{query}", width=width, dark=dark)) == []


@pytest.mark.parametrize(("width", "dark"), [(360, False), (1280, True)], ids=["light-phone", "dark-desk"])
def test_given_a_walk_then_axe_finds_nothing_where_one_ticks_and_where_it_is_shown(open_page, width, dark):
    page = open_page("/voorbeeldregio/kinderopvang/", width=width, dark=dark)
    OpeningPage(page).begin().go_on()
    page.goto("/doorloop/signalen")
    assert look(page) == []
    page.get_by_label("Een kind dat nog niet rolt, kruipt of staat").check()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    for path in ("/doorloop/overzicht", "/doorloop/advies"):
        page.goto(path)
        expect(page.get_by_role("heading", name="Vraag vandaag advies")).to_be_visible()
        assert look(page) == []


def test_given_a_walk_without_scripts_when_a_signal_is_ticked_then_it_stands_in_the_overview(open_page):
    page = open_page("/voorbeeldregio/kinderopvang/", width=360, javascript=False)
    OpeningPage(page).begin().go_on()
    page.goto("/doorloop/signalen")
    page.get_by_label("Een kind dat nog niet rolt, kruipt of staat").check()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.goto("/doorloop/overzicht")
    expect(page.locator("#gezien").get_by_text("Een kind dat nog niet rolt, kruipt of staat")).to_be_visible()
    expect(page.get_by_role("heading", name="Vraag vandaag advies")).to_be_visible()
