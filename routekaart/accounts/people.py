"""Who works for a region, in which role; a role that is taken."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from routekaart.accounts import account as accounts
from routekaart.accounts.policy import Role
from routekaart.accounts.tables import AccountRow, GrantRow


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a role in a region. Not `is_ready`: accepted, but without an app for codes yet."""

    account: int
    email: str
    function: str
    role: Role
    is_ready: bool
    is_locked: bool


def people(session: Session, slug: str) -> list[Person]:
    """Everybody with a role in this region, by role and mail address."""
    rows = session.execute(
        select(AccountRow, GrantRow.role).join(GrantRow, GrantRow.account == AccountRow.id).where(GrantRow.slug == slug)
    )
    found = [
        Person(one.id, one.email, one.function, Role(role), one.totp is not None, one.is_locked) for one, role in rows
    ]
    return sorted(found, key=lambda one: (list(Role).index(one.role), one.email))


def roles_of(session: Session, account: int) -> list[tuple[Role, str]]:
    """The roles of an account, each with its region."""
    rows = session.execute(select(GrantRow.role, GrantRow.slug).where(GrantRow.account == account))
    return sorted((Role(role), slug) for role, slug in rows)


def withdraw(session: Session, account: int, role: Role, slug: str) -> None:
    """They no longer have this role. Who has no role left has no account either."""
    mine = (GrantRow.account == account, GrantRow.role == role, GrantRow.slug == slug)
    session.execute(delete(GrantRow).where(*mine))
    left = select(func.count()).select_from(GrantRow).where(GrantRow.account == account)
    if not session.execute(left).scalar_one():
        accounts.remove(session, account)
