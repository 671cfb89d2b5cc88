"""The week band and the heat picture: what is drawn is what was given."""

from lxml import etree

from routekaart.drawing import heat_picture, week_band

SVG = "{http://www.w3.org/2000/svg}"


def rects(svg, name):
    return [one for one in etree.fromstring(svg).iter(f"{SVG}rect") if name in one.get("class").split()]


def test_given_a_week_then_each_piece_stands_at_its_hours_and_nobody_is_left_open():
    day = [(0, 540, "fallback"), (540, 1020, "here"), (1020, 1440, "nobody")]
    svg = week_band([day, day], title="Lokaal team", told="Maandag …", key="lokaal-team")
    assert [one.get("x") for one in rects(svg, "week__piece--here")] == ["36", "132"]
    assert len(rects(svg, "week__piece")) == 4
    assert etree.fromstring(svg).find(f"{SVG}desc").text == "Maandag …"


def test_given_names_with_signs_then_the_picture_is_still_well_formed():
    svg = week_band([], title="a < b & c", told='"x"', key="a")
    assert etree.fromstring(svg).find(f"{SVG}title").text == "a < b & c"


def test_given_coverage_then_all_part_and_none_look_different_without_colour():
    svg = heat_picture(["1"], [("a", [(3, 1.0)]), ("b", [(1, 0.5)]), ("c", [(0, 0.0)])], title="t", told="u", key="k")
    assert [one.get("stroke-dasharray") for one in rects(svg, "heat__frame--none")] == ["3 3"]
    whole, part = rects(svg, "heat__cover")
    assert float(part.get("height")) < float(whole.get("height")) / 2
    assert [one.text for one in etree.fromstring(svg).iter(f"{SVG}text")] == ["1", "a", "3", "b", "1", "c"]


def test_given_a_picture_on_its_own_then_it_brings_its_colours():
    svg = heat_picture(["1"], [("a", [(3, 1.0)])], title="t", told="u", key="k", standalone=True)
    assert rects(svg, "heat__cover")[0].get("fill") == "#00616b"
