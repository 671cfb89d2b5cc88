"""Links by mail that are used once: to accept a role, and to set a password. Why one is refused is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from routekaart.accounts import account as accounts
from routekaart.accounts.policy import Role
from routekaart.accounts.tables import GrantRow, InvitationRow, PasswordLinkRow
from routekaart.accounts.tokens import new_token, token_id

INVITATION_LASTS = timedelta(days=7)
RESET_LASTS = timedelta(hours=1)
REMEMBERED = timedelta(days=30)
"""How long it is known that a link was used or too old."""


class Why(StrEnum):
    """Why a link opens nothing."""

    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED = "used"


class Refused(Exception):
    """A link that opens nothing; `why` says it."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class HasRole(Exception):
    """The account has this role already."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who is invited to what. `has_account`: they can sign in already, and only accept."""

    email: str
    function: str
    role: Role
    slug: str
    expires_at: datetime
    has_account: bool


@dataclass(frozen=True, slots=True)
class Pending:
    """An invitation that nobody used; `id` opens nothing."""

    id: bytes
    email: str
    function: str
    role: Role
    expires_at: datetime


def invite(session: Session, email: str, function: str, role: Role, slug: str, *, key: bytes, now: datetime) -> str:
    """A token for a link; an earlier invitation to the same no longer counts. Raises HasRole."""
    email, slug = accounts.normal(email), "" if role is Role.NATIONAL else slug
    known = accounts.by_email(session, email)
    if known and session.get(GrantRow, (known.id, role, slug)):
        raise HasRole
    session.execute(delete(InvitationRow).where(InvitationRow.expires_at < now - REMEMBERED))
    same = (InvitationRow.email == email, InvitationRow.role == role, InvitationRow.slug == slug)
    session.execute(delete(InvitationRow).where(InvitationRow.used_at.is_(None), *same))
    token, until = new_token(), now + INVITATION_LASTS
    values = {"email": email, "function": function, "role": role, "slug": slug, "expires_at": until, "used_at": None}
    session.add(InvitationRow(id=token_id(token, key), **values))
    return token


def invitation(session: Session, token: str, *, key: bytes, now: datetime) -> Invitation:
    """What a link invites to. Raises Refused."""
    row = session.get(InvitationRow, token_id(token, key))
    _usable(row, now)
    assert row is not None
    known = accounts.by_email(session, row.email)
    return Invitation(row.email, row.function, Role(row.role), row.slug, row.expires_at, known is not None)


def accept(session: Session, token: str, hashed: str | None, *, key: bytes, now: datetime) -> int:
    """The role is theirs; a new account gets this password. Gives the account. Raises Refused."""
    found = invitation(session, token, key=key, now=now)
    _use(session, InvitationRow, token_id(token, key), now)
    known = accounts.by_email(session, found.email)
    account = known.id if known else accounts.make(session, found.email, found.function, now)
    if known is None:
        accounts.set_password(session, account, hashed, now)
    if session.get(GrantRow, (account, found.role, found.slug)) is None:
        session.add(GrantRow(account=account, role=found.role, slug=found.slug))
    return account


def reset_link(session: Session, account: int, *, lasts: timedelta, key: bytes, now: datetime) -> str:
    """A token for a link to set a new password."""
    session.execute(delete(PasswordLinkRow).where(PasswordLinkRow.expires_at < now - REMEMBERED))
    token = new_token()
    session.add(PasswordLinkRow(id=token_id(token, key), account=account, expires_at=now + lasts, used_at=None))
    return token


def reset_for(session: Session, token: str, *, key: bytes, now: datetime) -> accounts.Account:
    """Whose password a link sets. Raises Refused."""
    row = session.get(PasswordLinkRow, token_id(token, key))
    _usable(row, now)
    assert row is not None
    found = accounts.by_id(session, row.account)
    if found is None or found.is_locked:
        raise Refused(Why.UNKNOWN)
    return found


def reset(session: Session, token: str, hashed: str, *, key: bytes, now: datetime) -> int:
    """The password is set, and every browser signed out. Gives the account. Raises Refused."""
    found = reset_for(session, token, key=key, now=now)
    _use(session, PasswordLinkRow, token_id(token, key), now)
    accounts.set_password(session, found.id, hashed, now)
    return found.id


def _usable(row: InvitationRow | PasswordLinkRow | None, now: datetime) -> None:
    if row is None:
        raise Refused(Why.UNKNOWN)
    if row.used_at is not None:
        raise Refused(Why.USED)
    if row.expires_at <= now:
        raise Refused(Why.EXPIRED)


def _use(session: Session, table: type[InvitationRow | PasswordLinkRow], row_id: bytes, now: datetime) -> None:
    """Marks it used; of two at once, the second is refused."""
    used = update(table).where(table.id == row_id, table.used_at.is_(None)).values(used_at=now)
    if session.connection().execute(used).rowcount != 1:
        raise Refused(Why.USED)


def pending(session: Session, slug: str) -> list[Pending]:
    """Invitations for a region that nobody used, the newest first."""
    unused = select(InvitationRow).where(InvitationRow.slug == slug, InvitationRow.used_at.is_(None))
    rows = session.execute(unused.order_by(InvitationRow.expires_at.desc(), InvitationRow.email)).scalars()
    return [Pending(one.id, one.email, one.function, Role(one.role), one.expires_at) for one in rows]


def cancel(session: Session, row_id: bytes, slug: str) -> None:
    """An invitation of this region that no longer counts."""
    mine = (InvitationRow.id == row_id, InvitationRow.slug == slug, InvitationRow.used_at.is_(None))
    session.execute(delete(InvitationRow).where(*mine))
