"""Agreements, texts and organisations at the desk in a real browser: for everybody, and text shown while typed."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.axe import findings
from tests.support.desk_browser import sign_in_browser

pytestmark = pytest.mark.browser
DESK = "/bureau/voorbeeldregio"
TREE = f"{DESK}/organisaties/basisschool-de-voorbeeldboom"
PAGES = (
    f"{DESK}/afspraken",
    f"{DESK}/afspraken/bel-overleglijn",
    f"{DESK}/convenanten/samenwerking-veiligheid",
    f"{DESK}/groep",
    f"{DESK}/groep/afspraken",
    f"{DESK}/groep/afspraken/verhuizing",
    f"{DESK}/verwijsindex/1",
    f"{DESK}/scholing/meldcode-basis",
    f"{DESK}/documenten",
    f"{DESK}/documenten/gesprekskaart",
    f"{DESK}/stappen",
    f"{DESK}/stappen/gesprek",
    TREE,
    f"{TREE}/stappen",
    f"{TREE}/stappen/overleg",
    "/voorbeeldregio/onderwijs/gesprek",
)


@pytest.mark.parametrize("width", [360, 1280])
def test_given_the_pages_when_axe_looks_then_it_finds_nothing_and_nothing_sticks_out(open_page, site, width):
    page = open_page("/healthz", width=width)
    sign_in_browser(page, site, f"afspraken-{width}@voorbeeld.example")
    wrong = {}
    for path in PAGES:
        page.goto(path)
        wrong[path] = findings(page)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wrong[path].append("the page is wider than the window")
    assert not any(wrong.values()), wrong


def test_given_a_text_when_typed_then_the_page_shows_how_it_will_look_without_asking(open_page, site):
    page = open_page("/healthz")
    sign_in_browser(page, site, "teksten@voorbeeld.example")
    page.goto(f"{DESK}/stappen/wegen")
    box = page.get_by_label("Vrije tekst bij deze stap")
    box.fill("Weeg **samen** <img src=x onerror=alert(1)>")
    shown = page.locator("[data-preview]")
    expect(shown.locator("strong")).to_have_text("samen")
    expect(shown).to_have_text(re.compile("Weeg samen <img"))
    assert shown.locator("img").count() == 0
