"""Whether a region's colours can be read on its pages, and the nearest that can. Colours are "#rrggbb"."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable

PAPER, CARD, INK = "#f7f5f0", "#ffffff", "#16243a"
GROUNDS = (PAPER, CARD, "#fbeae8", "#fff4d9", "#e6f1e4")
"""What links stand on in light: paper, card, and the soft grounds of danger, here and follow in tokens.css."""
ENOUGH = 4.5
"""The contrast that WCAG 2 asks of text (1.4.3)."""
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_STEPS = 255
_SOFT, _STRONG = 0.11, 0.25
_RED, _NEAR_RED = 3 / 360, 15 / 360


def is_colour(text: str) -> bool:
    """Whether this is how a colour is written."""
    return _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white), as WCAG 2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, into: str, share: float) -> str:
    """A colour with a share of it put into another."""
    pairs = zip(_parts(colour), _parts(into), strict=True)
    return "#" + "".join(f"{round(other + (own - other) * share):02x}" for own, other in pairs)


def soft(line: str) -> str:
    """The pale ground that goes with a line colour."""
    return mixed(line, "#ffffff", _SOFT)


def strong(line: str) -> str:
    """The darker form of a line colour, for what the pointer is on."""
    return mixed(line, "#000000", 1 - _STRONG)


def line_contrast(line: str) -> float:
    """The contrast of a line colour on the ground where it is least."""
    return min(contrast(line, ground) for ground in (*GROUNDS, soft(line)))


def here_contrast(here: str) -> float:
    """The contrast of the dark text that stands on an accent."""
    return contrast(INK, here)


def nearest_line(line: str) -> str:
    """The same colour, only as much darker as it takes to be read; itself when it can be read."""
    return _nearest(line, "#000000", line_contrast)


def nearest_here(here: str) -> str:
    """The same colour, only as much lighter as it takes to carry dark text; itself when it can."""
    return _nearest(here, "#ffffff", here_contrast)


def looks_like_danger(colour: str) -> bool:
    """Whether people would take it for the red that means danger here."""
    hue, saturation, value = colorsys.rgb_to_hsv(*(part / 255 for part in _parts(colour)))
    away = abs(hue - _RED)
    return min(away, 1 - away) <= _NEAR_RED and saturation >= 0.5 and value >= 0.5


def _nearest(colour: str, end: str, reached: Callable[[str], float]) -> str:
    tried = (mixed(end, colour, step / _STEPS) for step in range(_STEPS + 1))
    return next(one for one in tried if reached(one) >= ENOUGH)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _shares(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _shares(colour: str) -> list[float]:
    return [part / 255 for part in _parts(colour)]


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
