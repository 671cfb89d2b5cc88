"""Sheets that were sent and wait to be confirmed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        "bulk_upload",
        sa.Column("id", sa.String(43), nullable=False),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("account", sa.Integer, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("is_partial", sa.Boolean, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("seen", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_bulk_upload"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_bulk_upload_account_account", ondelete="CASCADE"),
    )
    op.create_index("ix_bulk_upload_account", "bulk_upload", ["account"])
    op.create_index("ix_bulk_upload_made_at", "bulk_upload", ["made_at"])
