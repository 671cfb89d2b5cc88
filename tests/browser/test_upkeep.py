"""A wrong number from the tap on a card to the desk, in a real browser, on two web processes."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import findings
from tests.support.desk_browser import sign_in_browser
from tests.support.site import eventually

pytestmark = pytest.mark.browser
CARDS = "/voorbeeldregio/onderwijs/alles/wie-helpt?gemeente=VB0003"
TEAM = "Regioteam Samen Dichtbij"


def card(page: Page):
    return page.locator("article", has=page.get_by_role("heading", name=TEAM))


def national_first(page: Page) -> bool:
    """Whether the process that answers now has the national number on top."""
    page.goto(CARDS)
    return card(page).locator("a[href^='tel:']").first.inner_text() == "0800-2000"


def looked_at(page: Page) -> None:
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def tell(page: Page, outcome: str) -> None:
    page.get_by_role("button", name=outcome).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bedankt")


def test_given_javascript_then_how_it_went_is_asked_only_after_a_tap_on_the_number(open_page):
    page = open_page(CARDS, width=360)
    question = card(page).get_by_role("link", name="Gebeld? Zeg of het lukte").first
    expect(question).to_be_hidden()
    card(page).locator("a[href^='tel:']").first.evaluate(
        "link => { link.addEventListener('click', event => event.preventDefault()); link.click() }"
    )
    expect(question).to_be_visible()


def test_given_two_wrong_numbers_then_every_process_shows_the_national_one_and_the_desk_has_it_on_top(open_page, site):
    for javascript in (True, False):
        page = open_page(CARDS, width=360, javascript=javascript)
        page.goto(card(page).locator("a.phone__how").first.get_attribute("href"))
        if javascript:
            looked_at(page)
        tell(page, "Verkeerd nummer")
    fresh = open_page("/healthz", width=360)
    eventually(lambda: all(national_first(fresh) for _ in range(6)), lambda: "some process does not know of it")
    looked_at(fresh)
    sign_in_browser(fresh, site, "bijhouden@voorbeeld.example")
    fresh.goto("/bureau/voorbeeldregio/")
    expect(fresh.locator(".todo__row").first).to_contain_text(TEAM)
    looked_at(fresh)
    fresh.get_by_role("link", name=TEAM).first.click()
    looked_at(fresh)
    fresh.get_by_role("button", name="Het nummer klopt").click()
    expect(fresh.get_by_role("status")).to_contain_text("staat weer gewoon op de kaart")


def test_given_a_card_when_somebody_says_what_is_wrong_then_the_desk_can_close_it(open_page, site):
    page = open_page(CARDS, width=360)
    card(page).get_by_role("link", name="Klopt er iets niet?").click()
    looked_at(page)
    page.get_by_label("Wat klopt er niet?").fill("De inloop is gestopt.")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bedankt")
    looked_at(page)
    sign_in_browser(page, site, "sluiten@voorbeeld.example")
    page.goto("/bureau/voorbeeldregio/binnengekomen")
    page.get_by_label("Wat heb je ermee gedaan?").first.fill("Weggehaald.")
    page.get_by_role("button", name="Sluit").first.click()
    expect(page.get_by_role("status")).to_contain_text("Gesloten.")
    for path in ("links", "overdracht"):
        page.goto(f"/bureau/voorbeeldregio/{path}")
        looked_at(page)
