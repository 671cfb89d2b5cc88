"""What coordinators are working on: the entries of a region's document, and every change of them."""

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from routekaart.storage.database import Base, Moment


class DraftRow(Base):
    """A region that is being edited; `base` is the revision that the draft began from or became.

    `needs_approval`: somebody else has to approve before the region publishes.
    """

    __tablename__ = "draft"

    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    base: Mapped[int]
    needs_approval: Mapped[bool] = mapped_column(default=False)


class DraftEntryRow(Base):
    """One entry of a draft as it is now: a partner, an agreement, the head of the region. `data` is JSON.

    `version` rises with each change of the entry, also over a removal that was undone.
    """

    __tablename__ = "draft_entry"

    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    position: Mapped[int]
    version: Mapped[int]
    data: Mapped[str] = mapped_column(Text)


class DraftChangeRow(Base):
    """Who changed an entry when, from what to what; null: it was not there. Rows are only ever added.

    `version` is that of the entry after the change, `position` where it stood, `revision` the publication that took
    the change along (null: not published yet).
    """

    __tablename__ = "draft_change"
    __table_args__ = (Index("ix_draft_change_entry", "slug", "kind", "entry", "version"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(40))
    entry: Mapped[str] = mapped_column(String(80))
    position: Mapped[int]
    version: Mapped[int]
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
    author: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[datetime] = mapped_column(Moment)
    revision: Mapped[int | None]
