"""Attempts per mail address instead of per account, links to set a new password, accounts that are shut."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.drop_column("account", "failures")
    op.drop_column("account", "locked_until")
    op.add_column("account", sa.Column("is_locked", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "password_link",
        sa.Column("id", sa.LargeBinary(32), nullable=False),
        sa.Column("account", sa.Integer, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_password_link"),
        sa.ForeignKeyConstraint(
            ["account"], ["account.id"], name="fk_password_link_account_account", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_password_link_account", "password_link", ["account"])
    op.create_table(
        "attempt",
        sa.Column("id", sa.LargeBinary(32), nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("blocked_until", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
    )
