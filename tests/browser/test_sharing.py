"""A colleague who looks along, in a browser of their own; then everything that was written is searched."""

import pytest
from playwright.sync_api import expect

from tests.support.axe import findings
from tests.support.browsing import ONE_CHILD_HELP
from tests.support.pages import begun
from tests.support.traces import traces

pytestmark = pytest.mark.browser
NOTE, ADVICE = "Struisvogelveer op maandag gezien.", "Wezelstaart: bel vandaag voor advies."


def shared(owner):
    """The code for a colleague who may write."""
    owner.goto("/doorloop/delen")
    owner.get_by_label("Voor wie is de code?").select_option(label="de aandachtsfunctionaris")
    owner.get_by_role("button", name="Maak een code").click()
    return owner.locator(".code").inner_text()


def enter(colleague, code):
    colleague.goto("/meekijken")
    colleague.get_by_label("Vul de twaalf woorden in").fill(code)
    colleague.get_by_role("button", name="Open", exact=True).click()


def advise(colleague):
    colleague.get_by_label("Ik zie het anders").check()
    colleague.get_by_label("Wat zie je, wat adviseer je?").fill(ADVICE)
    colleague.get_by_role("button", name="Bewaar mijn advies").click()


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (360, False)])
def test_given_a_shared_walk_when_a_colleague_advised_and_the_owner_withdraws_then_the_colleague_is_refused(
    open_page, site, width, javascript
):
    owner = open_page(width=width, javascript=javascript)
    questions = begun(owner)
    questions.write_note(NOTE)
    questions.walk_to("besluit-melden", ONE_CHILD_HELP)
    code = shared(owner)

    colleague = open_page("/doorloop/verder", width=width, javascript=javascript)
    colleague.get_by_role("link", name="Kijk mee met een collega").click()
    enter(colleague, code)
    assert colleague.get_by_text(NOTE).count() == 1
    advise(colleague)
    expect(colleague.locator(".view").get_by_text(ADVICE)).to_be_visible()

    owner.goto("/doorloop/advies")
    expect(owner.get_by_role("heading", name="De aandachtsfunctionaris ziet het anders")).to_be_visible()
    owner.goto("/doorloop/delen")
    expect(owner.get_by_text("Geopend: nog niet")).not_to_be_visible()
    expect(owner.get_by_text(ADVICE)).to_be_visible()
    owner.get_by_role("button", name="Trek deze code in").click()
    expect(owner.get_by_text(ADVICE)).to_be_visible()

    colleague.reload()
    expect(colleague.get_by_text("De code is ingetrokken of bestaat niet meer.")).to_be_visible()
    enter(colleague, code)
    expect(colleague.get_by_role("alert").get_by_text("De code is ingetrokken of bestaat niet meer.")).to_be_visible()
    assert traces(site.log.parent, [NOTE, ADVICE, "Struisvogelveer", "Wezelstaart", *pairs(code)]) == []


def pairs(code):
    words = code.split()
    return [f"{one} {other}" for one, other in zip(words[::2], words[1::2], strict=True)]


def test_given_danger_when_declared_then_the_colleague_reads_it_first(open_page):
    owner = open_page()
    begun(owner)
    colleague = open_page(width=360)
    enter(colleague, shared(owner))
    owner.get_by_role("button", name="Er is nu gevaar").click()
    colleague.reload()
    first = colleague.locator("main .utrecht-alert").first
    expect(first.get_by_text("er is nu gevaar")).to_be_visible()
    expect(first.get_by_role("link", name="112")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_given_every_page_of_sharing_then_axe_finds_nothing(open_page, dark):
    owner = open_page(width=360, dark=dark)
    begun(owner).write_note(NOTE)
    wrong = []
    owner.goto("/doorloop/delen")
    owner.get_by_role("button", name="Maak een code").click()
    wrong += findings(owner)
    code = shared(owner)
    wrong += findings(owner)
    colleague = open_page(width=1280, dark=dark)
    enter(colleague, f"{code} banaan")
    wrong += findings(colleague)
    enter(colleague, code)
    wrong += findings(colleague)
    colleague.get_by_role("button", name="Bewaar mijn advies").click()
    assert colleague.evaluate("document.activeElement.hasAttribute('data-error-summary')")
    wrong += findings(colleague)
    advise(colleague)
    colleague.get_by_role("link", name="Wijzig wat je het laatst schreef").click()
    wrong += findings(colleague)
    owner.goto("/doorloop/delen")
    wrong += findings(owner)
    owner.goto("/doorloop/advies")
    wrong += findings(owner)
    owner.goto("/doorloop/delen")
    owner.get_by_role("button", name="Trek deze code in").click()
    wrong += findings(owner)
    colleague.goto("/meekijken/doorloop")
    wrong += findings(colleague)
    assert wrong == []


def test_given_a_colleague_who_leaves_at_once_then_the_browser_forgets_the_code(open_page):
    owner = open_page()
    begun(owner)
    colleague = open_page()
    enter(colleague, shared(owner))
    assert "meekijken" in {cookie["name"] for cookie in colleague.context.cookies()}
    colleague.wait_for_load_state()
    with colleague.expect_request("https://www.buienradar.nl/"):
        for _ in range(3):
            colleague.keyboard.press("Shift")
    assert colleague.context.cookies() == []
