"""Passwords: kept as argon2id, and refused when they are easy to guess."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LEAST = 12
MOST = 128
ENOUGH_GUESSES = 10**9
KNOWN_HERE = (
    *("wachtwoord", "welkom", "geheim", "bureau", "inloggen", "aanmelden", "routekaart", "meldcode", "veiligthuis"),
    *("veilig", "thuis", "regio", "gemeente", "nederland", "lente", "zomer", "herfst", "winter", "januari", "februari"),
    *("maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", "maandag"),
    *("dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
)
"""What somebody here would think of first, besides the lists of the library."""

_hasher = PasswordHasher()


class Weak(StrEnum):
    """Why a password is refused."""

    SHORT = "short"
    LONG = "long"
    ADDRESS = "address"
    COMMON = "common"


def weakness(password: str, email: str) -> Weak | None:
    """Why a password will not do for this account; None when it will."""
    if len(password) < LEAST:
        return Weak.SHORT
    if len(password) > MOST:
        return Weak.LONG
    if password.casefold() in (email.casefold(), email.casefold().partition("@")[0]):
        return Weak.ADDRESS
    # 14 MB of word lists: only for who sets a password.
    from zxcvbn import zxcvbn

    parts = email.replace("@", " ").replace(".", " ").replace("-", " ").split()
    found = zxcvbn(_normal(password), user_inputs=[email, *parts, *KNOWN_HERE], max_length=2 * MOST)
    return None if found["guesses"] >= ENOUGH_GUESSES else Weak.COMMON


def hashed(password: str) -> str:
    """A password as it is kept."""
    return _hasher.hash(_normal(password))


def matches(stored: str | None, password: str) -> bool:
    """Whether it is the password; takes as long when there is none. Call it outside a transaction: it is slow."""
    try:
        return _hasher.verify(stored or _nobodys(), _normal(password)[: 4 * MOST]) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return _hasher.hash("")


def _normal(password: str) -> str:
    """The same letters give the same password, on whatever keyboard."""
    return unicodedata.normalize("NFKC", password)
