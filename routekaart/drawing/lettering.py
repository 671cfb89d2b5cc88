"""How wide words are in our typeface, and how they are set within a lane."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import inf

from routekaart.drawing.advances import ADVANCES

UNKNOWN_ADVANCE = 1000
SIZES = (17.0, 16.0, 15.0, 14.0, 13.0)
LEADING = 1.2
EASY_LINES = 2


@cache
def _advances(weight: int) -> dict[str, int]:
    return {character: width for width, characters in ADVANCES[weight].items() for character in characters}


def text_width(text: str, size: float, weight: int = 700) -> float:
    """Width in user units at this size; a character that is not in the table counts as a whole em."""
    known = _advances(weight)
    return sum(known.get(character, UNKNOWN_ADVANCE) for character in text) * size / 1000


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text set in lines at a size."""

    lines: tuple[str, ...]
    size: float

    @property
    def width(self) -> float:
        """Width of the widest line, measured in the boldest weight."""
        return max((text_width(line, self.size) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return len(self.lines) * self.size * LEADING


def fit(text: str, lane: float, sizes: tuple[float, ...] = SIZES, lines: float = EASY_LINES) -> Lettering:
    """Set a text in a lane: whole words in at most `lines` lines, smaller when needed; only then break words."""
    for size in sizes:
        setting = Lettering(_wrap(text.split(), lane, size), size)
        if setting.width <= lane and len(setting.lines) <= lines:
            return setting
    pieces = [piece for word in text.split() for piece in _broken(word, lane, sizes[-1])]
    return Lettering(_wrap(pieces, lane, sizes[-1]), sizes[-1])


def on_one_line(text: str, lane: float, sizes: tuple[float, ...] = SIZES) -> Lettering | None:
    """The text on one line at the largest size that fits, if any does."""
    words = " ".join(text.split())
    size = next((size for size in sizes if text_width(words, size) <= lane), None)
    return Lettering((words,), size) if size else None


def _wrap(words: list[str], lane: float, size: float) -> tuple[str, ...]:
    """Words in as few lines as the lane allows, the lines as even as that number allows."""
    lines = _greedy(words, lane, size)
    widest = max((text_width(word, size) for word in words), default=0.0)
    narrower = max(widest, text_width(" ".join(words), size) / max(1, len(lines)))
    while narrower < lane:
        even = _greedy(words, narrower, size)
        if len(even) <= len(lines):
            return even
        narrower += size / 2
    return lines


def _greedy(words: list[str], lane: float, size: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words:
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size) <= lane:
            lines[-1] = joined
        else:
            lines.append(word)
    return tuple(lines)


def _broken(word: str, lane: float, size: float) -> list[str]:
    """A word in pieces that fit the lane, each but the last with a hyphen; at least one character a piece."""
    pieces = [""]
    room = lane - text_width("-", size) if text_width(word, size) > lane else inf
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size) > room:
            pieces.append("")
        pieces[-1] += character
    return [*(piece if piece.endswith("-") else piece + "-" for piece in pieces[:-1]), pieces[-1]]
