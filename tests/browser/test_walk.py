"""The main job in a real browser: from the start page to the PDF for the file."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.browsing import FAMILY, LABELS, ONE_CHILD_HELP
from tests.support.pages import StartPage, begun, downloaded_report
from tests.support.pdf import read_back, squeezed

pytestmark = pytest.mark.browser
NOTE = "Blauwe plek op de linkerarm, twee keer in een week."


def assert_in_pdf(pdf, *texts):
    body = read_back(pdf)
    assert [text for text in texts if squeezed(text) not in body] == []


@pytest.mark.pdf
@pytest.mark.parametrize(("width", "javascript"), [(360, False), (1280, True)])
def test_given_a_municipality_and_a_profession_when_a_case_is_walked_then_it_ends_in_advice_and_a_pdf(
    open_page, site, width, javascript
):
    page = open_page("/", width=width, javascript=javascript)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    code = StartPage(page).choose("Voorbeelddorp", "Onderwijs", "Voorbeeldregio").begin()
    assert len(code.words.split()) == 12
    questions = code.go_on()
    questions.write_note(NOTE)
    questions.walk_to("", ONE_CHILD_HELP)
    assert page.locator("h1").inner_text().startswith("Geef of regel hulp voor het kind")
    assert page.locator(".walk-first a[href^='tel:']").inner_text() == "0199-00 00 04"  # the team of this municipality
    expect(page.get_by_text("woensdag 17 februari 2027").first).to_be_visible()
    assert_in_pdf(downloaded_report(page), "Geef of regel hulp", NOTE, "Voorbeelddorp", "17 februari 2027")
    assert [url for url in asked if not url.startswith(site.url)] == []
    assert not [url for url in asked if "nee" in url.removeprefix(site.url) or "kind" in url.removeprefix(site.url)]


@pytest.mark.pdf
def test_given_three_children_and_a_partner_when_walked_then_each_is_weighed_apart_and_the_actions_are_one_list(
    open_page,
):
    page = open_page(width=360)
    questions = begun(page)
    questions.walk_to("afweging-2", FAMILY)
    assert [legend.inner_text() for legend in page.locator("legend").all()] == [
        label[0].upper() + label[1:] for label in LABELS
    ]
    questions.walk_to("", FAMILY)
    heading = page.locator("h1").inner_text()
    assert heading.startswith("Meld de zorgen over kind 1 meteen bij Veilig Thuis")
    expect(page.get_by_text("Vraag eerst advies over kind 2").first).to_be_visible()
    weighing = page.locator("section[aria-labelledby='weging'] > details")
    weighed = {one.locator("summary").inner_text(): one.locator("dl").text_content() for one in weighing.all()}
    assert tuple(weighed) == LABELS
    assert len({" ".join(answers.split()) for answers in weighed.values()}) >= 3
    actions = page.locator("input[name='gedaan']").evaluate_all("all => all.map(one => one.value)")
    assert len(actions) == len(set(actions)) > 20
    expect(page.get_by_role("checkbox", name="Vertel de jongere en de volwassene vooraf zelf")).to_be_visible()
    assert_in_pdf(downloaded_report(page), heading, "Vraag eerst advies over kind 2", *LABELS)


def test_given_a_finished_walk_when_on_a_phone_then_decision_number_and_list_come_before_all_detail(open_page):
    page = open_page(width=360)
    begun(page).walk_to("", FAMILY)
    height = page.viewport_size["height"]
    number = page.locator(".walk-first .phone__number")
    assert number.bounding_box()["y"] + number.bounding_box()["height"] < height
    assert page.locator("#acties").bounding_box()["y"] < 1.5 * height
    begun(page).walk_to("", ONE_CHILD_HELP)
    last = page.get_by_role("button", name="Bewaar wat ik heb gedaan").bounding_box()
    assert last["y"] < 2 * height, "the ordered list is longer than two screens"


def test_given_an_answer_is_changed_from_the_overview_then_one_returns_there_and_sees_what_would_be_lost(open_page):
    page = open_page(width=360, javascript=False)
    questions = begun(page)
    questions.walk_to("besluit-melden", ONE_CHILD_HELP)
    page.get_by_role("link", name="Al je antwoorden").click()
    page.get_by_role("link", name=re.compile("wijzig.*Vermoed je nog")).click()
    questions.answer("nee")
    expect(page.get_by_role("status").get_by_text("Deze antwoorden vervallen dan")).to_be_visible()
    page.get_by_role("button", name="Verder", exact=True).click()
    assert page.url.endswith("/doorloop/overzicht")
    page.get_by_role("link", name="Verder met de vragen").click()
    assert questions.asked_id != ""


def test_given_a_ticked_action_and_a_reason_to_differ_then_both_are_kept(open_page):
    page = open_page()
    begun(page).walk_to("", ONE_CHILD_HELP)
    page.locator(".check-item__label").first.click()
    page.get_by_role("button", name="Bewaar wat ik heb gedaan").click()
    assert page.locator("input[name='gedaan']").first.is_checked()
    page.get_by_text("Ik doe het anders").click()
    page.get_by_label("Waarom doe je het anders?").fill("De huisarts neemt het over.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Je wijkt hiervan af")).to_be_visible()
    assert page.get_by_label("Waarom doe je het anders?").input_value() == "De huisarts neemt het over."
