"""The index of a set of entries. It never changes, so maps that share entries share it."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import islice

from routekaart.search.entry import Entry
from routekaart.search.text import SHORTEST_PART, parts, stems, words

Name = tuple[str, ...]
SHORTEST_PREFIX = 3
MOST_PREFIXED = 30


class Field(IntEnum):
    """Where in an entry a word stands; the best place counts."""

    INSIDE = 0
    TEXT = 1
    ALSO = 2
    TITLE = 3


WEAK = (0.4, 1.0)
STRONG = (2.8, 3.0)
"""What a word is worth inside or in the text, and as another name or in the title."""


class Match:
    """How much a likeness between a word that is asked and a word that is there counts."""

    EXACT = 1.0
    DUTCH = 0.85
    PORTER = 0.75
    PART = 0.55
    PREFIX = 0.5
    TYPO = 0.45


class Shard:
    """Entries with, for every word, where it stands. `known` are further words that compounds may be made of."""

    def __init__(self, entries: Iterable[Entry], known: Container[str] = frozenset()) -> None:
        self.entries = tuple(entries)
        places, titles = _places(self.entries)
        self.words: tuple[str, ...] = tuple(sorted(places))
        self._at = {word: at for at, word in enumerate(self.words)}
        self.titles = tuple(tuple(self._at[word] for word in title) for title in titles)
        self.names = tuple(tuple(tuple(words(name)) for name in (one.title, *one.also)) for one in self.entries)
        self._strong = tuple(array("I", _of(places[word], strong=True)) for word in self.words)
        self._weak = tuple(array("I", _of(places[word], strong=False)) for word in self.words)
        self._dutch = _grouped((stems(word).dutch, at) for at, word in enumerate(self.words))
        self._porter = _grouped((stems(word).porter, at) for at, word in enumerate(self.words))
        self._parts = _grouped(self._parts_of(known))

    def __contains__(self, word: str) -> bool:
        return word in self._at

    def __len__(self) -> int:
        return len(self.entries)

    def like(self, word: str, *, prefix: bool = False) -> Mapping[int, float]:
        """The words here that are like a word (their numbers), each with how much the likeness counts."""
        found: dict[int, float] = {}
        if prefix and len(word) >= SHORTEST_PREFIX:
            found |= dict.fromkeys(islice(self._beginning_with(word), MOST_PREFIXED), Match.PREFIX)
        both = stems(word)
        found |= dict.fromkeys(self._parts.get(both.dutch, ()), Match.PART)
        found |= dict.fromkeys(self._porter.get(both.porter, ()), Match.PORTER)
        found |= dict.fromkeys(self._dutch.get(both.dutch, ()), Match.DUTCH)
        if word in self._at:
            found[self._at[word]] = Match.EXACT
        return found

    def knows(self, word: str) -> bool:
        """Whether a word, or one of the same stem, stands here, perhaps inside another."""
        both = stems(word)
        return word in self._at or both.dutch in self._dutch or both.porter in self._porter or both.dutch in self._parts

    def is_part(self, word: str) -> bool:
        """Whether a compound may be made of it: a word here, or the stem of one."""
        return word in self._at or word in self._dutch

    def has_prefix(self, word: str) -> bool:
        """Whether some word here begins with this one."""
        return next(self._beginning_with(word), None) is not None

    def scores(self, like: Mapping[int, float], most: int) -> dict[int, float]:
        """Entries (their numbers) that hold one of these words, with what the best of them is worth.

        Titles and names come first, and the words that are most alike; no more than `most` entries are looked at,
        since a word that is nearly everywhere says little.
        """
        found: dict[int, float] = {}
        ordered = sorted(like.items(), key=lambda pair: -pair[1])
        for at, weight in ordered:
            for place in islice(self._strong[at], most - min(most, len(found))):
                worth = weight * STRONG[place & 1]
                if worth > found.get(place >> 1, 0.0):
                    found[place >> 1] = worth
        for at, weight in ordered:
            for place in islice(self._weak[at], most - min(most, len(found))):
                worth = weight * WEAK[place & 1]
                if worth > found.get(place >> 1, 0.0):
                    found[place >> 1] = worth
        return found

    def scores_among(self, like: Mapping[int, float], candidates: Collection[int]) -> dict[int, float]:
        """The same, only for these entries."""
        found: dict[int, float] = {}
        for at, weight in like.items():
            for entry, worth in self._worths(at, candidates):
                if worth * weight > found.get(entry, 0.0):
                    found[entry] = worth * weight
        return found

    def _worths(self, at: int, candidates: Collection[int]) -> Iterator[tuple[int, float]]:
        """What a word is worth in each of these entries, by the shorter way: through its places, or through them."""
        for places, worths in ((self._weak[at], WEAK), (self._strong[at], STRONG)):
            if len(places) < 4 * len(candidates):
                yield from ((place >> 1, worths[place & 1]) for place in places if place >> 1 in candidates)
            else:
                yield from ((entry, worth) for entry in candidates if (worth := _worth(places, worths, entry)))

    def count(self, like: Iterable[int]) -> int:
        """In how many places these words stand."""
        return sum(len(self._weak[at]) + len(self._strong[at]) for at in like)

    def _beginning_with(self, word: str) -> Iterator[int]:
        at = bisect_left(self.words, word)
        while at < len(self.words) and self.words[at].startswith(word):
            yield at
            at += 1

    def _parts_of(self, known: Container[str]) -> Iterator[tuple[str, int]]:
        def is_word(word: str) -> bool:
            return self.is_part(word) or word in known

        for at, word in enumerate(self.words):
            if len(word) >= 2 * SHORTEST_PART and not word[0].isdigit():
                for part in parts(word, is_word):
                    yield stems(part).dutch, at


def _places(entries: Sequence[Entry]) -> tuple[Mapping[str, dict[int, Field]], list[tuple[str, ...]]]:
    """For every word the entries that hold it, each with the best place; and the words of every title."""
    places: dict[str, dict[int, Field]] = defaultdict(dict)
    titles: list[tuple[str, ...]] = []
    for number, entry in enumerate(entries):
        title = tuple(dict.fromkeys(words(entry.title)))
        titles.append(title)
        for field, found in (
            (Field.INSIDE, words(entry.inside)),
            (Field.TEXT, words(entry.text)),
            (Field.ALSO, [word for text in entry.also for word in words(text)]),
            (Field.TITLE, title),
        ):
            for word in found:
                places[word][number] = field
    return places, titles


def _of(found: Mapping[int, Field], *, strong: bool) -> Iterator[int]:
    """Entries with the place of a word in the last bit."""
    return (number << 1 | (field & 1) for number, field in found.items() if (field >= Field.ALSO) is strong)


def _worth(places: array[int], worths: tuple[float, float], entry: int) -> float:
    at = bisect_left(places, entry << 1)
    return worths[places[at] & 1] if at < len(places) and places[at] >> 1 == entry else 0.0


def _grouped(pairs: Iterable[tuple[str, int]]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for key, at in pairs:
        found.setdefault(key, []).append(at)
    return {key: tuple(dict.fromkeys(ats)) for key, ats in found.items()}
