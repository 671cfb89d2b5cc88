"""The colours can be told apart, in light and in dark: text 4.5 : 1, borders of controls and lines 3 : 1."""

import re
from itertools import product
from pathlib import Path

import pytest

import routekaart

TOKENS = (Path(routekaart.__file__).parent / "static" / "css" / "tokens.css").read_text()
TEXT = [
    *product(("ink", "muted", "line", "danger", "order", "index", "follow"), ("paper", "card")),
    *product(("ink", "line"), ("line-soft", "danger-soft", "here-soft", "follow-soft")),
    ("danger", "danger-soft"),
    ("on-line", "line"),
    ("on-line", "line-strong"),
    ("on-danger", "danger"),
    ("on-danger", "danger-strong"),
    ("on-here", "here"),
]
SHAPES = [("border", "paper"), ("border", "card"), ("line", "paper")]


def scheme(name: str) -> dict[str, str]:
    """The tokens as they are in light or in dark."""
    blocks = re.findall(r":root \{(.*?)\}", TOKENS, re.DOTALL)
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block)) for block in blocks[:2])
    return light if name == "light" else light | dark


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_given_text_on_its_ground_then_it_can_be_read(name, ink, ground):
    colours = scheme(name)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_given_a_border_or_line_on_its_ground_then_it_can_be_seen(name, shape, ground):
    colours = scheme(name)
    assert contrast(colours[shape], colours[ground]) >= 3
