from hypothesis import given
from hypothesis import strategies as st

from routekaart.drawing.colours import (
    CARD,
    ENOUGH,
    GROUNDS,
    INK,
    PAPER,
    contrast,
    here_contrast,
    is_colour,
    line_contrast,
    looks_like_danger,
    mixed,
    nearest_here,
    nearest_line,
    soft,
    strong,
)
from tests.web.test_tokens import scheme

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_given_the_grounds_then_they_are_those_of_the_design_tokens():
    light = scheme("light")
    softer = tuple(light[name] for name in ("danger-soft", "here-soft", "follow-soft"))
    assert (light["paper"], f"{light['card']}fff", light["on-here"]) == (PAPER, CARD, INK)
    assert GROUNDS[2:] == softer


def test_given_black_on_white_then_the_contrast_is_as_high_as_it_gets():
    assert round(contrast("#000000", "#ffffff"), 2) == round(contrast("#ffffff", "#000000"), 2) == 21


@given(COLOURS)
def test_given_any_line_colour_then_the_nearest_can_be_read_everywhere_and_is_itself_when_it_can(colour):
    found = nearest_line(colour)
    assert is_colour(found)
    assert all(contrast(found, ground) >= ENOUGH for ground in (*GROUNDS, soft(found)))
    assert contrast("#ffffff", strong(found)) >= ENOUGH
    assert (found == colour) is (line_contrast(colour) >= ENOUGH)


@given(COLOURS)
def test_given_any_accent_then_the_nearest_carries_dark_text_and_is_itself_when_it_can(colour):
    found = nearest_here(colour)
    assert here_contrast(found) >= ENOUGH
    assert (found == colour) is (here_contrast(colour) >= ENOUGH)


@given(COLOURS)
def test_given_the_nearest_then_one_step_less_would_not_do(colour):
    found = nearest_line(colour)
    steps = [mixed("#000000", colour, step / 255) for step in range(256)]
    assert all(line_contrast(one) < ENOUGH for one in steps[: steps.index(found)])


def test_given_the_red_of_danger_and_others_then_only_reds_look_like_it():
    assert all(looks_like_danger(one) for one in ("#b3261e", "#ff0000", "#e2001a", "#c8102e"))
    assert not any(looks_like_danger(one) for one in ("#00616b", "#ffb612", "#e8590c", "#4b0d12", "#c2185b", "#f2d5d3"))
