"""A log, a plan and a new walk from an earlier one, in a real browser without scripts; and axe on each page."""

import pytest
from playwright.sync_api import expect

from tests.support import axe
from tests.support.browsing import ONE_CHILD_HELP
from tests.support.pages import CodePage, begun

pytestmark = pytest.mark.browser

SAW = "Een blauwe plek op de arm."
AGREED = "We gaan even lopen als het spannend wordt."
WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > innerWidth"


def look(page):
    """What axe finds on a page with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)
    return axe.findings(page)


def write_line(page):
    page.get_by_label("Op welke dag was het?").fill("20-11-2026")
    page.get_by_label("Over wie gaat het?").select_option(label="kind (0–11 jaar)")
    page.get_by_label("Wat ik zag of hoorde").fill(SAW)
    page.get_by_role("button", name="Bewaar de regel").click()


def test_given_no_scripts_then_log_and_plan_go_along_to_a_new_walk_and_the_old_one_stays(open_page):
    page = open_page(width=360, javascript=False)
    begun(page).walk_to("onthulling", ONE_CHILD_HELP)
    page.get_by_role("link", name="Schrijf het in je logboek").click()
    write_line(page)
    page.get_by_role("link", name="Wijzig regel 1").click()
    page.get_by_label("Wat ik ervan denk").fill("Dat past niet bij een val.")
    page.get_by_role("button", name="Bewaar de regel").click()
    write_line(page)
    page.get_by_role("link", name="Verwijder regel 2").click()
    page.get_by_role("button", name="Verwijder de regel").click()
    assert page.get_by_text(SAW).count() == 1
    page.goto("/doorloop/overzicht")
    page.get_by_role("link", name="Plan met het gezin").click()
    page.get_by_label("Wat spreken we af?").fill(AGREED)
    page.get_by_role("button", name="Bewaar het plan").click()
    page.goto("/doorloop/code")
    old = CodePage(page).words
    page.goto("/doorloop/advies")
    page.get_by_role("link", name="Begin een nieuwe doorloop hieruit").click()
    page.get_by_role("button", name="Begin de nieuwe doorloop").click()
    assert CodePage(page).words != old
    questions = CodePage(page).go_on()
    assert questions.asked_id == "acuut-gevaar"
    questions.answer("nee")
    assert questions.asked_id == "vorm"
    page.goto("/doorloop/logboek")
    page.get_by_role("link", name="Verwijder regel 1").click()
    page.get_by_role("button", name="Verwijder de regel").click()
    page.goto("/doorloop/verder")
    page.get_by_role("textbox").fill(old)
    page.get_by_role("button", name="Open mijn doorloop").click()
    page.goto("/doorloop/logboek")
    expect(page.get_by_text("Dat past niet bij een val.")).to_be_visible()
    page.goto("/doorloop/plan")
    assert page.get_by_label("Wat spreken we af?").input_value() == AGREED


@pytest.mark.parametrize(("width", "dark"), [(360, False), (1280, True)], ids=["light-phone", "dark-desk"])
def test_given_a_log_and_a_plan_then_axe_finds_nothing_and_nothing_sticks_out(open_page, width, dark):
    page = open_page(width=width, dark=dark)
    begun(page).walk_to("onthulling", ONE_CHILD_HELP)
    page.goto("/doorloop/logboek")
    write_line(page)
    paths = ("logboek", "logboek/1", "logboek/1/verwijderen", "veiligheidsplan", "opnieuw")
    for path in paths:
        page.goto(f"/doorloop/{path}")
        assert look(page) == [], path
    page.goto("/doorloop/logboek")
    page.get_by_label("Wat er gezegd is").fill("Jan de Vries, BSN 111222333, was boos.")
    page.get_by_role("button", name="Bewaar de regel").click()
    expect(page.get_by_label("Zo bewaren")).to_be_visible()
    assert look(page) == []
