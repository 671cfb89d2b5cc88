"""The region's look in a real browser: the desk page, and pages of a region that has one; by light and by dark."""

import base64

import pytest

from routekaart import clock, config
from routekaart.regions.document import RegionDocument
from routekaart.regions.revision import add_revision
from routekaart.storage.database import engine_for, transaction
from tests.exchange.test_png import png
from tests.support.axe import findings
from tests.support.desk_browser import sign_in_browser
from tests.support.regions import document_data

pytestmark = pytest.mark.browser
SLUG = "uiterlijkregio"
DESK = "/bureau/voorbeeldregio/uiterlijk"
LOOK = {"line": "#6a1b6e", "here": "#ffd500", "logo_text": "Samenwerking Proefregio"}


@pytest.fixture(scope="module")
def region(site):
    """A region with a look of its own, beside those that other tests look at."""
    logo = base64.b64encode(png(240, 80)).decode()
    data = document_data(slug=SLUG, name="Uiterlijkregio", look={**LOOK, "logo": logo})
    engine = engine_for(config.load({"INSTANCE": str(site.log.parent)}).database_url)
    with transaction(engine) as session:
        add_revision(session, RegionDocument.model_validate(data), author="a", note="", made_at=clock.now())
    engine.dispose()
    return f"/{SLUG}/"


def colour(page):
    return page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--line').trim()")


@pytest.mark.parametrize("width", [360, 1280])
def test_given_a_region_with_a_look_when_axe_looks_then_it_finds_nothing_and_the_colours_are_there(
    open_page, region, width
):
    page = open_page("/healthz", width=width)
    for path in (region, f"{region}onderwijs/", f"{region}onderwijs/overleg"):
        page.goto(path)
        page.wait_for_function("getComputedStyle(document.documentElement).getPropertyValue('--line').trim()")
        assert (colour(page), findings(page)) == ("#6a1b6e", [])
        assert page.locator("header img").evaluate("image => image.naturalWidth") == 240
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_given_a_dark_screen_or_paper_then_the_usual_colours_stay(open_page, region):
    page = open_page(f"{region}onderwijs/overleg", dark=True)
    assert (colour(page), findings(page)) == ("#5cc3cc", [])
    page.emulate_media(color_scheme="light", media="print")
    assert colour(page) == "#00434a"


@pytest.mark.parametrize("width", [360, 1280])
def test_given_the_page_of_the_desk_when_axe_looks_then_it_finds_nothing(open_page, site, width):
    page = open_page("/healthz", width=width)
    sign_in_browser(page, site, f"uiterlijk-{width}@voorbeeld.example")
    page.goto(f"{DESK}?fout=geen-png")
    page.get_by_label("Lijnkleur").fill("#66ccff")
    page.get_by_role("button", name="Werk het voorbeeld bij").click()
    assert findings(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    page.get_by_role("button", name="Bewaar in concept").click()
    assert findings(page) == []
