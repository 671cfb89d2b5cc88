"""Danger, at the start and midway: to 112 with one press, and afterwards on where one was."""

import pytest
from playwright.sync_api import expect

from tests.support.browsing import ONE_CHILD_HELP
from tests.support.pages import begun, downloaded_report
from tests.support.pdf import read_back, squeezed

pytestmark = pytest.mark.browser
AFTER = {**ONE_CHILD_HELP, "acuut-stand": "veilig"}


def assert_numbers_first(page):
    assert page.locator("h1").inner_text() == "Doe dit nu"
    numbers = page.locator("main .checklist a[href^='tel:']")
    assert [number.get_attribute("href") for number in numbers.all()][:2] == ["tel:112", "tel:08002000"]
    box = numbers.first.bounding_box()
    assert box["y"] + box["height"] < page.viewport_size["height"], "112 stands below the first screen"


@pytest.mark.pdf
def test_given_danger_at_the_start_when_it_is_over_then_the_walk_goes_on_and_the_result_is_about_what_comes_now(
    open_page,
):
    page = open_page(width=360, javascript=False)
    questions = begun(page)
    questions.declare_danger()
    assert_numbers_first(page)
    questions.answer("veilig")
    questions.walk_to("", AFTER)
    assert page.locator("h1").inner_text().startswith("Geef of regel hulp")
    expect(page.get_by_text("Toen er gevaar was")).to_be_visible()
    assert squeezed("Bel nu 112") in read_back(downloaded_report(page))


def test_given_danger_midway_when_it_is_over_then_one_is_where_one_was(open_page):
    page = open_page(width=1280)
    questions = begun(page)
    questions.walk_to("praten-veilig", AFTER)
    questions.declare_danger()
    assert_numbers_first(page)
    questions.walk_to("huisverbod", AFTER)
    questions.walk_to("praten-veilig", AFTER)


def test_given_danger_that_lasts_when_the_result_is_opened_then_112_is_the_first_thing_on_it(open_page):
    page = open_page(width=360)
    questions = begun(page)
    questions.answer("ja")
    questions.answer("nog-gevaar")
    page.get_by_role("link", name="Advies tot nu toe").click()
    assert "112" in page.locator("h1").inner_text()
    number = page.locator(".walk-first a[href='tel:112']")
    assert number.bounding_box()["y"] < page.viewport_size["height"]


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("path", ["/", "/voorbeeldregio/onderwijs/wegen", "/doorloop/begin?regio=flevoland&sector=jgz"])
def test_given_any_page_when_there_is_danger_then_one_press_gives_the_numbers(open_page, path, javascript):
    page = open_page(path, width=360, javascript=javascript)
    page.get_by_role("link", name="Er is nu gevaar").click()
    first = page.locator("main a[href='tel:112']").first
    assert first.bounding_box()["y"] < page.viewport_size["height"]
    expect(page.locator("main a[href='tel:08002000']").first).to_be_visible()
