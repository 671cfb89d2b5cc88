"""What somebody typed, read as the words to look for: corrected, taken apart, with other words for the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from routekaart.search.shard import Match, Shard
from routekaart.search.synonyms import Synonyms
from routekaart.search.text import SHORTEST_PART, parts, words

MOST_LETTERS = 100
MOST_WORDS = 12
SYNONYM = 0.9
TOGETHER = 0.9
SURE_PREFIX = 4
TWO_SLIPS_FROM = 8
LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must all be there, and how much they count; of the last word the beginning may be enough."""

    words: tuple[str, ...]
    weight: float = 1.0
    prefix: bool = False


Slot = tuple[Phrase, ...]
"""One thing that is asked, in the ways in which it may be said."""


@dataclass(frozen=True, slots=True)
class Query:
    """The things asked, and the words that were taken for a slip of the pen: as typed, as read."""

    words: tuple[str, ...]
    slots: tuple[Slot, ...]
    corrected: tuple[tuple[str, str], ...] = ()


class Reader:
    """Reads what people type, with the words of these shards."""

    def __init__(self, shards: Sequence[Shard], synonyms: Synonyms) -> None:
        self._shards = shards
        self._synonyms = synonyms

    def is_word(self, word: str) -> bool:
        """Whether a compound may be made of a word."""
        return any(shard.is_part(word) for shard in self._shards) or word in self._synonyms.words

    def read(self, text: str) -> Query:
        """The words to look for."""
        typed = tuple(words(text[:MOST_LETTERS])[:MOST_WORDS])
        corrected: dict[str, str] = {}
        for at, word in enumerate(typed):
            if not self._is_known(word, last=at == len(typed) - 1) and (better := self._nearest(word)):
                corrected[word] = better
        asked = tuple(corrected.get(word, word) for word in typed)
        return Query(asked, tuple(self._slots(asked, set(corrected.values()))), tuple(corrected.items()))

    def _is_known(self, word: str, *, last: bool) -> bool:
        if any(shard.knows(word) for shard in self._shards) or self._synonyms.knows(word) or parts(word, self.is_word):
            return True
        return last and len(word) >= SURE_PREFIX and any(shard.has_prefix(word) for shard in self._shards)

    def _nearest(self, word: str) -> str | None:
        """The word that is one or, for a longer word, two slips away; of equals the one that stands most often."""
        if not SHORTEST_PART <= len(word) <= LONGEST_WORD or word[0].isdigit():
            return None
        most = 2 if len(word) >= TWO_SLIPS_FROM else 1
        found: dict[str, int] = {}
        for vocabulary in (*(shard.words for shard in self._shards), tuple(sorted(self._synonyms.words))):
            near = process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=most, limit=5)
            found |= {one: int(slips) for one, slips, _ in near if slips == 1 or one[0] == word[0]}
        return min(found, key=lambda one: (found[one], one[0] != word[0], -self._count(one), one), default=None)

    def _count(self, word: str) -> int:
        return sum(shard.count(shard.like(word)) for shard in self._shards)

    def _slots(self, asked: tuple[str, ...], guessed: set[str]) -> Iterator[Slot]:
        at = 0
        while at < len(asked):
            phrase, meant = self._synonyms.at(asked[at:])
            taken = phrase or asked[at : at + 1]
            last = at + len(taken) == len(asked)
            worth = Match.TYPO if guessed & set(taken) else 1.0
            yield (
                Phrase(taken, worth, prefix=last and not meant),
                *(Phrase(words, SYNONYM * worth) for words in meant),
                *self._apart(taken, worth),
                *self._together(asked, at, worth),
            )
            at += len(taken)

    def _apart(self, taken: tuple[str, ...], worth: float) -> Iterator[Phrase]:
        """The parts of a compound that nobody wrote here, and of two words what they are together."""
        if len(taken) == 1 and not any(shard.knows(taken[0]) for shard in self._shards):
            found = parts(taken[0], self.is_word)
            if found:
                yield Phrase(found, TOGETHER * worth)
                phrase, meant = self._synonyms.at(found)
                yield from (Phrase(words, SYNONYM * TOGETHER * worth) for words in meant if phrase == found)
            yield from (Phrase((part,), Match.PART * worth) for part in found)

    def _together(self, asked: tuple[str, ...], at: int, worth: float) -> Iterator[Phrase]:
        """This word and a neighbour as one: "huis verbod"."""
        for first in (at - 1, at):
            pair = asked[first : first + 2] if first >= 0 else ()
            if len(pair) == 2 and any("".join(pair) in shard for shard in self._shards):
                yield Phrase(("".join(pair),), TOGETHER * worth)
