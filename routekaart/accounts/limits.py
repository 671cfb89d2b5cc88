"""How often something may be tried for one mail address, whether it has an account or not. No other address is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from routekaart.accounts.account import normal
from routekaart.accounts.tables import AttemptRow
from routekaart.accounts.tokens import token_id

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limit:
    """So often within so long; then not for a while."""

    name: str
    most: int
    within: timedelta
    pause: timedelta


PASSWORD = Limit("password", 10, DAY, timedelta(minutes=15))
CODE = Limit("code", 10, DAY, timedelta(minutes=15))
RESET_MAIL = Limit("reset mail", 3, timedelta(hours=1), timedelta(hours=1))
NOTICE = Limit("notice", 1, DAY, DAY)


class Turn(Enum):
    """What an attempt is: allowed, allowed but the last before a pause, or one too many."""

    ALLOWED = "allowed"
    LAST = "last"
    REFUSED = "refused"


def take(session: Session, limit: Limit, email: str, *, key: bytes, now: datetime) -> Turn:
    """Count an attempt before it is made, so that many at once get no further. `key` is this installation's."""
    session.execute(delete(AttemptRow).where(AttemptRow.since < now - DAY - limit.pause))
    row = _row(session, _id(limit, email, key), now)
    if row.blocked_until and row.blocked_until > now:
        return Turn.REFUSED
    if row.blocked_until or row.since + limit.within <= now:
        row.count, row.since, row.blocked_until = 0, now, None
    row.count += 1
    if row.count < limit.most:
        return Turn.ALLOWED
    row.blocked_until = now + limit.pause
    return Turn.LAST


def clear(session: Session, limit: Limit, email: str, *, key: bytes) -> None:
    """It went well: what failed before no longer counts."""
    session.execute(delete(AttemptRow).where(AttemptRow.id == _id(limit, email, key)))


def _row(session: Session, row_id: bytes, now: datetime) -> AttemptRow:
    """The row, held until the transaction ends."""
    try:
        with session.begin_nested():
            if session.get(AttemptRow, row_id) is None:
                session.add(AttemptRow(id=row_id, count=0, since=now, blocked_until=None))
    except IntegrityError:
        pass  # another attempt made it just now
    locked = select(AttemptRow).where(AttemptRow.id == row_id).with_for_update()
    return session.execute(locked, execution_options={"populate_existing": True}).scalar_one()


def _id(limit: Limit, email: str, key: bytes) -> bytes:
    return token_id(f"{limit.name} {normal(email)}", key)
