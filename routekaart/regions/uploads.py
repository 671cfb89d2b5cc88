"""What somebody sent to be read into a region, kept until they confirm it, for an hour at most."""

from __future__ import annotations

import json
import secrets
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from routekaart.exchange.sheet import Sheet
from routekaart.regions.tables import BulkUploadRow

KEPT = timedelta(hours=1)
MOST = 5


@dataclass(frozen=True, slots=True)
class Upload:
    """Sheets that wait. `is_partial`: their format does not know all that we know, so an empty cell says nothing.

    `seen` holds the version of each partner that the sheets are laid over.
    """

    id: str
    name: str
    sheets: tuple[Sheet, ...]
    is_partial: bool
    seen: Mapping[str, int]


def keep_upload(
    session: Session,
    slug: str,
    account: int,
    name: str,
    sheets: Iterable[Sheet],
    *,
    is_partial: bool,
    seen: Mapping[str, int],
    now: datetime,
) -> str:
    """Keeps sheets; gives the id that leads back to them. What is too old goes, and what is more than a few of one."""
    purge_uploads(session, now)
    _make_room(session, account)
    row = BulkUploadRow(
        id=secrets.token_urlsafe(32),
        slug=slug,
        account=account,
        name=name[:200],
        is_partial=is_partial,
        content=_packed(sheets),
        seen=json.dumps(dict(seen)),
        made_at=now,
    )
    session.add(row)
    return row.id


def purge_uploads(session: Session, now: datetime) -> None:
    """Takes away what waited too long."""
    session.execute(delete(BulkUploadRow).where(BulkUploadRow.made_at < now - KEPT))


def upload(session: Session, upload_id: str, slug: str, account: int, *, now: datetime) -> Upload | None:
    """What this account sent for this region; None when there is nothing (any more)."""
    row = session.get(BulkUploadRow, upload_id)
    if row is None or (row.slug, row.account) != (slug, account) or row.made_at < now - KEPT:
        return None
    return Upload(row.id, row.name, _unpacked(row.content), row.is_partial, json.loads(row.seen))


def see_again(session: Session, upload_id: str, seen: Mapping[str, int]) -> None:
    """From now on the sheets are laid over these versions."""
    session.get_one(BulkUploadRow, upload_id).seen = json.dumps(dict(seen))


def drop_upload(session: Session, upload_id: str) -> None:
    """It was read in, or is not needed any more."""
    session.execute(delete(BulkUploadRow).where(BulkUploadRow.id == upload_id))


def _make_room(session: Session, account: int) -> None:
    """So many sheets of one account may wait, with the one that comes now."""
    waiting = select(BulkUploadRow.id).where(BulkUploadRow.account == account)
    for old in session.scalars(waiting.order_by(BulkUploadRow.made_at.desc()).offset(MOST - 1)).all():
        drop_upload(session, old)


def _packed(sheets: Iterable[Sheet]) -> bytes:
    plain = [[one.name, one.rows, sorted(one.formulas)] for one in sheets]
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode())


def _unpacked(content: bytes) -> tuple[Sheet, ...]:
    return tuple(
        Sheet(name, tuple(tuple(row) for row in rows), frozenset((at, place) for at, place in formulas))
        for name, rows, formulas in json.loads(zlib.decompress(content))
    )
