import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routekaart.drawing import transit_map
from routekaart.drawing.palette import PAINT, TOKENS
from routekaart.drawing.scene import Line
from tests.drawing.maps import a_map, at, maps, progresses

CSS = Path(__file__).parents[2] / "routekaart" / "static" / "css"
SIZES = ["strip", "full", "vertical"]
HREFS = {"stap-1": "/1", "stap-3": "/3", "acuut": "/acuut", "vervolg": "/vervolg", "index": "/index"}
NAMESPACE = "{http://www.w3.org/2000/svg}"


def tree(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


@given(st.data(), st.sampled_from(SIZES), st.booleans())
def test_given_any_map_then_the_svg_is_well_formed_and_fits_a_strict_content_security_policy(data, size, standalone):
    routemap = data.draw(maps())
    progress = data.draw(progresses(routemap))
    svg = transit_map(routemap, progress=progress, size=size, standalone=standalone, hrefs=HREFS)
    for element in tree(svg).iter():
        assert "style" not in element.attrib
        assert element.tag.removeprefix(NAMESPACE) not in {"style", "script", "image", "use"}


@pytest.mark.parametrize("size", SIZES)
def test_given_names_with_markup_then_they_are_escaped(size):
    svg = transit_map(a_map(["<b>&", 'a "b"', "c"]), progress=at(1), size=size, hrefs={"stap-1": '/?a=1&b="'})
    names = [link.get("aria-label") for link in tree(svg).iter(f"{NAMESPACE}a")]
    assert names == ["Stap 1 <b>&, hier ben je nu"]


@pytest.mark.parametrize("size", SIZES)
def test_given_no_links_then_it_is_one_picture_with_title_and_description(size):
    root = next(tree(transit_map(a_map(), size=size)).iter(f"{NAMESPACE}svg"))
    words = {
        element.get("id"): element.text for element in root if element.tag in {f"{NAMESPACE}title", f"{NAMESPACE}desc"}
    }
    assert root.get("role") == "img"
    assert words[root.get("aria-labelledby")] == "Kaart van de stappen"
    assert "De hoofdlijn heeft 5 stations" in words[root.get("aria-describedby")]


@pytest.mark.parametrize("size", ["full", "vertical"])
def test_given_links_then_each_stop_is_a_named_link_and_the_picture_a_group(size):
    root = tree(transit_map(a_map(), progress=at(3), size=size, hrefs=HREFS))
    links = {link.get("href"): link for link in root.iter(f"{NAMESPACE}a")}
    assert root.get("role") == "group"
    assert {href: link.get("aria-label") for href, link in links.items()} == {
        "/1": "Stap 1 Signalen, geweest",
        "/3": "Stap 3 Gesprek, hier ben je nu",
        "/acuut": "Acuut gevaar: bel 112",
        "/vervolg": "Volgen: is de hulp gestart?",
        "/index": "Verwijsindex",
    }
    assert links["/3"].get("aria-current") == "step"
    assert "Signalen" in "".join(links["/1"].itertext())


def test_given_a_page_then_colours_come_from_classes_that_the_style_sheet_has():
    sheet = (CSS / "components" / "transit_map.css").read_text(encoding="utf-8")
    progress = at(3, taken=[Line.ACUTE, Line.INDEX, Line.FOLLOW])
    for svg in (transit_map(a_map(), progress=progress, size=size, hrefs=HREFS) for size in SIZES):
        classes = {name for value in re.findall(r'class="([^"]+)"', svg) for name in value.split()}
        unstyled = {"transit__track", "transit__stop", "transit__mark", "transit__label", "transit__slot"}
        assert {name for name in classes - unstyled if f".{name}" not in sheet} == set()
        assert "#" not in re.sub(r"&#\w+;", "", svg)


def test_given_a_standalone_map_then_its_colours_are_the_tokens():
    tokens = (CSS / "tokens.css").read_text(encoding="utf-8").partition("@media")[0]
    light = {name: value.lower() for name, value in re.findall(r"--([\w-]+): (#\w+);", tokens)}
    short = {"#fff": "#ffffff"}
    assert {name: short.get(light[name], light[name]) for name in TOKENS} == TOKENS


def test_given_the_style_sheet_then_it_paints_as_the_standalone_map_does():
    sheet = (CSS / "components" / "transit_map.css").read_text(encoding="utf-8").partition("@media (forced")[0]
    rules = {
        selector.strip().removeprefix("."): dict(re.findall(r"(fill|stroke): var\(--([\w-]+)\)", body))
        for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
        for selector in selectors.split(",")
    }
    on_paper = {"paper": "card"}
    of_the_map = {name: painted for name, painted in PAINT.items() if not name.startswith("heat__")}
    for name, painted in of_the_map.items():
        assert {key: on_paper.get(token, token) for key, token in rules[name].items()} == painted, name


def test_given_colours_are_lost_then_lines_still_differ_in_width_or_dash():
    root = tree(transit_map(a_map(), size="full"))
    looks = {}
    for track in root.iter(f"{NAMESPACE}path"):
        line = track.get("class").split("--")[-1]
        if line != "core":
            looks[line] = (track.get("stroke-width"), track.get("stroke-dasharray"))
    cores = [track for track in root.iter(f"{NAMESPACE}path") if track.get("class").endswith("--core")]
    assert len({look for line, look in looks.items() if line != "order"}) == 5
    assert len(cores) == 1
