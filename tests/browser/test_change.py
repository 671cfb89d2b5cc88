"""What would change the advice, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.support import axe
from tests.support.pages import begun

pytestmark = pytest.mark.browser

WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > innerWidth"
DOUBTS = {
    "acuut-gevaar": "nee",
    "client-volwassen": "nee",
    "wie": {"kind-0-11": 1},
    "vorm": "verwaarlozing",
    "relatie": "ouder",
    "onthulling": "nee",
    "verwijsindex": "weet-niet",
    "ouders-veilig": "ja",
    "praten-veilig": "weet-niet",
    "afweging-1": "twijfel",
    "afweging-2": "nee",
}


def look(page):
    """What axe finds on a page that must fit the screen."""
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)
    return axe.findings(page)


@pytest.mark.parametrize(("width", "dark"), [(360, False), (1280, True)], ids=["light-phone", "dark-desk"])
def test_given_doubts_then_the_page_leads_from_the_advice_to_the_question_and_axe_finds_nothing(open_page, width, dark):
    page = open_page("/voorbeeldregio/onderwijs/", width=width, dark=dark, javascript=True)
    begun(page).walk_to("afweging-3", DOUBTS)
    page.goto("/doorloop/advies")
    assert look(page) == []
    page.locator("#onbekend + p a").click()
    expect(page.get_by_role("heading", name="Goed om te weten als je belt")).to_be_visible()
    assert look(page) == []
    page.get_by_role("link", name="Ik weet het nu").first.press("Enter")
    expect(page.get_by_role("group", name="Vermoed je nog steeds")).to_be_visible()
