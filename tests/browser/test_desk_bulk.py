"""Bringing in a sheet in a real browser: chosen, looked at, confirmed; on a phone and by its rules of access."""

import pytest
from playwright.sync_api import expect

from routekaart.exchange.xlsx import write_xlsx
from tests.support.axe import findings
from tests.support.desk_browser import sign_in_browser
from tests.support.sheets import services

pytestmark = pytest.mark.browser
PLACE = "/bureau/voorbeeldregio/inlezen"


@pytest.mark.parametrize("width", [360, 1280])
def test_given_a_sheet_with_wrong_rows_when_brought_in_then_one_sees_each_and_only_the_good_go_in(
    open_page, site, tmp_path, width
):
    sheet = tmp_path / "aanbod.xlsx"
    sheet.write_bytes(write_xlsx([services(40, faulty=4, name=f"Aanbod {width}")]))
    page = open_page("/healthz", width=width)
    sign_in_browser(page, site, f"bulk-{width}@voorbeeld.example")
    page.goto(PLACE)
    assert findings(page) == []
    page.get_by_label("Bestand").set_input_files(sheet)
    page.get_by_role("button", name="Kijk het bestand na").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk na wat er gebeurt")
    expect(page.get_by_role("table")).to_contain_text("Aanbod, rij 11")
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="nieuw (36)").click()
    assert findings(page) == []
    page.get_by_label("Lees alleen de goede rijen in").check()
    page.get_by_role("button", name="Lees").click()
    expect(page.get_by_role("status").filter(has_text="ingelezen")).to_be_visible()
