"""The accounts of those who work behind the desk, what they may do, and where they are signed in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from routekaart.storage.database import Base, Moment


class AccountRow(Base):
    """Somebody who may sign in; `email` is in small letters. `totp` is the shared secret, sealed for this installation.

    `totp_step` is the last time step that was used, so that no code counts twice. `recovery` holds a hash per code
    that is left, one a line. `is_locked`: an administrator shut it.
    """

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    function: Mapped[str] = mapped_column(String(200))
    password: Mapped[str | None] = mapped_column(String(200))
    totp: Mapped[bytes | None] = mapped_column(LargeBinary)
    totp_step: Mapped[int]
    recovery: Mapped[str] = mapped_column(Text)
    is_locked: Mapped[bool]
    made_at: Mapped[datetime] = mapped_column(Moment)


class GrantRow(Base):
    """A role of an account in a region; slug "" for a national administrator."""

    __tablename__ = "account_grant"

    account: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), primary_key=True)


class InvitationRow(Base):
    """An invitation that was sent; `id` is a keyed hash of the token in its link. Used once."""

    __tablename__ = "invitation"

    id: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    function: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    slug: Mapped[str] = mapped_column(String(80))
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)


class SignInRow(Base):
    """A browser in which somebody is signed in; `id` is a keyed hash of the token in its cookie."""

    __tablename__ = "sign_in"

    id: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    is_complete: Mapped[bool]
    seen_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment)


class PasswordLinkRow(Base):
    """A link to set a new password; `id` is a keyed hash of the token in it. Used once."""

    __tablename__ = "password_link"

    id: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)


class AttemptRow(Base):
    """How often something was tried; `id` is a keyed hash of what it was and for which mail address."""

    __tablename__ = "attempt"

    id: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    count: Mapped[int]
    since: Mapped[datetime] = mapped_column(Moment)
    blocked_until: Mapped[datetime | None] = mapped_column(Moment)
