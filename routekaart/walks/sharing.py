"""A second code, with which a colleague reads a walk and, if the owner allows it, adds a view of their own.

A share is another row of the table of walks, sealed under a secret of its own, so that nothing shows that a walk is
shared. In it: what reads the row of the walk (`store.Handle`, which does not lead back to the owner's code), what is
allowed, when it was opened, and what the colleague wrote. The colleague never writes in the row of the walk, so owner
and colleague cannot overwrite each other. Why so: docs/decisions/0069-shared-walk.md.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from routekaart.storage.database import Base, Rows
from routekaart.walks import resume
from routekaart.walks.casefile import CaseFile, Unreadable
from routekaart.walks.casework import Share, View, read_records
from routekaart.walks.seal import seal, unseal
from routekaart.walks.store import Conflict, Expired, Handle, Opened, SealedWalk, Unknown, handle_of, read_row

DAYS = 14
"""How long a code opens a walk, or as long as the walk is kept."""
MOST_VIEWS = 20
MOST_OPENINGS = 40
TRIES = 20
_rows = Base.metadata.tables[SealedWalk.__tablename__]
# Made once, since it runs at every change of a walk that is shared.
_PROLONG = (
    update(_rows)
    .where(_rows.c.id.in_(bindparam("ids", expanding=True)), _rows.c.expires_on != bindparam("day"))
    .values(expires_on=bindparam("day"))
)


class NotAllowed(Exception):
    """The owner lets the colleague read, not write; or there are as many views as fit."""


@dataclass(frozen=True, slots=True)
class Access:
    """What a shared row holds. `until`: the last day of the code. `opened_at`: the last moments, the newest last."""

    walk: Handle = field(repr=False)
    share: Share
    until: date
    opened_at: tuple[datetime, ...] = ()
    views: tuple[View, ...] = field(default=(), repr=False)

    @property
    def may_write(self) -> bool:
        """Whether a view can be added."""
        return self.share.may_add and len(self.views) < MOST_VIEWS

    @property
    def version(self) -> str:
        """Differs after every change of the views and says nothing: to notice a stale form."""
        return hashlib.sha256(_to_bytes(replace(self, opened_at=()))).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class SharedWalk:
    """A walk as a colleague has it open."""

    access: Access
    case: CaseFile = field(repr=False)


def secret_of(share: Share) -> bytes:
    """The secret behind a code that was given."""
    return bytes.fromhex(share.secret)


def name_of(share: Share) -> str:
    """What tells one share of a walk from the others and opens nothing: for a hidden field."""
    return hashlib.sha256(b"routekaart share name" + secret_of(share)).hexdigest()[:16]


def give(session: Session, opened: Opened, share: Share, *, key: bytes, days: int) -> Share:
    """A code for a colleague, as `share` describes it; keep the walk with what comes back, in the same transaction.

    `days`: how long the walk is kept.
    """
    secret = resume.new_secret()
    until = share.on + timedelta(days=min(DAYS, days))
    row, sealed = _sealed(Access(handle_of(opened.secret, key), share, until), secret, key)
    values = {"id": row, "sealed": sealed, "expires_on": share.on + timedelta(days=days)}
    session.connection().execute(insert(_rows).values(values))
    return replace(share, secret=secret.hex())


def read(session: Session, share: Share, *, key: bytes) -> Access:
    """What the colleague did with a code so far, for the owner. Raises Unknown when its row is gone, or Corrupt."""
    return _find(session, secret_of(share), key)[0]


def open_shared(session: Session, secret: bytes, *, key: bytes, now: datetime) -> SharedWalk:
    """The walk that a code opens. Raises Unknown, Expired when its term is over, or what `store.read_row` raises."""
    access, _ = _find(session, secret, key)
    if now.date() > access.until:
        raise Expired
    case, _, _ = read_row(session, access.walk, now=now)
    return SharedWalk(access, case)


def note_opening(session: Session, secret: bytes, *, key: bytes, now: datetime) -> None:
    """Keep that the code was used now. Raises as `open_shared`."""

    def noted(access: Access) -> Access:
        return replace(access, opened_at=(*access.opened_at, now)[-MOST_OPENINGS:])

    _change(session, secret, noted, key=key, now=now)


def add_view(session: Session, secret: bytes, view: View, *, key: bytes, now: datetime) -> None:
    """Keep a view beside those that are there. Raises NotAllowed, or as `open_shared`."""

    def added(access: Access) -> Access:
        if not access.may_write:
            raise NotAllowed
        return replace(access, views=(*access.views, view))

    _change(session, secret, added, key=key, now=now)


def change_view(session: Session, secret: bytes, view: View, version: str, *, key: bytes, now: datetime) -> None:
    """Put a view in the place of the last one. Raises Conflict when that changed since, NotAllowed, or as above."""

    def changed(access: Access) -> Access:
        if not access.share.may_add or not access.views:
            raise NotAllowed
        if access.version != version:
            raise Conflict
        return replace(access, views=(*access.views[:-1], view))

    _change(session, secret, changed, key=key, now=now)


def withdraw(session: Session, share: Share, *, key: bytes) -> tuple[View, ...]:
    """Remove a share; what the colleague wrote comes back. After the commit, `database.scrub` clears what lingers."""
    secret = secret_of(share)
    row = _row(secret, key)
    for _ in range(TRIES):
        try:
            access, sealed = _find(session, secret, key)
        except Unknown:
            return ()
        unchanged = delete(_rows).where(_rows.c.id == row, _rows.c.sealed == sealed)
        if session.connection().execute(unchanged).rowcount:
            return access.views
    raise Conflict


def prolong(session: Rows, shares: Iterable[Share], day: date, *, key: bytes) -> None:
    """Keep the shares of a walk that is kept until this day as long as the walk; without reading them."""
    if ids := [_row(secret_of(share), key) for share in shares]:
        session.connection().execute(_PROLONG, {"ids": ids, "day": day})


def wipe(session: Session, shares: Iterable[Share], *, key: bytes) -> None:
    """Remove every share of a walk that is wiped itself, with what was written in it."""
    ids = [_row(secret_of(share), key) for share in shares]
    session.connection().execute(delete(_rows).where(_rows.c.id.in_(ids)))


def _change(session: Session, secret: bytes, change: Callable[[Access], Access], *, key: bytes, now: datetime) -> None:
    """Once more from what is there now when somebody else wrote in between."""
    for _ in range(TRIES):
        access, before = _find(session, secret, key)
        if now.date() > access.until:
            raise Expired
        read_row(session, access.walk, now=now)
        row, sealed = _sealed(change(access), secret, key)
        unchanged = update(_rows).where(_rows.c.id == row, _rows.c.sealed == before)
        if session.connection().execute(unchanged.values(sealed=sealed)).rowcount:
            return
    raise Conflict


def _find(session: Session, secret: bytes, key: bytes) -> tuple[Access, bytes]:
    handle = _handle(secret, key)
    found = select(_rows.c.sealed).where(_rows.c.id == handle.row)
    sealed = session.connection().execute(found).scalar_one_or_none()
    if sealed is None:
        raise Unknown
    return _from_bytes(unseal(sealed, handle.cipher_key, handle.row)), sealed


def _sealed(access: Access, secret: bytes, key: bytes) -> tuple[bytes, bytes]:
    handle = _handle(secret, key)
    return handle.row, seal(_to_bytes(access), handle.cipher_key, handle.row)


def _handle(secret: bytes, key: bytes) -> Handle:
    """Other labels than those of a walk: a code opens one kind of row alone."""
    derive = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"routekaart share seal 1").derive
    return Handle(_row(secret, key), derive(secret))


def _row(secret: bytes, key: bytes) -> bytes:
    return hmac.digest(key, b"routekaart share row" + secret, hashlib.sha256)


def _to_bytes(access: Access) -> bytes:
    data = {
        "schema": 1,
        "row": access.walk.row.hex(),
        "key": access.walk.cipher_key.hex(),
        "share": asdict(access.share),
        "until": access.until.isoformat(),
        "opened_at": [one.isoformat() for one in access.opened_at],
        "views": [asdict(one) for one in access.views],
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, default=date.isoformat).encode()


def _from_bytes(content: bytes) -> Access:
    try:
        data: dict[str, Any] = json.loads(content)
        walk = Handle(bytes.fromhex(data["row"]), bytes.fromhex(data["key"]))
        (share,) = read_records(Share, [data["share"]])
        until, opened_at = date.fromisoformat(data["until"]), tuple(map(datetime.fromisoformat, data["opened_at"]))
        return Access(walk, share, until, opened_at, read_records(View, data["views"]))
    except (ValueError, TypeError, KeyError) as error:
        raise Unreadable(type(error).__name__) from None
