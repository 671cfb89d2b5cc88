"""Reminders by mail: an address and a day, and nothing that leads to a walk.

A row holds a random id, the address sealed with a key of this installation, and a day. The case file, sealed itself,
keeps the ids of the rows that its walk made, to remove them; no row knows of a walk. Whoever has both the database and
the installation's secret can read the addresses: the mail has to be sent while nobody is there to open anything.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import LargeBinary, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from routekaart.storage.database import Base
from routekaart.walks.casework import Reminder
from routekaart.walks.seal import Corrupt, seal, unseal

MOST = 5
"""Reminders that one walk may have ahead of it."""

DAYS_KEPT = 7
"""A reminder that could not be sent for so long after its day is removed."""


class SealedReminder(Base):
    """A reminder as the database sees it."""

    __tablename__ = "reminder"
    __table_args__ = ({"sqlite_with_rowid": False},)

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    on_day: Mapped[date] = mapped_column(index=True)


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be sent to one address, however often it was asked for."""

    address: str = field(repr=False)
    rows: tuple[bytes, ...] = field(repr=False)


def add(session: Session, address: str, days: Iterable[date], *, key: bytes, today: date) -> tuple[Reminder, ...]:
    """A row for each day; what is too old goes at the same time. `key` is this installation's for reminders."""
    purge(session, today)
    made = tuple(Reminder(day, secrets.token_hex(16)) for day in sorted(set(days)))
    for one in made:
        row = bytes.fromhex(one.token)
        values = {"id": row, "sealed": seal(address.encode(), _cipher_key(key), row), "on_day": one.on}
        session.execute(insert(SealedReminder).values(values))
    return made


def remove(session: Session, kept: Iterable[Reminder]) -> None:
    """Removes the rows that a walk made; those that were sent are gone already."""
    _delete(session, [bytes.fromhex(one.token) for one in kept])


def due(session: Session, today: date, *, key: bytes) -> list[Due]:
    """What is to be sent by today, each address once."""
    rows = session.execute(select(SealedReminder).where(SealedReminder.on_day <= today)).scalars()
    found: dict[str, list[bytes]] = {}
    for row in rows:
        if address := _address(row, key):
            found.setdefault(address, []).append(row.id)
    return [Due(address, tuple(ids)) for address, ids in found.items()]


def sent(session: Session, one: Due) -> None:
    """Removes what was just sent."""
    _delete(session, one.rows)


def stop_token(address: str, *, key: bytes) -> str:
    """What stands in the link to stop: who has not got the mail cannot make it, and it does not tell the address."""
    return base64.urlsafe_b64encode(_stop(address, key)).decode().rstrip("=")


def stop(session: Session, token: str, *, key: bytes) -> int:
    """Removes every reminder to the address that this token was mailed to; how many there were."""
    rows = session.execute(select(SealedReminder)).scalars()
    asked = token.encode()
    found = [row.id for row in rows if hmac.compare_digest(stop_token(_address(row, key), key=key).encode(), asked)]
    _delete(session, found)
    return len(found)


def purge(session: Session, today: date) -> int:
    """Removes what could not be sent in time; how many there were."""
    oldest = today - timedelta(days=DAYS_KEPT)
    return session.connection().execute(delete(SealedReminder).where(SealedReminder.on_day < oldest)).rowcount


def _delete(session: Session, rows: Iterable[bytes]) -> None:
    session.execute(delete(SealedReminder).where(SealedReminder.id.in_(list(rows))))


def _address(row: SealedReminder, key: bytes) -> str:
    """The address of a row; "" for one that was sealed with another key."""
    try:
        return unseal(row.sealed, _cipher_key(key), row.id).decode()
    except Corrupt:
        return ""


def _cipher_key(key: bytes) -> bytes:
    return hmac.digest(key, b"routekaart reminder seal", hashlib.sha256)


def _stop(address: str, key: bytes) -> bytes:
    return hmac.digest(key, b"routekaart reminder stop" + address.encode(), hashlib.sha256)
