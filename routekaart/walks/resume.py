"""A code: 128 random bits as twelve Dutch words, and as the value of a cookie.

Twelve words of a list of 2048 hold 132 bits: the secret and a check of 4 bits, which differs per kind of code. No word
of the list becomes another one by changing, adding, leaving out or swapping letters once, nor does it sound the same,
so nearly every slip is found in its own word, and that word can be named.
Why words: docs/decisions/0010-resume-code.md.
"""

import base64
import hashlib
import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import OSA

SECRET_SIZE = 16
WORDS = 12
BITS = 11
CHECK_BITS = WORDS * BITS - SECRET_SIZE * 8
SEPARATORS = re.compile(r"[^a-z]+")


class Kind(Enum):
    """What a code opens; its value goes into the check."""

    WALK = b"routekaart resume code"
    SHARE = b"routekaart share code"


@dataclass(frozen=True, slots=True)
class WrongWord:
    """A word that is not in the list: its place (from 1), as typed, and the nearest word that is."""

    place: int
    typed: str
    suggestion: str | None


@dataclass(eq=False)
class Mistyped(Exception):
    """A code that cannot be right. `count`: how many words were typed; `wrong`: which of the first twelve do not exist.

    With twelve words that all exist, a word was taken for another or stands in the wrong place.
    """

    count: int
    wrong: tuple[WrongWord, ...] = field(default=())


class OtherKind(Mistyped):
    """Twelve words that do not fit, but would as a code of another kind: most likely it is one."""


class Tampered(Exception):
    """A cookie that this site did not make."""


def new_secret() -> bytes:
    """The secret of a new code: 128 bits."""
    return secrets.token_bytes(SECRET_SIZE)


def to_words(secret: bytes, kind: Kind = Kind.WALK) -> tuple[str, ...]:
    """The twelve words to write down."""
    number = int.from_bytes(secret, "big") << CHECK_BITS | _check(secret, kind)
    return tuple(_words()[number >> BITS * place & (1 << BITS) - 1] for place in reversed(range(WORDS)))


def from_words(text: str, kind: Kind = Kind.WALK) -> bytes:
    """The secret of a typed code; capitals, accents, hyphens, digits and line ends do not matter.

    Raises Mistyped, or OtherKind.
    """
    typed = _split(text)
    wrong = tuple(_wrong(place, word) for place, word in enumerate(typed[:WORDS], start=1) if word not in _places())
    if wrong or len(typed) != WORDS:
        raise Mistyped(len(typed), wrong)
    number = 0
    for word in typed:
        number = number << BITS | _places()[word]
    secret = (number >> CHECK_BITS).to_bytes(SECRET_SIZE, "big")
    fitting = {one for one in Kind if number & (1 << CHECK_BITS) - 1 == _check(secret, one)}
    if kind not in fitting:
        raise OtherKind(len(typed)) if fitting else Mistyped(len(typed))
    return secret


def to_cookie(secret: bytes) -> str:
    """The secret as the value of a cookie."""
    return base64.urlsafe_b64encode(secret).rstrip(b"=").decode()


def from_cookie(value: str) -> bytes:
    """The secret in a cookie. Raises Tampered."""
    try:
        secret = base64.b64decode(value.encode("ascii") + b"==", altchars=b"-_", validate=True)
    except ValueError as error:
        raise Tampered from error
    if len(secret) != SECRET_SIZE or to_cookie(secret) != value:
        raise Tampered
    return secret


def _check(secret: bytes, kind: Kind) -> int:
    return hashlib.sha256(kind.value + secret).digest()[0] >> 8 - CHECK_BITS


def _split(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return [word for word in SEPARATORS.split(letters) if word]


def _wrong(place: int, typed: str) -> WrongWord:
    near = process.extractOne(typed, _words(), scorer=OSA.distance, score_cutoff=2)
    return WrongWord(place, typed, near[0] if near else None)


@cache
def _words() -> tuple[str, ...]:
    return tuple((files("routekaart.walks") / "words" / "resume.txt").read_text("utf-8").split())


@cache
def _places() -> dict[str, int]:
    return {word: place for place, word in enumerate(_words())}
