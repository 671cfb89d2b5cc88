"""What can be found in a note, and what is known not to identify anybody."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What somebody can be recognised by."""

    NAME = "naam"
    BSN = "bsn"
    BIRTH_DATE = "geboortedatum"
    PHONE = "telefoon"
    ADDRESS = "adres"
    EMAIL = "e-mail"
    POSTCODE = "postcode"


_WORD = {
    Kind.NAME: "een naam",
    Kind.BSN: "een burgerservicenummer (BSN)",
    Kind.BIRTH_DATE: "een geboortedatum",
    Kind.PHONE: "een telefoonnummer",
    Kind.ADDRESS: "een adres",
    Kind.EMAIL: "een e-mailadres",
    Kind.POSTCODE: "een postcode",
}


@dataclass(frozen=True, slots=True)
class Identifying:
    """Something in a note by which somebody could be recognised: `text`, from `start` up to `end`."""

    kind: Kind
    start: int
    end: int
    text: str = field(repr=False)

    @classmethod
    def at(cls, kind: Kind, text: str, start: int, end: int) -> "Identifying":
        """Found in `text` from `start` up to `end`."""
        return cls(kind, start, end, text[start:end])

    @property
    def word(self) -> str:
        """As its kind is called in a sentence: "een naam"."""
        return _WORD[self.kind]


@dataclass(frozen=True, slots=True)
class Known:
    """Names of partners and places, and their numbers and addresses: they identify nobody in a case."""

    phrases: dict[str, tuple[tuple[str, ...], ...]]
    phones: frozenset[str]
    emails: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str] = (), phones: Iterable[str] = (), emails: Iterable[str] = ()) -> "Known":
        """From names, phone numbers and e-mail addresses as the directory has them; to be built once per revision."""
        phrases: dict[str, set[tuple[str, ...]]] = {}
        for name in names:
            if words := tuple(plain(word.text) for word in words_of(name)):
                phrases.setdefault(words[0], set()).add(words)
        longest_first = {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()}
        return cls(longest_first, frozenset(map(digits, phones)), frozenset(email.lower() for email in emails))


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands."""

    text: str
    start: int
    end: int


WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


def words_of(text: str) -> list[Word]:
    """The words of a text, hyphens and apostrophes inside them included."""
    return [_word(match[0], match.start()) for match in WORD.finditer(text)]


def _word(text: str, start: int) -> Word:
    """Without the genitive: "Fatima's" is Fatima."""
    bare = text[:-2] if text.endswith(("'s", "’s")) and len(text) > 2 else text
    return Word(bare, start, start + len(bare))


def plain(word: str) -> str:
    """Small letters without accents: the form in which words are compared."""
    lowered = word.replace("İ", "i").lower().replace("ı", "i").replace("ł", "l").replace("’", "'")
    if lowered.isascii():
        return lowered
    return "".join(char for char in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(char))


def digits(phone: str) -> str:
    """The digits of a Dutch phone number in its national form."""
    found = "".join(char for char in phone if char.isdigit())
    for country in ("0031", "31"):
        if found.startswith(country) and len(found) >= len(country) + 9:
            return "0" + found.removeprefix(country).removeprefix("0")
    return found
