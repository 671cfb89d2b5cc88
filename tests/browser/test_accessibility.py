"""Every page type of a walk: axe, narrow screens, the keyboard."""

import re

import pytest

from tests.support import axe
from tests.support.browsing import FAMILY, ONE_CHILD_HELP
from tests.support.pages import begun

pytestmark = pytest.mark.browser
WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > innerWidth"
OPEN_ALL = "document.querySelectorAll('main details').forEach(one => { one.open = true; })"
FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const outside = one.closest("label") ? getComputedStyle(one.closest("label")) : style;
  return {
    name: (one.innerText || one.getAttribute("aria-label") || one.name || "").trim().split("\\n")[0], tag: one.tagName,
    ring: [style, outside].some(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2),
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


class Looker:
    """Looks at a page in light, in dark (for its colours) and at 320 px, and remembers what is wrong with it."""

    def __init__(self, page):
        self.page = page
        self.wrong = []
        self.seen = []

    def look(self, name):
        self.seen.append(name)
        self.page.evaluate(OPEN_ALL)
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            rules = axe.COLOURS if scheme == "dark" else axe.RULES
            self.wrong += [f"{name} ({scheme}): {one}" for one in axe.findings(self.page, rules)]
        self.page.set_viewport_size({"width": 320, "height": 800})
        if self.page.evaluate(WIDER_THAN_THE_SCREEN):
            self.wrong.append(f"{name}: wider than 320 px")
        self.page.set_viewport_size({"width": 360, "height": 800})


def test_given_every_page_of_the_questions_then_axe_finds_nothing_light_and_dark_and_nothing_sticks_out(open_page):
    page = open_page("/doorloop/begin?regio=voorbeeldregio&sector=onderwijs", width=360)
    looker = Looker(page)
    looker.look("begin")
    page.get_by_role("button", name="Begin", exact=True).click()
    looker.look("code")
    questions = begun(page)
    looker.look("single")
    questions.go_on()
    looker.look("errors")
    questions.declare_danger()
    looker.look("acute")
    questions.answer("veilig")
    questions.write_note("Gesproken met Jan de Vries op zijn nummer 06-12345678.")
    questions.answer("nee")
    looker.look("identifying")
    page.get_by_label("Zo bewaren").check()
    questions.go_on()
    questions.walk_to("wie", FAMILY)
    looker.look("people")
    questions.go_on()
    looker.look("people with errors")
    questions.walk_to("praten-veilig", FAMILY)
    looker.look("for each")
    questions.go_on()
    looker.look("for each with errors")
    assert looker.wrong == []


def test_given_every_page_of_the_result_then_axe_finds_nothing_light_and_dark_and_nothing_sticks_out(open_page):
    page = open_page(width=360)
    looker, questions = Looker(page), begun(page)
    questions.walk_to("besluit-melden", FAMILY)
    looker.look("decision")
    questions.answer("nee")
    looker.look("reason needed")
    page.goto("/doorloop/advies")
    looker.look("result, unfinished")
    page.goto("/doorloop/")
    questions.walk_to("hulp-datum", FAMILY)
    looker.look("date")
    questions.walk_to("", FAMILY)
    looker.look("result")
    page.goto("/doorloop/overzicht")
    looker.look("overview")
    page.get_by_role("link", name=re.compile("wijzig.*Vermoed je nog")).first.click()
    questions.answer("nee")
    looker.look("dropped answers")
    for name in ("code", "wissen", "verder"):
        page.goto(f"/doorloop/{name}")
        looker.look(name)
    page.get_by_label("Vul de twaalf woorden in").fill("een twee drie")
    page.get_by_role("button", name="Open mijn doorloop").click()
    looker.look("wrong code")
    page.goto("/doorloop/wissen")
    page.get_by_role("button", name="Wis dit alles").click()
    looker.look("wiped")
    page.goto("/doorloop/overzicht")
    looker.look("not open")
    page.goto("/doorloop/vraag/9999")
    looker.look("not found")
    assert looker.wrong == []


def tabbed(page, most=120):
    """What gets the focus by pressing Tab, from the top of the page until it leaves it."""
    page.evaluate("document.activeElement.blur()")
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["tag"] == "BODY":
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("path", ["/doorloop/", "/doorloop/overzicht", "/doorloop/advies"])
def test_given_a_page_of_a_walk_when_only_the_keyboard_is_used_then_all_is_reached_in_sight_with_a_ring(
    open_page, path
):
    page = open_page(width=360)
    begun(page).walk_to("praten-veilig", ONE_CHILD_HELP)
    page.goto(path)
    stops = tabbed(page)
    names = [stop["name"] for stop in stops]
    assert names[0] == "Naar de inhoud"
    assert names.index("Verlaat pagina") < names.index("Er is nu gevaar") < 6
    assert [stop for stop in stops if not (stop["ring"] and stop["seen"])] == []


def test_given_only_a_keyboard_then_a_question_is_answered_and_danger_declared(open_page):
    page = open_page()
    questions = begun(page)
    while page.evaluate("document.activeElement.type") != "radio":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert page.locator("[name='antwoord'][value='nee']").is_checked()
    while page.evaluate("document.activeElement.innerText") != "Verder":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vraag/15")
    assert questions.asked_id == "client-volwassen"
    while page.evaluate("document.activeElement.innerText") != "Er is nu gevaar":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Doe dit nu").wait_for()
