"""What is going to be published, and what was proved of what regions add to the protocol."""

from datetime import datetime

from sqlalchemy import Boolean, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from routekaart.storage.database import Base, Moment


class PlannedPublicationRow(Base):
    """A draft as it stood when somebody asked to publish it: at a later moment, or after somebody else approves.

    `last_change` is the newest change of the draft that goes along, `base` the revision that was live. `ending` is
    null as long as it is still to happen.
    """

    __tablename__ = "planned_publication"
    __table_args__ = (Index("ix_planned_publication_due", "ending", "due_at"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80))
    document: Mapped[str] = mapped_column(Text)
    last_change: Mapped[int]
    base: Mapped[int]
    note: Mapped[str] = mapped_column(Text)
    account: Mapped[int]
    author: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[datetime] = mapped_column(Moment)
    due_at: Mapped[datetime] = mapped_column(Moment)
    needs_approval: Mapped[bool] = mapped_column(Boolean)
    approver: Mapped[str | None] = mapped_column(String(200))
    approved_at: Mapped[datetime | None] = mapped_column(Moment)
    ending: Mapped[str | None] = mapped_column(String(20))
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class ProofRow(Base):
    """What the proofs found wrong (JSON, mostly empty) in what a region adds to the protocol, by a hash of that."""

    __tablename__ = "region_proof"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    problems: Mapped[str] = mapped_column(Text)
    proved_at: Mapped[datetime] = mapped_column(Moment)
