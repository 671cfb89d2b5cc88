"""What our typeface cannot draw is written out, so that a note is read in full, whatever was typed in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Set
from pathlib import Path

WRITTEN = {
    "→": "->",
    "←": "<-",
    "⇒": "=>",
    "✓": "[vinkje]",
    "✔": "[vinkje]",
    "☑": "[vinkje]",
    "✗": "[kruisje]",
    "✘": "[kruisje]",
    "☐": "[vakje]",
    "≤": "<=",
    "≥": ">=",
    "≈": "ca. ",
    "\t": " ",
}
LAYOUT = "\n"


def letters_of(fonts: Iterable[Path]) -> frozenset[int]:
    """The code points that these font files draw."""
    from fontTools.ttLib import TTFont

    return frozenset(code for path in fonts for code in TTFont(path).getBestCmap())


def printable(html: str, letters: Set[int]) -> str:
    """A page in which every letter can be drawn; control characters are left out."""
    html = unicodedata.normalize("NFC", html)
    missing = {letter for letter in html if ord(letter) not in letters and letter not in LAYOUT}
    return html.translate({ord(letter): _written(letter, letters) for letter in missing})


def _written(letter: str, letters: Set[int]) -> str:
    if letter in WRITTEN:
        return WRITTEN[letter].replace("<", "&lt;").replace(">", "&gt;")
    if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Mn"):
        return ""
    plain = unicodedata.normalize("NFKC", letter)
    if plain != letter and all(ord(part) in letters for part in plain):
        return plain.replace("&", "&amp;").replace("<", "&lt;")
    return f"[teken U+{ord(letter):04X}]"
