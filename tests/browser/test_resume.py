"""Coming back by code in another browser, leaving at once, wiping everything."""

import pytest
from playwright.sync_api import expect

from tests.support.browsing import ONE_CHILD_HELP
from tests.support.pages import begun

pytestmark = pytest.mark.browser
ELSEWHERE = "https://www.buienradar.nl/"
NOTE = "Om tien uur gezien."


def code_of(page):
    page.goto("/doorloop/code")
    return page.locator(".code").inner_text()


def test_given_the_code_when_it_is_typed_in_a_second_browser_then_the_walk_goes_on_there(open_page):
    first = open_page()
    questions = begun(first)
    questions.write_note(NOTE)
    questions.walk_to("verwijsindex", ONE_CHILD_HELP)
    there = first.url
    code = code_of(first)
    second = open_page("/doorloop/verder", width=360, javascript=False)
    second.get_by_label("Vul de twaalf woorden in").fill(code.upper().replace(" ", "\n"))
    second.get_by_role("button", name="Open mijn doorloop").click()
    assert second.url == there
    second.get_by_role("link", name="Al je antwoorden").click()
    assert second.get_by_text(NOTE).count() == 1


def test_given_a_slip_in_the_code_then_the_word_is_named_and_what_was_typed_stays(open_page):
    first = open_page()
    begun(first)
    words = code_of(first).split()
    typed = " ".join([words[0] + "q", *words[1:]])
    second = open_page("/doorloop/verder")
    second.get_by_label("Vul de twaalf woorden in").fill(typed)
    second.get_by_role("button", name="Open mijn doorloop").click()
    expect(second.get_by_role("alert").get_by_text(f"Bedoel je ‘{words[0]}’")).to_be_visible()
    assert second.get_by_label("Vul de twaalf woorden in").input_value() == typed
    assert second.evaluate("document.activeElement.hasAttribute('data-error-summary')")


@pytest.mark.parametrize("how", ["link", "shift", "link without script"])
def test_given_a_walk_when_one_leaves_at_once_then_the_browser_forgets_it_and_another_page_comes(open_page, how):
    page = open_page(javascript="without" not in how)
    questions = begun(page)
    questions.write_note(NOTE)
    assert {cookie["name"] for cookie in page.context.cookies()} == {"doorloop", "formulier"}
    address = page.url
    with page.expect_request(ELSEWHERE):
        if how == "shift":
            for _ in range(3):
                page.keyboard.press("Shift")
        else:
            page.get_by_role("link", name="Verlaat pagina").click(no_wait_after=True)
    assert page.context.cookies() == []
    other = page.context.new_page()
    other.goto(address)
    assert other.locator("h1").inner_text() == "Je doorloop is hier niet open"


def test_given_a_walk_when_everything_is_wiped_then_neither_browser_nor_code_opens_it(open_page):
    page = open_page(width=360, javascript=False)
    begun(page)
    code = code_of(page)
    page.get_by_role("link", name="Wis dit alles").click()
    page.get_by_role("button", name="Wis dit alles").click()
    assert page.locator("h1").inner_text() == "Alles is gewist"
    assert "doorloop" not in {cookie["name"] for cookie in page.context.cookies()}
    page.goto("/doorloop/verder")
    page.get_by_label("Vul de twaalf woorden in").fill(code)
    page.get_by_role("button", name="Open mijn doorloop").click()
    expect(page.get_by_role("alert").get_by_text("geen doorloop")).to_be_visible()
