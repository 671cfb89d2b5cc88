"""The drawings as Chromium shows them, with our style sheets and typeface."""

import base64
import json
from pathlib import Path

import pytest

from routekaart.drawing import regions_map, transit_map
from routekaart.drawing.scene import Line
from tests.drawing.maps import a_map, at
from tests.support import axe

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
CSS = ROOT / "routekaart" / "static" / "css"
SHEETS = ("tokens.css", "base.css", "components/transit_map.css", "components/regions_map.css")
LONG = ["Signaleren en vastleggen", "Overleg met een deskundige collega", "Gesprek", "Afwegingskader", "Beslissen"]
HREFS = {f"stap-{number}": f"#stap-{number}" for number in range(1, 8)} | {"acuut": "#acuut", "vervolg": "#vervolg"}
TARGETS = (
    "() => [...document.querySelectorAll('a')].map(a => a.querySelector('.transit__target').getBoundingClientRect())"
)
TEXTS = """() => [...document.querySelectorAll("text")].filter(t => t.checkVisibility())
  .map(t => [t.textContent, t.getBBox().width, t.getBBox().height])"""
TOUCHING = """() => {
  const boxes = [...document.querySelectorAll(".transit__label")].filter(t => t.checkVisibility())
    .map(t => [t.textContent, t.getBoundingClientRect()]);
  const stops = [...document.querySelectorAll(".transit__stop")].map(s => ["stop", s.getBoundingClientRect()]);
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
  return boxes.flatMap(([words, box], n) => [...boxes.slice(n + 1), ...stops].filter(([, b]) => meet(box, b))
    .map(([other]) => `${words} | ${other}`));
}"""


def page_with(drawing):
    font = base64.b64encode((ROOT / "routekaart/static/fonts/atkinson-next-latin.woff2").read_bytes()).decode()
    css = "".join((CSS / sheet).read_text(encoding="utf-8") for sheet in SHEETS)
    css = css.replace("../fonts/atkinson-next-latin.woff2", f"data:font/woff2;base64,{font}")
    head = f"<meta charset=utf-8><title>Kaart</title><style>{css}</style>"
    return (
        f"<!doctype html><html lang=nl><head>{head}</head><body><main class=wrap><h1>Kaart</h1>{drawing}</main></body>"
    )


@pytest.fixture
def show(chromium):
    contexts = []

    def show(drawing, *, width=1280, **settings):
        context = chromium.new_context(viewport={"width": width, "height": 740}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.set_content(page_with(drawing))
        page.evaluate("document.fonts.ready")
        return page

    yield show
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("size", "width"), [("full", 1280), ("full", 720), ("vertical", 360), ("strip", 360), ("strip", 1280)]
)
@pytest.mark.parametrize("names", [a_map(), a_map(LONG)], ids=["short", "long"])
def test_given_the_typeface_as_it_is_drawn_then_no_label_touches_another_or_a_stop(show, names, size, width):
    page = show(transit_map(names, progress=at(2), size=size), width=width)
    assert page.evaluate("document.fonts.check('700 16px \"Atkinson Hyperlegible Next\"')")
    assert page.evaluate(TOUCHING) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize(("size", "width"), [("full", 720), ("vertical", 360), ("strip", 360)])
def test_given_links_then_every_target_is_24_px_at_the_smallest_width(show, size, width):
    page = show(transit_map(a_map(), progress=at(3), size=size, hrefs=HREFS), width=width)
    targets = page.evaluate(TARGETS)
    assert targets
    assert all(target["width"] >= 24 and target["height"] >= 24 for target in targets)


def test_given_a_phone_then_the_strip_is_low_and_names_the_current_station_only(show):
    page = show(transit_map(a_map(), progress=at(3), size="strip"), width=360)
    assert page.locator(".transit--strip").bounding_box()["height"] <= 72
    assert [text for text, *_ in page.evaluate(TEXTS)] == ["Gesprek"]
    page.set_viewport_size({"width": 700, "height": 740})
    assert sorted(text for text, *_ in page.evaluate(TEXTS)) == ["Beslissen", "Gesprek", "Overleg", "Signalen", "Wegen"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["full", "vertical", "strip"])
def test_given_a_map_with_links_then_axe_finds_nothing(show, size, scheme):
    progress = at(3, taken=[Line.ACUTE, Line.FOLLOW])
    page = show(transit_map(a_map(), progress=progress, size=size, hrefs=HREFS), color_scheme=scheme)
    assert axe.findings(page) == []


def test_given_the_map_of_the_regions_then_tab_reaches_the_first_region_and_axe_finds_nothing(show):
    topology = json.loads((ROOT / "content/maps/regions.topojson").read_text(encoding="utf-8"))
    shapes = topology["objects"]["regions"]["geometries"]
    names = {shape["properties"]["id"]: shape["properties"]["name"] for shape in shapes}
    page = show(regions_map(topology, hrefs={slug: f"/{slug}/" for slug in names}, names=names), width=360)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Groningen"
    assert axe.findings(page) == []
