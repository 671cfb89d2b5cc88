"""Hits in the shards of one map, best first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log

from routekaart.search.entry import Entry, Kind
from routekaart.search.query import Phrase, Query, Reader, Slot
from routekaart.search.shard import Name, Shard
from routekaart.search.synonyms import Synonyms

MANY = 500
ENOUGH = 40
LOOKED_AT = 120
MOST_HITS = 60
LEAST_SHARE = 0.2  # of the best: what scores less is not what was meant
LOCAL = 1.25
WHOLE_TITLE = 0.8
WHOLE_NAME = 1.5
WORTH = {
    Kind.THEME: 1.4,
    Kind.PARTNER: 1.2,
    Kind.STEP: 1.15,
    Kind.SIGNAL: 1.15,
    Kind.PAGE: 1.1,
    Kind.TERM: 0.9,
    Kind.ITEM: 0.75,
    Kind.SERVICE: 0.95,
    Kind.CONTACT: 1.0,
    Kind.AGREEMENT: 0.85,
    Kind.REMARK: 0.55,
}
NAMED = {Kind.THEME, Kind.PARTNER, Kind.STEP, Kind.PAGE, Kind.SIGNAL, Kind.TERM}
Scores = list[dict[int, float]]
Among = Sequence[Collection[int]] | None


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found."""

    entry: Entry
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, best first; the words that were found (folded); and what was read otherwise than it was typed."""

    hits: tuple[Hit, ...] = ()
    words: frozenset[str] = frozenset()
    corrected: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A shard as one map uses it: without the entries (their numbers) that the map words otherwise or does not have."""

    shard: Shard
    hidden: frozenset[int] = frozenset()


class Index:
    """What can be found on one map."""

    def __init__(self, parts: Sequence[Part], synonyms: Synonyms) -> None:
        self.parts = tuple(part for part in parts if len(part.shard))
        self._shards = tuple(part.shard for part in self.parts)
        self._reader = Reader(self._shards, synonyms)

    def __len__(self) -> int:
        return sum(len(part.shard) - len(part.hidden) for part in self.parts)

    def search(self, text: str, municipality: str | None = None) -> Found:
        """What fits what somebody typed; of what holds in some municipalities only what holds in this one."""
        query = self._reader.read(text)
        if not query.slots:
            return Found()
        search = _Search(self._shards, len(self), query)
        search.run()
        return Found(tuple(self._ranked(search, query, municipality)), search.words(), query.corrected)

    def _ranked(self, search: _Search, query: Query, municipality: str | None) -> list[Hit]:
        rows = (
            (score, place, number)
            for place, found in enumerate(search.totals())
            for number, score in found.items()
            if number not in self.parts[place].hidden
        )
        best = nlargest(LOOKED_AT, rows, key=lambda row: row[0])
        hits = [
            Hit(entry, score * _worth(entry, self._shards[place].names[number], query.words, share))
            for score, place, number in best
            if _holds(entry := self._shards[place].entries[number], municipality)
            for share in (search.share_of_title(place, number),)
        ]
        least = max((hit.score for hit in hits), default=0.0) * LEAST_SHARE
        near = [hit for hit in hits if hit.score >= least]
        return sorted(near, key=lambda hit: (-round(hit.score, 6), hit.entry.key))[:MOST_HITS]


