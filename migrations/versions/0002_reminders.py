"""Reminders by mail."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        "reminder",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("on_day", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reminder"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_reminder_on_day", "reminder", ["on_day"])
