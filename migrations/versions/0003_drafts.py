"""Drafts of regions: their entries, and every change."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        "draft",
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("base", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("slug", name="pk_draft"),
    )
    op.create_table(
        "draft_entry",
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("slug", "kind", "id", name="pk_draft_entry"),
    )
    op.create_table(
        "draft_change",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("entry", sa.String(80), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer),
        sa.PrimaryKeyConstraint("number", name="pk_draft_change"),
    )
    op.create_index("ix_draft_change_entry", "draft_change", ["slug", "kind", "entry", "version"])
