"""The word lists, read at first use; routekaart/walks/words/README.md says where they come from.

A name says when it counts: always, `hoofdletter` (only with a capital), `niet-vooraan` (it is a word too: only with a
capital inside a sentence), `met-aanleiding` (only beside another word that makes it a name).
"""

from functools import cache
from importlib.resources import files


@cache
def first_names() -> dict[str, str]:
    """When each first name counts."""
    return _rules("first_names.txt")


@cache
def surnames() -> dict[str, str]:
    """When each surname counts."""
    return _rules("surnames.txt")


@cache
def not_names() -> frozenset[str]:
    """Words with a capital that are nobody's name."""
    return frozenset(word for line in _lines("not_names.txt") for word in line.split())


def clues(name: str) -> frozenset[str]:
    """The list of that name in clues.txt."""
    return frozenset(_clues()[name])


@cache
def _clues() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in _lines("clues.txt"):
        name, colon, rest = line.partition(": ")
        if colon:
            words = found[name] = []
        words += (rest if colon else line).split()
    return found


def _rules(name: str) -> dict[str, str]:
    return {word: rule for word, _, rule in (line.partition(" ") for line in _lines(name))}


def _lines(name: str) -> list[str]:
    text = (files("routekaart.walks") / "words" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
