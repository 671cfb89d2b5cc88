"""Codes of six digits that an app on a telephone makes (TOTP, RFC 6238): SHA-1, 30 seconds, as every app knows it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from datetime import datetime
from urllib.parse import quote, urlencode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP

SECONDS = 30
DIGITS = 6
SKEW = 1
"""Steps that a clock may be off, to either side."""

ISSUER = "Routekaart"


class BadSeal(Exception):
    """Not sealed here, or for another account."""


def new_secret() -> bytes:
    """A secret to share with an app."""
    return secrets.token_bytes(20)


def spelled(secret: bytes) -> str:
    """A secret as one types it in an app: base32, in groups of four."""
    text = base64.b32encode(secret).decode()
    return " ".join(text[place : place + 4] for place in range(0, len(text), 4))


def address(secret: bytes, email: str) -> str:
    """What the QR code holds."""
    query = urlencode({"secret": spelled(secret).replace(" ", ""), "issuer": ISSUER})
    return f"otpauth://totp/{ISSUER}:{quote(email)}?{query}"


def code_at(secret: bytes, step: int) -> str:
    """The code of a time step."""
    return HOTP(secret, DIGITS, SHA1(), enforce_key_length=False).generate(step).decode()


def step_of(secret: bytes, code: str, *, now: datetime, after: int) -> int | None:
    """The time step that a code belongs to, later than `after`; None when it is no code of about now."""
    given = "".join(code.split())
    current = int(now.timestamp()) // SECONDS
    steps = range(current - SKEW, current + SKEW + 1)
    found = [one for one in steps if hmac.compare_digest(code_at(secret, one).encode(), given.encode())]
    return next((one for one in found if one > after), None)


def seal(secret: bytes, account: int, key: bytes) -> bytes:
    """A secret as it is kept, and as it waits in a form: for one account. `key` is this installation's."""
    nonce = secrets.token_bytes(12)
    return nonce + AESGCM(_cipher_key(key)).encrypt(nonce, secret, str(account).encode())


def unseal(sealed: bytes, account: int, key: bytes) -> bytes:
    """The secret again. Raises BadSeal."""
    try:
        return AESGCM(_cipher_key(key)).decrypt(sealed[:12], sealed[12:], str(account).encode())
    except (InvalidTag, ValueError) as error:
        raise BadSeal from error


def _cipher_key(key: bytes) -> bytes:
    return hmac.digest(key, b"routekaart totp seal", hashlib.sha256)
