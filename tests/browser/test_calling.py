"""The call sheet and the report text in a real browser: on a phone, by keyboard, without scripts."""

import pytest
from playwright.sync_api import expect

from tests.support import axe
from tests.support.pages import OpeningPage

pytestmark = pytest.mark.browser

CALL, TEXT = "/doorloop/bellen", "/doorloop/melding"
WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > innerWidth"
SCREENS = pytest.mark.parametrize(("width", "dark"), [(360, False), (1280, True)], ids=["light-phone", "dark-desk"])


def begun(open_page, **more):
    page = open_page("/voorbeeldregio/kinderopvang/", **more)
    OpeningPage(page).begin().go_on()
    return page


def look(page):
    """What axe finds, with nothing sticking out."""
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)
    return axe.findings(page)


@SCREENS
def test_given_the_sheet_with_a_call_and_with_a_mistake_then_axe_finds_nothing(open_page, width, dark):
    page = begun(open_page, width=width, dark=dark)
    page.goto(CALL)
    page.get_by_role("button", name="Bewaar het gesprek").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert look(page) == []
    page.get_by_label("Wat was het advies?").fill("Praat eerst met het kind.")
    page.get_by_role("button", name="Bewaar het gesprek").click()
    assert look(page) == []
    for link in ("Wijzig", "Verwijder"):
        page.goto(CALL)
        page.get_by_role("link", name=link, exact=False).filter(has_text="het gesprek").click()
        assert look(page) == []


@SCREENS
def test_given_the_text_with_all_that_can_be_asked_then_axe_finds_nothing(open_page, width, dark):
    page = begun(open_page, width=width, dark=dark)
    page.goto(TEXT)
    for group in page.locator(".asked-on").all():
        group.get_by_label("Ja", exact=True).first.check()
    expect(page.get_by_label("Waarom?", exact=True).first).to_be_visible()
    assert look(page) == []
    page.get_by_role("button", name="Bewaar en maak de tekst").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert look(page) == []


def test_given_no_exception_yet_then_its_reason_is_asked_only_once_it_holds(open_page):
    page = begun(open_page, width=360, javascript=False)
    page.goto(TEXT)
    reason = page.locator("#reden-gevaar")
    expect(reason).not_to_be_visible()
    page.locator("#uitzondering-gevaar-1").check()
    expect(reason).to_be_visible()


def test_given_no_scripts_then_the_text_can_be_kept_and_selected_and_there_is_no_button_to_copy(open_page):
    page = begun(open_page, width=360, javascript=False)
    page.goto(TEXT)
    page.locator("#aanvulling-wensen").fill("Het kind wil bij oma wonen.")
    page.get_by_role("button", name="Bewaar en maak de tekst").click()
    assert "Het kind wil bij oma wonen." in page.locator("#hele-tekst").input_value()
    expect(page.locator("[data-copy]")).not_to_be_visible()


def test_given_scripts_then_one_press_selects_and_copies_the_text(open_page):
    page = begun(open_page)
    page.goto(TEXT)
    page.get_by_role("button", name="Kopieer de tekst").click()
    said = page.locator("[data-copied]")
    assert said.inner_text() in ("Gekopieerd.", "Kies zelf ‘kopiëren’. De tekst is geselecteerd.")
    assert (
        page.evaluate("(() => { const t = document.activeElement; return t.selectionEnd - t.selectionStart; })()") > 100
    )


def test_given_the_keyboard_alone_then_a_call_can_be_written_down(open_page):
    page = begun(open_page, width=360)
    page.goto(CALL)
    page.locator("#advies").focus()
    page.keyboard.type("Praat eerst met het kind.")
    page.keyboard.press("Tab")
    page.keyboard.type("Ik bel maandag terug.")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Bewaar het gesprek":
            break
    page.keyboard.press("Enter")
    page.locator(".call-made").get_by_text("Ik bel maandag terug.").wait_for()
