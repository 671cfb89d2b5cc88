"""What comes in about a region's partners: questions, reports of calls, confirmations, proposals, checked links."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from routekaart.storage.database import Base, Moment


class QuestionRow(Base):
    """What a professional says is not right on a card; who that is, nobody asked. `once` is of the form it came by."""

    __tablename__ = "question"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), index=True)
    partner: Mapped[str] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(Text)
    once: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    answer: Mapped[str] = mapped_column(Text)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    closed_by: Mapped[str] = mapped_column(String(200))


class CallReportRow(Base):
    """How a call to a published number went; no word more."""

    __tablename__ = "call_report"
    __table_args__ = (Index("ix_call_report_number", "slug", "partner", "number", "reported_at"),)

    once: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    slug: Mapped[str] = mapped_column(String(80))
    partner: Mapped[str] = mapped_column(String(80))
    number: Mapped[str] = mapped_column(String(40))
    outcome: Mapped[str] = mapped_column(String(20))
    reported_at: Mapped[datetime] = mapped_column(Moment)


class NumberRow(Base):
    """A number that was reported about: since when it is in doubt (null: it is not), and when that was last cleared."""

    __tablename__ = "reported_number"

    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    partner: Mapped[str] = mapped_column(String(80), primary_key=True)
    number: Mapped[str] = mapped_column(String(40), primary_key=True)
    doubtful_since: Mapped[datetime | None] = mapped_column(Moment)
    cleared_at: Mapped[datetime | None] = mapped_column(Moment)
    cleared_by: Mapped[str] = mapped_column(String(200))


class ConfirmationRow(Base):
    """A partner confirmed its own entry as it stands in a revision."""

    __tablename__ = "confirmation"

    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    partner: Mapped[str] = mapped_column(String(80), primary_key=True)
    revision: Mapped[int]
    confirmed_on: Mapped[date]


class PartnerLetterRow(Base):
    """A mail that asked a partner whether its entry is still right; `term` is the day on which its check runs out.

    `id` stands in the link, with a signature that only this installation can make. Where it went is not kept.
    """

    __tablename__ = "partner_letter"
    __table_args__ = (Index("ix_partner_letter_partner", "slug", "partner"),)

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    slug: Mapped[str] = mapped_column(String(80))
    partner: Mapped[str] = mapped_column(String(80))
    term: Mapped[date]
    sent_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)


class ProposalRow(Base):
    """What a partner wants to change of a field of its entry. `decision` is empty until somebody decided."""

    __tablename__ = "proposal"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), index=True)
    partner: Mapped[str] = mapped_column(String(80))
    field: Mapped[str] = mapped_column(String(80))
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Moment)
    decision: Mapped[str] = mapped_column(String(20))
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_by: Mapped[str] = mapped_column(String(200))


class LinkRow(Base):
    """How a web address of a region answered when it was last tried. `link` is a digest of the address."""

    __tablename__ = "checked_link"

    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    link: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    address: Mapped[str] = mapped_column(Text)
    verdict: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(String(80))
    checked_at: Mapped[datetime] = mapped_column(Moment)
    dead_since: Mapped[datetime | None] = mapped_column(Moment)
