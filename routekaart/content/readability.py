"""How easy the Dutch of the content reads: the formula of Flesch as Douma (1960) fitted it to Dutch.

206.84 - 0.93 × words per sentence - 0.77 × syllables per 100 words: above 60 reads easily (B1), below 45 is hard.
Syllables are counted by groups of vowels, which is right for nearly all Dutch words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from routekaart.content.freshness import content_files
from routekaart.content.source import Location, read

MOST_WORDS, FEWEST_WORDS = 30, 8
"""More words than that no sentence has; with fewer it is a label rather than a sentence."""
NOT_READ = frozenset(
    {
        *("source", "sources", "schedule_source", "document", "verified_by", "never_says", "as_of"),
        *("name", "organisation", "audience", "value", "website", "street", "town", "postal_code"),
        "translations",  # in other languages
    }
)
"""Keys of what is no running text for professionals: where it was read, names (also of professions), addresses."""
FILES_APART = frozenset({"synonyms.yaml", "municipalities.yaml"})
"""Lists of words and names."""
_VOWELS = re.compile(
    r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|y|[aeiouàáâèéêëìíïòóôöùúûü]", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,:-]*", re.UNICODE)
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(A-ZÀ-Ý0-9{])|\n+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the place that it stands in."""

    file: str
    line: int
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.text))

    @property
    def score(self) -> float:
        """How easy it reads on its own."""
        return flesch_douma(self.words, 1, syllables(self.text))


@dataclass(frozen=True, slots=True)
class Level:
    """How easy a file reads."""

    file: str
    sentences: tuple[Sentence, ...]

    @property
    def score(self) -> float:
        """The figure over all its sentences together."""
        return level_of(self.sentences)

    @property
    def longest(self) -> Sentence:
        """Its longest sentence."""
        return max(self.sentences, key=lambda one: one.words)


def hardest(found: tuple[Level, ...], most: int = 20) -> list[Sentence]:
    """The sentences that read hardest, among those long enough to be one."""
    told = (one for level in found for one in level.sentences if one.words >= FEWEST_WORDS)
    return sorted(told, key=lambda one: one.score)[:most]


def levels(content: Path) -> tuple[Level, ...]:
    """Every file of a content folder with text for professionals. Raises ContentError when one cannot be read."""
    found = []
    for path in content_files(content):
        if path.name not in FILES_APART:
            source = read(path, shown_as=str(path.relative_to(content.parent)))
            texts = _texts(source.data, ())
            sentences = [
                Sentence(source.file, source.line(place), one) for place, text in texts for one in sentences_of(text)
            ]
            found.append(Level(source.file, tuple(sentences)))
    return tuple(level for level in found if level.sentences)


def level_of(sentences: tuple[Sentence, ...]) -> float:
    """The figure over some sentences together."""
    return flesch_douma(
        sum(one.words for one in sentences), len(sentences), sum(syllables(one.text) for one in sentences)
    )


def flesch_douma(words: int, sentences: int, syllable_count: int) -> float:
    """The figure of a text with so many words, sentences and syllables."""
    if not words:
        return 100.0
    return 206.84 - 0.93 * words / sentences - 77 * syllable_count / words


def syllables(text: str) -> int:
    """How many syllables the words of a text have; each word has one at least."""
    return sum(max(1, len(_VOWELS.findall(word))) for word in _WORD.findall(text))


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; a line of its own is one too."""
    return [one for part in _END.split(text) if _WORD.search(one := part.strip())]


def _texts(data: Any, place: Location) -> Iterator[tuple[Location, str]]:
    """Everything of several words that a professional reads, with its place in the file."""
    if isinstance(data, dict):
        if data.get("lang", "nl") != "nl":
            return
        for key, value in data.items():
            if key not in NOT_READ:
                yield from _texts(value, (*place, key))
    elif isinstance(data, list):
        for number, one in enumerate(data):
            yield from _texts(one, (*place, number))
    elif isinstance(data, str) and " " in data.strip():
        yield place, data.strip()
