"""Signed links that let a partner answer once, without an account.

A link holds the random id of its letter and a signature: who has the database cannot make one, and who has the link
learns nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from routekaart.clock import AMSTERDAM
from routekaart.upkeep.asking import APART, Sent, ToAsk
from routekaart.upkeep.tables import PartnerLetterRow

LASTS = APART
_ID, _SIGNATURE = 16, 32


class Why(StrEnum):
    """Why a link opens nothing."""

    ALTERED = "altered"
    EXPIRED = "expired"
    USED = "used"
    GONE = "gone"


class Refused(Exception):
    """A link that opens nothing; `why` says it, and `on` when it was used."""

    def __init__(self, why: Why, on: datetime | None = None) -> None:
        super().__init__(why)
        self.why, self.on = why, on


@dataclass(frozen=True, slots=True)
class Link:
    """A link that opens: of which letter, and which partner may answer."""

    letter: bytes
    slug: str
    partner: str


def new_letter() -> bytes:
    """The id of a letter."""
    return secrets.token_bytes(_ID)


def token(letter: bytes, *, key: bytes) -> str:
    """What stands in the link of a letter; `key` is this installation's for these links."""
    return base64.urlsafe_b64encode(letter + _signature(letter, key)).decode()


def sent(session: Session, letter: bytes, asked: ToAsk, *, now: datetime) -> None:
    """A letter went out."""
    values = {"slug": asked.slug, "partner": asked.partner, "term": asked.term, "sent_at": now}
    session.add(PartnerLetterRow(id=letter, **values, used_at=None))


def opened(session: Session, text: str, *, key: bytes, now: datetime) -> Link:
    """What a link opens. Raises Refused."""
    row = session.get(PartnerLetterRow, _read(text, key))
    if row is None:
        raise Refused(Why.ALTERED)
    if row.used_at is not None:
        raise Refused(Why.USED, row.used_at)
    if now >= row.sent_at + LASTS:
        raise Refused(Why.EXPIRED)
    return Link(row.id, row.slug, row.partner)


def use(session: Session, link: Link, *, now: datetime) -> None:
    """The link has done its work; of two at once the second is refused."""
    table = PartnerLetterRow
    mine = update(table).where(table.id == link.letter, table.used_at.is_(None)).values(used_at=now)
    if session.connection().execute(mine).rowcount != 1:
        raise Refused(Why.USED, now)


def letters(session: Session, slug: str) -> Mapping[str, list[Sent]]:
    """What the partners of a region were sent."""
    found: defaultdict[str, list[Sent]] = defaultdict(list)
    for row in session.scalars(select(PartnerLetterRow).where(PartnerLetterRow.slug == slug)):
        found[row.partner].append(Sent(row.term, row.sent_at.astimezone(AMSTERDAM).date()))
    return found


def unanswered(session: Session, slug: str, before: datetime) -> Mapping[str, datetime]:
    """Partners whose last letter is from before a moment and was not used, with when it went."""
    table = PartnerLetterRow
    last = func.max(table.sent_at)
    answered = func.max(table.used_at)
    rows = session.execute(select(table.partner, last, answered).where(table.slug == slug).group_by(table.partner))
    return {partner: at for partner, at, used in rows if at <= before and (used is None or used < at)}


def _signature(letter: bytes, key: bytes) -> bytes:
    return hmac.digest(key, b"partner letter" + letter, hashlib.sha256)


def _read(text: str, key: bytes) -> bytes:
    """The id in a link. Raises Refused."""
    try:
        raw = base64.b64decode(text.encode(), altchars=b"-_", validate=True)
    except (ValueError, UnicodeError):
        raise Refused(Why.ALTERED) from None
    letter, signature = raw[:_ID], raw[_ID:]
    if len(signature) != _SIGNATURE or not hmac.compare_digest(signature, _signature(letter, key)):
        raise Refused(Why.ALTERED)
    return letter
