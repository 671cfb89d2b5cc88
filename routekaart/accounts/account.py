"""One account: found by its mail address, made, and what it signs in with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from routekaart.accounts import recovery, totp
from routekaart.accounts.signins import sign_out_everywhere
from routekaart.accounts.tables import AccountRow, PasswordLinkRow


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in. `has_app`: codes from their telephone are asked."""

    id: int
    email: str
    function: str
    password: str | None = field(repr=False)
    has_app: bool
    recovery_left: int
    is_locked: bool


def normal(email: str) -> str:
    """A mail address as accounts know it."""
    return one_line(email).lower()


def one_line(text: str) -> str:
    """What was typed, without what cannot be seen, each space once."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def valid(email: str) -> str | None:
    """A typed mail address as accounts know it; None when it is none."""
    from email_validator import EmailNotValidError, validate_email  # a twentieth of a second: only for whom asks

    try:
        return normal(validate_email(one_line(email), check_deliverability=False, allow_smtputf8=False).normalized)
    except EmailNotValidError:
        return None


def by_email(session: Session, email: str) -> Account | None:
    """The account of a mail address."""
    return _account(session.execute(select(AccountRow).where(AccountRow.email == normal(email))).scalar_one_or_none())


def by_id(session: Session, account: int) -> Account | None:
    """The account with this number."""
    return _account(session.get(AccountRow, account))


def the_account(session: Session, account: int) -> Account:
    """The account with this number, which there is."""
    found = by_id(session, account)
    assert found is not None
    return found


def everybody(session: Session) -> list[Account]:
    """All accounts, by mail address."""
    rows = session.execute(select(AccountRow).order_by(AccountRow.email)).scalars()
    return [one for row in rows if (one := _account(row))]


def make(session: Session, email: str, function: str, now: datetime) -> int:
    """A new account, with nothing to sign in with yet."""
    row = AccountRow(
        email=normal(email),
        function=function,
        password=None,
        totp=None,
        totp_step=0,
        recovery="",
        is_locked=False,
        made_at=now,
    )
    session.add(row)
    session.flush()
    return row.id


def remove(session: Session, account: int) -> None:
    """The account is gone, with its roles and sign-ins."""
    session.execute(delete(AccountRow).where(AccountRow.id == account))


def set_password(session: Session, account: int, hashed: str | None, now: datetime) -> None:
    """Another password, or none. Every browser is signed out, and no link to set one counts any more."""
    _change(session, account, password=hashed)
    mine = (PasswordLinkRow.account == account, PasswordLinkRow.used_at.is_(None))
    session.execute(update(PasswordLinkRow).where(*mine).values(used_at=now))
    sign_out_everywhere(session, account)


def set_function(session: Session, account: int, function: str) -> None:
    """What somebody is called at the desk."""
    _change(session, account, function=function)


def set_locked(session: Session, account: int, is_locked: bool) -> None:
    """Shut an account, or open it again."""
    _change(session, account, is_locked=is_locked)
    sign_out_everywhere(session, account)


def set_app(session: Session, account: int, secret: bytes, code: str, *, key: bytes, now: datetime) -> bool:
    """Codes come from this secret from now on, when `code` shows that the app has it."""
    step = totp.step_of(secret, code, now=now, after=0)
    if step is None:
        return False
    _change(session, account, totp=totp.seal(secret, account, key), totp_step=step)
    return True


def forget_app(session: Session, account: int, now: datetime) -> None:
    """No telephone, no recovery codes and no password: a link is needed to begin anew."""
    _change(session, account, totp=None, totp_step=0, recovery="")
    set_password(session, account, None, now)


def new_recovery(session: Session, account: int, key: bytes) -> tuple[str, ...]:
    """Ten new recovery codes; those that were there no longer count."""
    codes = recovery.new_codes()
    _change(session, account, recovery=recovery.kept(codes, key))
    return codes


def use_code(session: Session, account: int, code: str, *, key: bytes, now: datetime) -> bool:
    """Whether a code of the app or a recovery code is right; either counts once, also when sent twice at once."""
    row = session.get_one(AccountRow, account)
    if row.totp and (step := totp.step_of(totp.unseal(row.totp, account, key), code, now=now, after=row.totp_step)):
        return _change(session, account, AccountRow.totp_step < step, totp_step=step)
    left = recovery.without(row.recovery, code, key)
    return left is not None and _change(session, account, AccountRow.recovery == row.recovery, recovery=left)


def _change(session: Session, account: int, *still: ColumnElement[bool], **values: object) -> bool:
    """Whether the account was changed: not when something else changed it first."""
    changed = update(AccountRow).where(AccountRow.id == account, *still).values(values)
    return session.connection().execute(changed).rowcount == 1


def _account(row: AccountRow | None) -> Account | None:
    if row is None:
        return None
    left = len(row.recovery.split())
    return Account(row.id, row.email, row.function, row.password, row.totp is not None, left, row.is_locked)
