from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routekaart.drawing.scene import Line, Scene
from routekaart.drawing.transit import map_scene
from tests.drawing.maps import a_map, at, maps, progresses

EASE = 1.0


def collisions(scene: Scene) -> list[str]:
    """Every pair that touches: labels with labels, stops, tracks and the edges of the drawing."""
    found = []
    for label in scene.labels:
        box, words = label.box, " ".join(label.setting.lines)
        if not (box.left >= 0 and box.top >= 0 and box.right <= scene.width and box.bottom <= scene.height):
            found.append(f"{words} | edge")
        found += [f"{words} | stop {stop.name}" for stop in scene.stops if box.overlaps(stop.box)]
        for track in scene.tracks:
            if any(box.distance_to(point) < track.width / 2 + EASE for point in track.samples()):
                found.append(f"{words} | track {track.line}")
    for one, other in combinations(scene.labels, 2):
        if one.box.overlaps(other.box):
            found.append(f"{one.setting.lines} | {other.setting.lines}")
    return found + [
        f"{one.name} | {other.name}" for one, other in combinations(scene.stops, 2) if one.box.overlaps(other.box)
    ]


@given(st.data(), st.sampled_from(["full", "vertical"]))
@settings(max_examples=150)
def test_given_any_station_names_and_any_progress_then_no_label_touches_anything(data, size):
    routemap = data.draw(maps())
    scene = map_scene(routemap, progress=data.draw(progresses(routemap)), size=size)
    assert collisions(scene) == []


@given(st.data(), st.sampled_from([288.0, 320.0, 360.0, 479.0, 480.0, 640.0, 800.0, 960.0, 1080.0]))
@settings(max_examples=150)
def test_given_any_station_names_and_any_width_then_no_label_of_the_strip_touches_anything(data, width):
    routemap = data.draw(maps())
    scene = map_scene(routemap, progress=data.draw(progresses(routemap)), size="strip", width=width)
    assert scene.height <= 72
    assert collisions(scene) == []


@given(st.data(), st.sampled_from(["full", "vertical"]))
def test_given_any_names_then_every_word_stands_on_the_map(data, size):
    routemap = data.draw(maps())
    written = {"".join(label.setting.lines).replace("-", "") for label in map_scene(routemap, size=size).labels}
    wanted = {"".join(station.short.split()).replace("-", "") for station in routemap.stations}
    assert wanted <= {text.replace(" ", "") for text in written}


@pytest.mark.parametrize("count", range(1, 8))
@pytest.mark.parametrize("size", ["full", "vertical", "strip"])
def test_given_any_number_of_stations_then_each_stands_on_the_main_line(count, size):
    scene = map_scene(a_map([f"Naam {n}" for n in range(count)]), size=size)
    assert [stop.mark for stop in scene.stops if stop.line is Line.MAIN] == [str(n) for n in range(1, count + 1)] or (
        size == "strip" and sum(stop.line is Line.MAIN for stop in scene.stops) == count
    )


def test_given_the_full_map_then_the_side_lines_leave_and_return_where_the_grammar_says():
    scene = map_scene(a_map(), size="full")
    x = {stop.mark: stop.at[0] for stop in scene.stops if stop.line is Line.MAIN}
    ends = {track.line: (track.corners[0], track.corners[-1]) for track in scene.tracks if track.line is not Line.MAIN}
    left, back = ends[Line.INDEX]
    assert x["1"] < left[0] < x["2"] < back[0] < x["3"]
    left, back = ends[Line.FOLLOW]
    assert left[0] == x["5"]
    assert x["4"] < back[0] < x["5"]
    assert sum(track.line is Line.STAIRS for track in scene.tracks) == 5
    assert ends[Line.ACUTE][1] == ends[Line.ORDER][0]


def test_given_a_map_without_a_branch_then_its_line_is_not_drawn():
    scene = map_scene(a_map(sides=()), size="full")
    assert {track.line for track in scene.tracks} == {Line.MAIN, Line.ACUTE, Line.STAIRS, Line.FOLLOW}


def test_given_short_names_then_the_strip_shows_them_all_at_480_and_the_current_one_at_360():
    def names(width):
        scene = map_scene(a_map(), progress=at(3), size="strip", width=width)
        return [label.setting.lines[0] for label in scene.labels]

    assert names(360) == ["Gesprek"]
    assert names(480) == ["Signalen", "Overleg", "Gesprek", "Wegen", "Beslissen"]
