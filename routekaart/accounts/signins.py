"""Signed in: a token in a cookie, of which the database knows a keyed hash. It ends by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from routekaart.accounts.policy import Grant, Permission, Role, may
from routekaart.accounts.tables import AccountRow, GrantRow, SignInRow
from routekaart.accounts.tokens import new_token, token_id

IDLE = timedelta(hours=2)
LONGEST = timedelta(hours=12)
HALFWAY = timedelta(minutes=20)
"""How long somebody may take between the password and the second step."""
NOTED_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody at the desk. Not `is_complete`: the password was right, the second step is still to come."""

    account: int
    email: str
    function: str
    grants: tuple[Grant, ...]
    is_complete: bool
    seen_at: datetime

    def may(self, permission: Permission, slug: str = "") -> bool:
        """Whether they may do something in a region; no region: whether anywhere."""
        return self.is_complete and may(self.grants, permission, slug)


def sign_in(session: Session, account: int, *, is_complete: bool, key: bytes, now: datetime) -> str:
    """A new sign-in; gives the token for the cookie. `key` is this installation's for sign-ins."""
    session.execute(delete(SignInRow).where(SignInRow.ends_at < now))
    token, ends_at = new_token(), now + (LONGEST if is_complete else HALFWAY)
    session.add(
        SignInRow(id=token_id(token, key), account=account, is_complete=is_complete, seen_at=now, ends_at=ends_at)
    )
    session.flush()
    return token


def signed_in(session: Session, token: str, *, key: bytes, now: datetime) -> SignedIn | None:
    """Whom a token belongs to; None when there is nobody, or too long ago."""
    row = session.get(SignInRow, token_id(token, key))
    if row is None or row.ends_at <= now or row.seen_at + IDLE <= now:
        return None
    account = session.get_one(AccountRow, row.account)
    if account.is_locked:
        return None
    grants = session.execute(select(GrantRow.role, GrantRow.slug).where(GrantRow.account == account.id))
    return SignedIn(
        account.id,
        account.email,
        account.function,
        tuple(Grant(Role(role), slug) for role, slug in grants),
        row.is_complete,
        row.seen_at,
    )


def note_seen(session: Session, token: str, *, key: bytes, now: datetime) -> None:
    """They are still there; written down now and then, so that not every page is a write."""
    row = session.get(SignInRow, token_id(token, key))
    if row is not None and now - row.seen_at >= NOTED_EVERY:
        row.seen_at = now


def sign_out(session: Session, token: str, *, key: bytes) -> None:
    """This browser is signed out."""
    session.execute(delete(SignInRow).where(SignInRow.id == token_id(token, key)))


def sign_out_everywhere(session: Session, account: int) -> None:
    """Every browser of this account is signed out."""
    session.execute(delete(SignInRow).where(SignInRow.account == account))
