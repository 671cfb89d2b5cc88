"""Upkeep: questions, reports of calls, confirmations, letters to partners, proposals, checked links."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        "question",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("partner", sa.String(80), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("once", sa.LargeBinary(32), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.Column("closed_by", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_question"),
        sa.UniqueConstraint("once", name="uq_question_once"),
    )
    op.create_index("ix_question_slug", "question", ["slug"])
    op.create_table(
        "call_report",
        sa.Column("once", sa.LargeBinary(32), nullable=False),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("partner", sa.String(80), nullable=False),
        sa.Column("number", sa.String(40), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("once", name="pk_call_report"),
    )
    op.create_index("ix_call_report_number", "call_report", ["slug", "partner", "number", "reported_at"])
    op.create_table(
        "reported_number",
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("partner", sa.String(80), nullable=False),
        sa.Column("number", sa.String(40), nullable=False),
        sa.Column("doubtful_since", sa.DateTime(timezone=True)),
        sa.Column("cleared_at", sa.DateTime(timezone=True)),
        sa.Column("cleared_by", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("slug", "partner", "number", name="pk_reported_number"),
    )
    op.create_table(
        "confirmation",
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("partner", sa.String(80), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("confirmed_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("slug", "partner", name="pk_confirmation"),
    )
    op.create_table(
        "partner_letter",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("partner", sa.String(80), nullable=False),
        sa.Column("term", sa.Date, nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_partner_letter"),
    )
    op.create_index("ix_partner_letter_partner", "partner_letter", ["slug", "partner"])
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("partner", sa.String(80), nullable=False),
        sa.Column("field", sa.String(80), nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decision", sa.String(20), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("decided_by", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_proposal"),
    )
    op.create_index("ix_proposal_slug", "proposal", ["slug"])
    op.create_table(
        "checked_link",
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("link", sa.LargeBinary(32), nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("reason", sa.String(80), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dead_since", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("slug", "link", name="pk_checked_link"),
    )
