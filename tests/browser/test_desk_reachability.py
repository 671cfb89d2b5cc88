"""Reachability and startfoto in a browser: axe in light and dark, nothing that sticks out, all by keyboard."""

import pytest

from tests.support import axe
from tests.support.desk_browser import sign_in_browser

pytestmark = pytest.mark.browser
DESK = "/bureau/voorbeeldregio"
WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > innerWidth"
OPEN_ALL = "document.querySelectorAll('main details').forEach(one => { one.open = true; })"


@pytest.mark.parametrize("name", ["bereikbaarheid", "startfoto?naast=regio-flevoland", "publiceren"])
def test_given_each_page_then_axe_finds_nothing_light_and_dark_and_nothing_sticks_out(open_page, site, name):
    page = open_page("/", width=360)
    sign_in_browser(page, site, f"{name[:9]}@voorbeeld.example")
    page.goto(f"{DESK}/{name}")
    page.evaluate(OPEN_ALL)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert axe.findings(page, axe.COLOURS if scheme == "dark" else axe.RULES) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)


def test_given_the_keyboard_alone_then_a_municipality_is_chosen_and_its_week_shown(open_page, site):
    page = open_page("/", javascript=False)
    sign_in_browser(page, site, "toetsen@voorbeeld.example")
    page.goto(f"{DESK}/bereikbaarheid")
    page.get_by_label("Gemeente", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="De week in Voorbeelddorp").wait_for()
