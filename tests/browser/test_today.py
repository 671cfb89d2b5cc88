"""The five-minute route in a real browser, without scripts and by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.support import axe

pytestmark = pytest.mark.browser

WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > innerWidth"


def look(page):
    """What axe finds on a page that must fit the screen."""
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)
    return axe.findings(page)


def started(page):
    """The first question of the route."""
    page.get_by_role("link", name="Heb je maar vijf minuten?").press("Enter")
    page.get_by_role("button", name="Begin met vijf minuten").press("Enter")
    page.get_by_role("link", name="Verder naar de vragen").press("Enter")


@pytest.mark.parametrize(("width", "dark"), [(360, False), (1280, True)], ids=["light-phone", "dark-desk"])
def test_given_five_minutes_then_each_page_of_the_route_fits_and_axe_finds_nothing(open_page, width, dark):
    page = open_page("/voorbeeldregio/onderwijs/?gemeente=VB0002", width=width, dark=dark)
    started(page)
    for fill in (
        lambda: page.get_by_label("Nee, nu niet").check(),
        lambda: page.get_by_label("Kind, 0 t/m 11 jaar").fill("2"),
        lambda: page.get_by_label("Seksueel misbruik of seksueel geweld").check(),
        lambda: [one.check() for one in page.get_by_label("Nee", exact=False).all()],
    ):
        assert look(page) == []
        fill()
        page.get_by_role("button", name="Verder", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="Dit doe je vandaag")).to_be_visible()
    assert look(page) == []


def test_given_no_scripts_when_there_is_danger_then_the_acute_line_opens(open_page):
    page = open_page("/voorbeeldregio/onderwijs/", width=360, javascript=False)
    started(page)
    page.get_by_label("Ja, er is nu gevaar").check()
    page.get_by_role("button", name="Verder", exact=True).click()
    expect(page.get_by_role("heading", name="Doe dit nu")).to_be_visible()
