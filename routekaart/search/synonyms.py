"""Other words for the same: "AMK" finds Veilig Thuis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from routekaart.search.text import stems, words

Phrase = tuple[str, ...]


class Synonyms:
    """Phrases, found by their stems, each with the phrases that are looked for as well."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        found: dict[Phrase, dict[Phrase, None]] = {}
        vocabulary: set[str] = set()
        for asked, meant in pairs:
            phrase = tuple(words(asked))
            vocabulary.update(phrase)
            for key in _keys(phrase):
                found.setdefault(key, {})[tuple(words(meant))] = None
        self._meant: Mapping[Phrase, tuple[Phrase, ...]] = {key: tuple(value) for key, value in found.items()}
        self._longest = max(map(len, self._meant), default=0)
        self._stems = {stem for phrase in self._meant for stem in phrase}
        self.words = frozenset(vocabulary)

    def at(self, asked: Sequence[str]) -> tuple[Phrase, tuple[Phrase, ...]]:
        """The longest phrase at the beginning of these words that has other words, with those words; or two empty."""
        for length in range(min(self._longest, len(asked)), 0, -1):
            phrase = tuple(asked[:length])
            if meant := dict.fromkeys(one for key in _keys(phrase) for one in self._meant.get(key, ())):
                return phrase, tuple(meant)
        return (), ()

    def knows(self, word: str) -> bool:
        """Whether a word stands in one of the phrases that are asked."""
        return not self._stems.isdisjoint(stems(word))


def _keys(phrase: Sequence[str]) -> Iterable[Phrase]:
    """A phrase by either stemmer."""
    both = [stems(word) for word in phrase]
    return dict.fromkeys([tuple(one.dutch for one in both), tuple(one.porter for one in both)])
