"""Partners at the desk in a real browser: two at once, by keyboard alone, on a phone, and text that was not saved."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import findings
from tests.support.desk_browser import sign_in_browser
from tests.support.site import eventually

pytestmark = pytest.mark.browser
LIST = "/bureau/voorbeeldregio/partners"


def opened(open_page, site, email: str, path: str, **options) -> Page:
    """A browser of its own in which somebody opened a page of the desk."""
    page = open_page("/healthz", **options)
    sign_in_browser(page, site, email)
    page.goto(path)
    return page


def save(page: Page) -> None:
    page.get_by_role("button", name="Bewaar in concept").click()


def test_given_two_browsers_when_both_edit_a_partner_at_once_then_the_fields_of_both_survive(open_page, site):
    team = f"{LIST}/wijkteams-voorbeeldstad"
    first = opened(open_page, site, "een@voorbeeld.example", team)
    second = opened(open_page, site, "twee@voorbeeld.example", team)
    first.get_by_label("Wat de partner doet", exact=True).fill("Van de eerste")
    second.get_by_label("Opmerking", exact=True).fill("Van de tweede")
    second.get_by_text("Bekijk of wijzig contact 1").click()
    second.locator("[name='contacts.0.value']").fill("0199 00 00 91")
    save(second)
    expect(second.get_by_role("status")).to_contain_text("is bewaard in je concept")
    save(first)
    expect(first.get_by_role("status")).to_contain_text("is bewaard in je concept")
    for page in (first, second):
        page.goto(team)
        expect(page.get_by_label("Wat de partner doet", exact=True)).to_have_value("Van de eerste")
        expect(page.get_by_label("Opmerking", exact=True)).to_have_value("Van de tweede")
        assert page.locator("[name='contacts.0.value']").input_value() == "0199-00 00 91"


def test_given_two_browsers_when_both_write_the_same_field_then_the_second_chooses_and_loses_nothing(open_page, site):
    team = f"{LIST}/dorpsteam-voorbeelddorp"
    first = opened(open_page, site, "drie@voorbeeld.example", team, width=360)
    second = opened(open_page, site, "vier@voorbeeld.example", team)
    first.get_by_label("Opmerking", exact=True).fill("Van de eerste")
    first.get_by_label("Bron", exact=True).fill("eigen vondst")
    second.get_by_label("Opmerking", exact=True).fill("Van de tweede")
    save(second)
    save(first)
    expect(first.get_by_role("heading", level=1)).to_have_text("Iemand anders wijzigde hetzelfde")
    assert findings(first) == []
    assert first.evaluate("document.documentElement.scrollWidth") <= 360
    first.get_by_label("Dat van de ander").check()
    first.get_by_role("button", name="Bewaar deze keuze").click()
    expect(first.get_by_label("Opmerking", exact=True)).to_have_value("Van de tweede")
    expect(first.get_by_label("Bron", exact=True)).to_have_value("eigen vondst")


def test_given_only_a_keyboard_when_a_partner_is_added_then_it_goes_without_a_mouse(open_page, site):
    page = opened(open_page, site, "vijf@voorbeeld.example", f"{LIST}/nieuw")
    tab_to(page, "name")
    page.keyboard.type("Sleutelteam")
    tab_to(page, "doe", "meer:contacts")
    page.keyboard.press("Enter")
    expect(page.locator("#contacts-0")).to_be_focused()
    tab_to(page, "contacts.0.value")
    page.keyboard.type("0199000092")
    page.keyboard.press("Enter")  # in a field, Enter saves: it never presses the first button of a row
    expect(page.get_by_role("heading", level=1)).to_have_text("Sleutelteam")
    assert page.locator("[name='contacts.0.value']").input_value() == "0199-00 00 92"
    tab_to(page, "name")
    page.keyboard.press("End")
    page.keyboard.type(" Zuid")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sleutelteam Zuid")


@pytest.mark.parametrize("path", ["partners", "partners/wijkteams-voorbeeldstad", "partners/nieuw", "rollen", "regio"])
def test_given_a_phone_when_pages_of_the_desk_are_opened_then_they_fit_and_axe_finds_nothing(open_page, site, path):
    email = f"telefoon-{path.replace('/', '-')}@voorbeeld.example"
    page = opened(open_page, site, email, f"/bureau/voorbeeldregio/{path}", width=360, dark=path == "regio")
    page.evaluate("for (const one of document.querySelectorAll('details')) { one.open = true }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert findings(page) == []


def test_given_something_wrong_when_saved_then_the_summary_has_the_focus_and_leads_to_the_field(open_page, site):
    page = opened(open_page, site, "zes@voorbeeld.example", f"{LIST}/opvoedpunt-voorbeeld", width=360)
    page.get_by_text("Bekijk of wijzig contact 1").click()
    page.locator("[name='contacts.0.value']").fill("12")
    save(page)
    expect(page.locator("[data-error-summary]")).to_be_focused()
    assert findings(page) == []
    page.get_by_role("link", name=re.compile("Dit is geen telefoonnummer")).click()
    expect(page.locator("[name='contacts.0.value']")).to_be_focused()


def test_given_text_that_was_not_saved_when_the_page_is_opened_again_then_it_can_be_put_back(open_page, site):
    partner = f"{LIST}/jgz-voorbeeld"
    page = opened(open_page, site, "zeven@voorbeeld.example", partner)
    page.get_by_label("Opmerking", exact=True).fill("Halverwege")
    page.goto(LIST)
    page.goto(partner)
    expect(page.get_by_label("Opmerking", exact=True)).to_have_value("")
    page.get_by_role("button", name="Zet het terug").click()
    expect(page.get_by_label("Opmerking", exact=True)).to_have_value("Halverwege")
    assert findings(page) == []
    save(page)
    expect(page.get_by_role("status")).to_contain_text("is bewaard in je concept")
    page.goto(partner)
    expect(page.get_by_role("button", name="Zet het terug")).to_be_hidden()


def test_given_text_that_was_not_saved_when_signed_out_then_this_browser_keeps_nothing_of_it(open_page, site):
    partner = f"{LIST}/opvang-voorbeeldveilig"
    page = opened(open_page, site, "acht@voorbeeld.example", partner)
    page.get_by_label("Opmerking", exact=True).fill("Halverwege")
    page.get_by_label("Bron", exact=True).focus()
    kept = "Object.keys(localStorage).filter(key => key.startsWith('bureau:')).length"
    eventually(lambda: page.evaluate(kept) == 1, lambda: "nothing was kept")
    page.get_by_role("button", name="Afmelden").click()
    page.wait_for_url("**/aanmelden*")
    page.goto("/privacy")
    assert page.evaluate(kept) == 0


def test_given_a_new_partner_when_the_button_is_pressed_twice_then_there_is_one(open_page, site):
    page = opened(open_page, site, "negen@voorbeeld.example", f"{LIST}/nieuw")
    page.get_by_label("Naam", exact=True).fill("Dubbelteam")
    page.get_by_role("button", name="Voeg toe", exact=True).dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dubbelteam")
    page.goto(f"{LIST}?zoek=dubbelteam")
    expect(page.get_by_role("link", name="Dubbelteam")).to_have_count(1)


def tab_to(page: Page, name: str, value: str = "") -> None:
    """Presses Tab until the field or button with that name has the focus."""
    is_there = """([name, value]) => {
        const one = document.activeElement;
        return one.name === name && (!value || one.value === value);
    }"""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(is_there, [name, value]):
            return
    raise AssertionError(f"Tab does not lead to {name} {value}")
