"""Planned publications, what was proved, and whether a region asks a second pair of eyes."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.add_column("draft", sa.Column("needs_approval", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "planned_publication",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("last_change", sa.Integer, nullable=False),
        sa.Column("base", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("account", sa.Integer, nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("needs_approval", sa.Boolean, nullable=False),
        sa.Column("approver", sa.String(200)),
        sa.Column("approved_at", sa.DateTime(timezone=True)),
        sa.Column("ending", sa.String(20)),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("number", name="pk_planned_publication"),
    )
    op.create_index("ix_planned_publication_due", "planned_publication", ["ending", "due_at"])
    op.create_table(
        "region_proof",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("problems", sa.Text, nullable=False),
        sa.Column("proved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_region_proof"),
    )
