"""Recovery codes: for who has lost the telephone. Each counts once; a keyed hash of each is kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets

COUNT = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without what looks alike on paper."""
LENGTH = 10


def new_codes() -> tuple[str, ...]:
    """Ten codes to print or write down, in two groups each."""
    half = LENGTH // 2
    texts = ("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(COUNT))
    return tuple(f"{text[:half]}-{text[half:]}" for text in texts)


def kept(codes: tuple[str, ...], key: bytes) -> str:
    """Codes as an account keeps them. `key` is this installation's for the second step."""
    return "\n".join(_hash(code, key) for code in codes)


def without(stored: str, code: str, key: bytes) -> str | None:
    """What is left after this code was used; None when it is none of them."""
    lines = stored.split()
    given = _hash(code, key)
    return "\n".join(one for one in lines if one != given) if given in lines else None


def _hash(code: str, key: bytes) -> str:
    plain = "".join(letter for letter in code.lower() if letter in LETTERS)
    return hmac.digest(key, f"routekaart recovery {plain}".encode(), hashlib.sha256).hex()
