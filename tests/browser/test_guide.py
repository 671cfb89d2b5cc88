"""The guide in a real browser: every page type on phone and desk, light and dark, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.support import axe

pytestmark = pytest.mark.browser

OWN_VIEW = "?gemeente=VB0001&organisatie=basisschool-de-voorbeeldboom"
PAGES = {
    "start": "/",
    "regions": "/regios",
    "choices": "/zoek?gemeente=voorbeeldstad",
    "nothing-found": "/zoek?gemeente=",
    "change": "/wijzig?regio=flevoland&sector=jgz&stap=wegen&gemeente=GM0034",
    "region": "/voorbeeldregio/",
    "real-region": "/flevoland/",
    "opening": "/voorbeeldregio/huisartsen-artsen/",
    "historical": "/voorbeeldregio-2011/onderwijs/beslissen",
    "step": f"/voorbeeldregio/onderwijs/overleg{OWN_VIEW}",
    "step-of-real-region": "/flevoland/geen-sector/vervolg",
    "different": "/voorbeeldregio/onderwijs/gesprek?anders=1",
    "everything": f"/voorbeeldregio/onderwijs/alles{OWN_VIEW}",
    "every-word": "/flevoland/onderwijs/alles/volledig",
    "who-helps": "/voorbeeldregio/onderwijs/alles/wie-helpt",
    "social-map": "/voorbeeldregio/onderwijs/sociale-kaart",
    "empty-social-map": "/flevoland/onderwijs/sociale-kaart",
    "agreements": "/voorbeeldregio/onderwijs/afspraken",
    "relation": f"/voorbeeldregio/onderwijs/verhouding{OWN_VIEW}",
    "compare": "/vergelijk",
    "compare-regions": "/vergelijk?a=voorbeeldregio/onderwijs&b=flevoland/onderwijs",
    "compare-sectors": "/vergelijk?a=flevoland/onderwijs&b=flevoland/huisartsen-artsen",
    "danger": "/voorbeeldregio/onderwijs/acuut",
    "talks": "/voorbeeldregio/onderwijs/gesprek-voeren",
    "talk": "/voorbeeldregio/onderwijs/gesprek-voeren/volwassene-alleen",
    "talk-after-advice": "/flevoland/onderwijs/gesprek-voeren/na-advies",
    "instruments": "/voorbeeldregio/onderwijs/welk-instrument",
    "sharing": "/voorbeeldregio/onderwijs/mag-ik-dit-delen",
    "disagreement": "/voorbeeldregio/onderwijs/oneens",
    "parents": "/voor-ouders",
    "parents-in-arabic": "/voor-ouders/ar",
    "national-danger": "/nu-gevaar",
    "about": "/over",
    "privacy": "/privacy",
    "accessibility": "/toegankelijkheid",
    "search": "/voorbeeldregio/onderwijs/zoeken?q=blauwe+plek",
    "search-numbers": "/flevoland/jgz/zoeken?q=amk",
    "search-nothing": "/flevoland/jgz/zoeken?q=xqzwvk",
    "search-empty": "/voorbeeldregio/onderwijs/zoeken",
    "glossary": "/voorbeeldregio/onderwijs/begrippen",
    "not-found": "/flevolad/",
}
WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > innerWidth"
FIRST_VISIT, NEXT_PAGE = 70_000, 15_000


@pytest.mark.parametrize(("width", "dark"), [(360, False), (1280, True)], ids=["light-phone", "dark-desk"])
@pytest.mark.parametrize("name", PAGES)
def test_given_a_page_type_then_axe_finds_nothing_and_nothing_sticks_out(open_page, name, width, dark):
    page = open_page(PAGES[name], width=width, dark=dark)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert axe.findings(page) == []
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width", [360, 1280])
def test_given_a_municipality_and_a_profession_then_one_reads_the_steps_of_that_region(open_page, width, javascript):
    page = open_page("/", width=width, javascript=javascript)
    page.get_by_label("In welke gemeente is de situatie?").fill("almere")
    page.get_by_label("Waar werk je?").select_option(label="Onderwijs")
    page.get_by_role("button", name="Verder").click()
    assert page.url.endswith("/flevoland/onderwijs/?gemeente=GM0034")
    page.get_by_role("heading", level=3).get_by_role("link", name="2 Overleg").click()
    assert page.url.endswith("/flevoland/onderwijs/overleg?gemeente=GM0034")
    expect(page.get_by_role("article").first.get_by_role("link", name="0800-2000").first).to_be_visible()
    page.get_by_role("link", name=re.compile("Volgende stap")).click()
    assert page.url.endswith("/flevoland/onderwijs/gesprek?gemeente=GM0034")


def test_given_a_choice_was_made_when_one_comes_back_then_only_the_browser_remembers_it(open_page):
    page = open_page("/")
    page.get_by_label("In welke gemeente is de situatie?").fill("Almere")
    page.get_by_label("Waar werk je?").select_option(label="Kinderopvang")
    page.get_by_role("button", name="Verder").click()
    page.goto("/")
    assert page.get_by_label("In welke gemeente is de situatie?").input_value() == "Almere"
    assert page.get_by_label("Waar werk je?").input_value() == "kinderopvang"
    assert page.context.cookies() == []


def test_given_another_profession_is_chosen_then_one_stays_at_the_same_step(open_page):
    page = open_page("/flevoland/onderwijs/wegen?gemeente=GM0034")
    page.get_by_role("link", name="wijzig regio of beroep").click()
    page.get_by_label("Waar werk je?").select_option(label="Jeugdgezondheidszorg")
    page.get_by_role("button", name="Verder").click()
    assert page.url.endswith("/flevoland/jgz/wegen?gemeente=GM0034")


def test_given_any_page_of_a_region_then_danger_is_one_press_away(open_page):
    page = open_page("/flevoland/onderwijs/wegen?gemeente=GM0034")
    page.get_by_role("link", name="Er is nu gevaar").click()
    assert page.url.endswith("/flevoland/onderwijs/acuut?gemeente=GM0034")
    expect(page.get_by_role("link", name="112").first).to_be_visible()


@pytest.mark.parametrize(("width", "shown", "hidden"), [(1280, "full", "vertical"), (360, "vertical", "full")])
def test_given_a_width_then_the_map_that_fits_is_shown(open_page, width, shown, hidden):
    page = open_page("/voorbeeldregio/onderwijs/", width=width)
    expect(page.locator(f".transit--{shown}")).to_be_visible()
    expect(page.locator(f".transit--{hidden}")).not_to_be_visible()
    page.locator(f".transit--{shown}").get_by_role("link", name="Stap 3 Gesprek").locator(".transit__mark").click()
    assert page.url.endswith("/voorbeeldregio/onderwijs/gesprek")


def test_given_a_region_on_the_map_then_it_is_a_link(open_page):
    page = open_page("/")
    page.locator(".regions").get_by_role("link", name="Drenthe").click()
    assert page.url.endswith("/drenthe/")


@pytest.mark.parametrize("name", [name for name in PAGES if name != "every-word"])
def test_given_a_first_visit_then_all_its_bytes_are_few_and_a_next_page_costs_little(open_page, name):
    page = open_page("/healthz")
    sizes: dict[str, int] = {}
    page.on(
        "requestfinished",
        lambda request: sizes.update(
            {request.url: sum(request.sizes()[part] for part in ("responseBodySize", "responseHeadersSize"))}
        ),
    )
    page.goto(PAGES[name], wait_until="networkidle")
    own = next(size for address, size in sizes.items() if address.endswith(PAGES[name]))
    assert sum(sizes.values()) <= FIRST_VISIT
    assert own <= NEXT_PAGE


def test_given_a_side_line_on_the_map_when_followed_then_its_theme_stands_open(open_page):
    page = open_page("/voorbeeldregio/onderwijs/")
    page.locator(".transit--full").get_by_role("link", name="Verwijsindex").click()
    assert page.locator("details", has=page.locator(":target")).get_attribute("open") is not None
