"""Secrets that somebody holds in a cookie or a link; the database knows a keyed hash of each."""

from __future__ import annotations

import hashlib
import hmac
import secrets


def new_token() -> str:
    """A secret of 256 bits, fit for a cookie and an address."""
    return secrets.token_urlsafe(32)


def token_id(token: str, key: bytes) -> bytes:
    """What the database knows a token by."""
    return hmac.digest(key, token.encode(), hashlib.sha256)
