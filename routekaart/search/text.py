"""Dutch words as a search sees them: folded, stemmed twice, compounds taken apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from threading import Lock
from typing import Any, NamedTuple

_WORD = re.compile(r"0\d[\d \-]{4,}\d|[^\W_]+")
_NUMBER = re.compile(r"[ \-]")
SHORTEST_PART = 4
LINKING = ("", "s", "en", "n", "e")
WHOLE = (
    *("gebaar", "gebaren", "gebied", "geboor", "gebor", "gedrag", "gegeven", "geheim", "gelijk", "gespre"),
    *("gevoel", "gevolg", "geweld", "gezag", "gezich", "gezin", "letsel"),
)
WORDS_REMEMBERED = 100_000
_SAY_LITTLE = """
    aan al als ben bent bij dan dat de deze die dit door een en er haar had heb hebben heeft hem het hij hoe hun ik in
    is je jij jou jouw kan kun kunt maar mag me met mij mijn moet moeten naar nog nu of om onze ons ook op over te toch
    tot u uit uw van voor waar wanneer wat we welke wel werd wie wij wil word wordt worden zal ze zich zij zijn zo zou
"""
STOPWORDS = frozenset(_SAY_LITTLE.split())


class Token(NamedTuple):
    """A word of a text: where it stands, and how it is looked up."""

    start: int
    end: int
    word: str


class Stems(NamedTuple):
    """The stems of a word by both Dutch stemmers: Kraaij-Pohlmann, and the older one after Porter."""

    dutch: str
    porter: str


@lru_cache(maxsize=WORDS_REMEMBERED)
def fold(word: str) -> str:
    """Without accents and capitals; a telephone number without blanks."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NUMBER.sub("", bare)


def tokens(text: str) -> Iterator[Token]:
    """Every word of a text, stop words too, in order."""
    for found in _WORD.finditer(text):
        yield Token(found.start(), found.end(), fold(found[0]))


def words(text: str) -> list[str]:
    """The words of a text that say something."""
    return [word for found in _WORD.findall(text) if (word := fold(found)) not in STOPWORDS]


_one_at_a_time = Lock()  # a stemmer holds the word that it works on


@lru_cache(maxsize=1)
def _stemmers() -> tuple[Any, Any]:
    import snowballstemmer  # loads thirty languages: not before somebody searches

    return snowballstemmer.stemmer("dutch"), snowballstemmer.stemmer("dutch_porter")


@lru_cache(maxsize=WORDS_REMEMBERED)
def stems(word: str) -> Stems:
    """Both stems of a folded word; a number is its own stem.

    Kraaij-Pohlmann takes ge- for the beginning of a participle: it makes "zin" of "gezin" and "wel" of "geweld". Nouns
    that begin like that keep it.
    """
    if word[0].isdigit():
        return Stems(word, word)
    with _one_at_a_time:
        dutch, porter = (str(stemmer.stemWord(word)) for stemmer in _stemmers())
    if porter.startswith(WHOLE):
        porter = porter[:-1] if porter[-2:-1] == porter[-1] else porter
        return Stems(porter, porter)
    return Stems(dutch, porter)


def parts(word: str, is_word: Callable[[str], bool]) -> tuple[str, ...]:
    """The known words that a compound is made of, longest first part first; empty when it is none.

    "kindermishandeling" → "kinder", "mishandeling"; a linking s, e, n or en may stand between them.
    """
    for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        head, tail = word[:cut], word[cut:]
        if is_word(tail) and (found := _first_part(head, is_word)):
            return (*found, tail)
    return ()


def _first_part(head: str, is_word: Callable[[str], bool]) -> tuple[str, ...]:
    for link in LINKING:
        bare = head.removesuffix(link) if link else head
        if len(bare) >= SHORTEST_PART and head.endswith(link) and is_word(bare):
            return (bare,)
    return parts(head, is_word) if len(head) >= 2 * SHORTEST_PART else ()
