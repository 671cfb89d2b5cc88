"""The components in a real browser, on the pages of the showcase."""

import threading

import pytest
from playwright.sync_api import expect
from werkzeug.serving import make_server

from tests.support import axe
from tests.support.showcase import PAGES, showcase

pytestmark = pytest.mark.browser
WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > innerWidth"
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, select, summary, textarea, input, label.option")]
  .filter(part => part.checkVisibility() && part.getBoundingClientRect().height < 47.5)
  .filter(part => !part.closest("label, p:not([class]), td, th, .step-card, .check-item"))
  .map(part => part.outerHTML)"""


@pytest.fixture(scope="module")
def address():
    server = make_server("127.0.0.1", 0, showcase(), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def visit(chromium, address):
    contexts = []

    def visit(name, *, width=360, **settings):
        context = chromium.new_context(viewport={"width": width, "height": 740}, base_url=address, **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"/{name}")
        return page

    yield visit
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_given_a_page_of_components_then_axe_finds_nothing(visit, name, scheme):
    assert axe.findings(visit(name, color_scheme=scheme)) == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_given_any_width_then_nothing_sticks_out_and_targets_are_large(visit, name, width):
    page = visit(name, width=width)
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)
    assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("name", PAGES)
def test_given_any_page_on_a_phone_then_danger_and_leaving_stand_at_the_same_place(visit, name):
    page = visit(name)
    danger, leave = (page.get_by_role("link", name=text) for text in ("Er is nu gevaar", "Verlaat pagina"))
    assert danger.bounding_box()["y"] < 20
    assert danger.bounding_box()["x"] + danger.bounding_box()["width"] == pytest.approx(342, abs=1)
    assert leave.bounding_box()["x"] + leave.bounding_box()["width"] == pytest.approx(342, abs=1)
    assert leave.bounding_box()["y"] < 100


def test_given_shift_three_times_when_on_a_page_then_it_is_left_and_the_browser_holds_nothing(visit):
    page = visit("question")
    page.evaluate("localStorage.setItem('routekaart', '{}')")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/start")
    assert page.evaluate("localStorage.length") == 0


def test_given_capitals_typed_in_a_note_then_the_page_is_not_left(visit):
    page = visit("parts")
    page.focus("#n")
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    assert page.input_value("#n").startswith("ABCD")


def test_given_no_script_when_leaving_then_the_link_does_it(visit):
    page = visit("question", java_script_enabled=False)
    page.get_by_role("link", name="Verlaat pagina").click()
    assert page.url.endswith("/start")


def test_given_a_choice_on_the_start_page_when_coming_back_then_the_browser_still_knows_it(visit):
    page = visit("start")
    page.fill("#gemeente", "Almere")
    page.check("#beroep-2")
    page.get_by_role("button", name="Verder").click()
    page.goto("/start")
    assert page.input_value("#gemeente") == "Almere"
    assert page.is_checked("#beroep-2")


def test_given_a_print_then_numbers_stay_and_what_only_a_screen_can_do_goes(visit):
    page = visit("guide")
    page.emulate_media(media="print")
    expect(page.locator(".site-footer a[href='tel:08002000']")).to_be_visible()
    expect(page.locator(".danger-button")).not_to_be_visible()
    expect(page.get_by_role("link", name="Verlaat pagina")).not_to_be_visible()
