"""Sealed walks in the database: start, open, keep, wipe, purge.

A row holds three things. `id`: a keyed hash (HMAC-SHA-256 with a key of this installation) of the secret in the resume
code; without that key nobody can check whether a code that was found belongs to a row. `sealed`: the ciphertext.
`expires_on`: a day, no more precise, so that a row cannot be laid beside a log of who was at work at what hour. There
is no moment of change: together with the expiry it would give away the region's own term. Rows have no order (no rowid
in SQLite).
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import LargeBinary, bindparam, delete, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from routekaart.storage.database import Base, Rows
from routekaart.walks import resume
from routekaart.walks.casefile import CaseFile, from_bytes, to_bytes
from routekaart.walks.seal import Corrupt, edition, seal, unseal

DAYS = 30
__all__ = [
    "Conflict",
    "Corrupt",
    "Expired",
    "Handle",
    "Opened",
    "Unknown",
    "handle_of",
    "keep",
    "open_walk",
    "purge_expired",
    "read_row",
    "start",
    "wipe",
]


class SealedWalk(Base):
    """A walk as the database sees it."""

    __tablename__ = "sealed_walk"
    __table_args__ = ({"sqlite_with_rowid": False},)

    id: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    expires_on: Mapped[date] = mapped_column(index=True)


# Made once: to make a statement costs more than to carry it out.
_walks = Base.metadata.tables[SealedWalk.__tablename__]
_FIND = select(_walks.c.sealed, _walks.c.expires_on).where(_walks.c.id == bindparam("row"))
_ADD = insert(_walks).values(id=bindparam("row"), sealed=bindparam("fresh"), expires_on=bindparam("day"))
_CHANGE = (
    update(_walks)
    .where(_walks.c.id == bindparam("row"), _walks.c.sealed == bindparam("before"))
    .values(sealed=bindparam("fresh"), expires_on=bindparam("day"))
)
# Most changes fall on the same day: then the index of days need not be touched.
_CHANGE_SAME_DAY = (
    update(_walks)
    .where(_walks.c.id == bindparam("row"), _walks.c.sealed == bindparam("before"))
    .values(sealed=bindparam("fresh"))
)
_REMOVE = delete(_walks).where(_walks.c.id == bindparam("row"))
_PURGE = delete(_walks).where(_walks.c.expires_on < bindparam("day"))


class Unknown(Exception):
    """No walk with this code: never there, wiped, or purged."""


class Expired(Exception):
    """The walk was there, but its term is over; it can no longer be opened."""


class Conflict(Exception):
    """Another tab or device kept a change in the meantime; nothing was written."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A walk that is open: its case file, and the secret that opened it. Nothing of it shows in a log or traceback."""

    secret: bytes = field(repr=False)
    case: CaseFile = field(repr=False)
    sealed: bytes = field(repr=False)
    expires_on: date

    @property
    def version(self) -> str:
        """Differs after every change that was kept and says nothing: for a hidden field, to notice a stale form."""
        return edition(self.sealed).hex()


@dataclass(frozen=True, slots=True)
class Handle:
    """What reads one row: its id and the key of its cipher. Neither leads back to the secret that they come from."""

    row: bytes = field(repr=False)
    cipher_key: bytes = field(repr=False)


def handle_of(secret: bytes, key: bytes) -> Handle:
    """What reads the walk of this secret."""
    return Handle(_row(secret, key), _cipher_key(secret))


def start(session: Session, case: CaseFile, *, key: bytes, now: datetime, days: int = DAYS) -> Opened:
    """A new walk under a new secret. `key` is this installation's key for the ids of walks.

    Walks whose term is over go at the same time, so that they also go where nobody planned `routekaart db purge`.
    """
    purge_expired(session, now)
    secret = resume.new_secret()
    row = _row(secret, key)
    opened = _sealed(secret, row, case, now, days)
    session.connection().execute(_ADD, {"row": row, "fresh": opened.sealed, "day": opened.expires_on})
    return opened


def open_walk(session: Rows, secret: bytes, *, key: bytes, now: datetime) -> Opened:
    """The walk of this secret. Raises Unknown, Expired, Corrupt, or what `casefile.from_bytes` raises."""
    return Opened(secret, *read_row(session, handle_of(secret, key), now=now))


def read_row(session: Rows, handle: Handle, *, now: datetime) -> tuple[CaseFile, bytes, date]:
    """Case file, ciphertext and last day of the walk in a row. Raises as `open_walk`."""
    found = session.connection().execute(_FIND, {"row": handle.row}).one_or_none()
    if found is None:
        raise Unknown
    if found.expires_on < now.date():
        raise Expired
    case = from_bytes(unseal(found.sealed, handle.cipher_key, handle.row))
    return case, found.sealed, found.expires_on


def keep(session: Rows, opened: Opened, case: CaseFile, *, key: bytes, now: datetime, days: int = DAYS) -> Opened:
    """The walk with its new case file; its term starts anew. Raises Conflict, or Unknown if it was wiped meanwhile."""
    row = _row(opened.secret, key)
    fresh = _sealed(opened.secret, row, case, now, days)
    change = {"row": row, "before": opened.sealed, "fresh": fresh.sealed}
    if fresh.expires_on == opened.expires_on:
        done = session.connection().execute(_CHANGE_SAME_DAY, change)
    else:
        done = session.connection().execute(_CHANGE, change | {"day": fresh.expires_on})
    if done.rowcount == 0:
        there = session.connection().execute(_FIND, {"row": row}).one_or_none()
        raise Conflict if there else Unknown
    return fresh


def wipe(session: Session, secret: bytes, *, key: bytes) -> bool:
    """Removes the walk; False when it was gone already. After the commit, `database.scrub` clears what lingers."""
    return session.connection().execute(_REMOVE, {"row": _row(secret, key)}).rowcount > 0


def purge_expired(session: Session, now: datetime) -> int:
    """Removes every walk whose term is over; how many there were."""
    return session.connection().execute(_PURGE, {"day": now.date()}).rowcount


def _sealed(secret: bytes, row: bytes, case: CaseFile, now: datetime, days: int) -> Opened:
    sealed = seal(to_bytes(case), _cipher_key(secret), row)
    return Opened(secret, case, sealed, now.date() + timedelta(days=days))


def _row(secret: bytes, key: bytes) -> bytes:
    return hmac.digest(key, b"routekaart walk row" + secret, hashlib.sha256)


def _cipher_key(secret: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"routekaart walk seal 1").derive(secret)
