"""Sheets that were sent and wait to be confirmed."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from routekaart.accounts.tables import AccountRow
from routekaart.storage.database import Base, Moment


class BulkUploadRow(Base):
    """What somebody sent to be read into a region: the cells of its sheets, compressed.

    `seen` holds, as JSON, the version of each partner of the draft at that moment: the rows are laid over those.
    """

    __tablename__ = "bulk_upload"

    id: Mapped[str] = mapped_column(String(43), primary_key=True)
    slug: Mapped[str] = mapped_column(String(80))
    account: Mapped[int] = mapped_column(ForeignKey(AccountRow.id, ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    is_partial: Mapped[bool]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    seen: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Moment, index=True)
