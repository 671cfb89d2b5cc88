import gzip
import json
from pathlib import Path
from xml.etree import ElementTree

from routekaart.drawing import regions_map

CONTENT = Path(__file__).parents[2] / "content"
TOPOLOGY = json.loads((CONTENT / "maps" / "regions.topojson").read_text(encoding="utf-8"))
NAMES = {
    shape["properties"]["id"]: shape["properties"]["name"] for shape in TOPOLOGY["objects"]["regions"]["geometries"]
}
HREFS = {slug: f"/{slug}/" for slug in NAMES}
NAMESPACE = "{http://www.w3.org/2000/svg}"


def test_given_the_regions_then_each_is_a_named_link_and_all_weigh_less_than_12_kb():
    svg = regions_map(TOPOLOGY, hrefs=HREFS, names=NAMES)
    links = {a.get("href"): a.get("aria-label") for a in ElementTree.fromstring(svg).iter(f"{NAMESPACE}a")}
    assert links == {HREFS[slug]: name for slug, name in NAMES.items()}
    assert len(links) == 25
    assert len(gzip.compress(svg.encode())) <= 12_000


def test_given_the_content_then_every_region_on_the_map_has_its_file():
    assert {slug for slug in NAMES if not (CONTENT / "regions" / f"{slug}.yaml").exists()} == set()


def test_given_a_region_without_a_page_then_it_is_drawn_but_no_link():
    svg = regions_map(TOPOLOGY, hrefs={"groningen": "/groningen/"}, names=NAMES)
    assert svg.count("<a ") == 1
    assert svg.count('class="regions__region"') == 25


def test_given_a_border_then_both_neighbours_have_the_same_arc():
    used = [
        index
        for shape in TOPOLOGY["objects"]["regions"]["geometries"]
        for polygon in shape["arcs"]
        for ring in polygon
        for index in ring
    ]
    assert len(used) == len(set(used))
    assert {max(index, ~index) for index in used} == set(range(len(TOPOLOGY["arcs"])))
    assert sum(~index in used for index in used) > 60


def test_given_two_squares_that_share_a_border_then_their_paths_meet():
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]],
        "objects": {
            "regions": {
                "geometries": [
                    {"type": "Polygon", "properties": {"id": "west"}, "arcs": [[0, 1]]},
                    {"type": "MultiPolygon", "properties": {"id": "oost"}, "arcs": [[[2, -1]]]},
                ]
            }
        },
    }
    svg = regions_map(topology, hrefs={}, names={"west": "West", "oost": "Oost"})
    root = ElementTree.fromstring(svg)
    assert [path.get("d") for path in root.iter(f"{NAMESPACE}path")] == [
        "M400 649l0-643-394 0 0 643z",
        "M400 649l394 0 0-643-394 0z",
    ]
    assert root.get("role") == "img"