class _Search:
    """One search on its way."""

    def __init__(self, shards: Sequence[Shard], size: int, query: Query) -> None:
        self._shards = shards
        self._size = size
        self._query = query
        self._scores: Scores = [{} for _ in shards]
        self._matched: list[dict[int, int]] = [{} for _ in shards]
        self._like: dict[tuple[int, str, bool], Mapping[int, float]] = {}
        self._seen: dict[int, frozenset[int]] = {}

    def run(self) -> None:
        """Rare words first: of a word that is everywhere only the entries that hold a rarer one are looked at."""
        for slot in sorted(self._query.slots, key=self._count):
            among = self._best() if self._count(slot) > MANY else None
            for number, found in enumerate(self._slot(slot, among)):
                scores, matched = self._scores[number], self._matched[number]
                for entry, score in found.items():
                    scores[entry] = scores.get(entry, 0.0) + score
                    matched[entry] = matched.get(entry, 0) + 1

    def _best(self) -> list[Collection[int]] | None:
        """The best entries so far, when they are enough to choose from."""
        if sum(map(len, self._scores)) < ENOUGH:
            return None
        return [
            scores if len(scores) <= LOOKED_AT else set(nlargest(LOOKED_AT, scores, key=lambda entry: scores[entry]))
            for scores in self._scores
        ]

    def totals(self) -> Scores:
        """Scores, less for entries that hold only part of what was asked."""
        asked = len(self._query.slots)
        share = [(count / asked) ** 1.5 for count in range(asked + 1)]
        return [
            {entry: score * share[matched[entry]] for entry, score in scores.items()}
            for scores, matched in zip(self._scores, self._matched, strict=True)
        ]

    def share_of_title(self, shard: int, number: int) -> float:
        """How much of an entry's title was asked, from 0 to 1."""
        title = self._shards[shard].titles[number]
        if shard not in self._seen:
            self._seen[shard] = frozenset(at for (one, *_), like in self._like.items() if one == shard for at in like)
        seen = sum(1 for word in title if word in self._seen[shard])
        return seen / len(title) if title else 0.0

    def words(self) -> frozenset[str]:
        """Every word that was found."""
        return frozenset(self._shards[shard].words[at] for (shard, _, _), like in self._like.items() for at in like)

    def _slot(self, slot: Slot, among: Among) -> Scores:
        best: Scores = [{} for _ in self._shards]
        for phrase in slot:
            found = [self._phrase(shard, phrase, among) for shard in range(len(self._shards))]
            rarity = log(1 + self._size / max(1, sum(map(len, found)))) * phrase.weight
            for kept, new in zip(best, found, strict=True):
                for entry, score in new.items():
                    if score * rarity > kept.get(entry, 0.0):
                        kept[entry] = score * rarity
        return best

    def _phrase(self, shard: int, phrase: Phrase, among: Among) -> dict[int, float]:
        """Entries that hold all words of a phrase."""
        found: dict[int, float] | None = None
        for like in self._likes(shard, phrase):
            if found is not None:
                new = self._shards[shard].scores_among(like, found)
                found = {one: found[one] + new[one] for one in new}
            elif among is not None:
                found = self._shards[shard].scores_among(like, among[shard])
            else:
                found = self._shards[shard].scores(like, MANY)
        return {one: score / len(phrase.words) for one, score in (found or {}).items()}

    def _likes(self, shard: int, phrase: Phrase) -> Iterator[Mapping[int, float]]:
        likes = [self._found(shard, word, phrase.prefix) for word in phrase.words]
        yield from sorted(likes, key=self._shards[shard].count)

    def _found(self, shard: int, word: str, prefix: bool) -> Mapping[int, float]:
        key = (shard, word, prefix)
        if key not in self._like:
            self._like[key] = self._shards[shard].like(word, prefix=prefix)
        return self._like[key]

    def _count(self, slot: Slot) -> int:
        return sum(
            min(shard.count(self._found(number, word, phrase.prefix)) for word in phrase.words)
            for phrase in slot
            for number, shard in enumerate(self._shards)
        )


def _holds(entry: Entry, municipality: str | None) -> bool:
    return municipality is None or not entry.places or municipality in entry.places


def _worth(entry: Entry, names: Sequence[Name], asked: Name, share: float) -> float:
    """More for what is said here, and for what was asked by its name or by much of its title.

    An explanation stays behind the thing that it explains.
    """
    worth = WORTH[entry.kind] * (LOCAL if entry.local else 1.0)
    if entry.kind not in NAMED or asked not in names:
        return worth * (1 + WHOLE_TITLE * share)
    return worth * WHOLE_NAME * (1 + WHOLE_TITLE * (share if entry.kind is Kind.TERM else 1.0))
