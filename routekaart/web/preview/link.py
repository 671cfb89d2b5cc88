"""A link to a draft for whoever is asked to look at it: signed, without an account, and over after two weeks."""

from __future__ import annotations

import base64
import hmac
from datetime import UTC, datetime, timedelta

LASTS = timedelta(days=14)


def token(slug: str, *, key: bytes, now: datetime) -> str:
    """What opens the draft of a region until two weeks from now."""
    said = f"{slug}~{int((now + LASTS).timestamp())}"
    return f"{said}~{_signature(said, key)}"


def opened(token: str, *, key: bytes, now: datetime) -> str | None:
    """The region that a token opens; None when it was altered or its time is over."""
    said, _, signature = token.rpartition("~")
    if not hmac.compare_digest(signature.encode(), _signature(said, key).encode()):
        return None
    slug, _, until = said.rpartition("~")
    return slug if datetime.fromtimestamp(int(until), UTC) > now else None


def _signature(said: str, key: bytes) -> str:
    return base64.urlsafe_b64encode(hmac.digest(key, said.encode(), "sha256")[:18]).decode()
