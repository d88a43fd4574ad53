"""Which origin each figure of a claim comes from; keys under which quotations meet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("claim", sa.Column("origin_groups", sa.Text(), nullable=False, server_default="[]"))
    op.create_table(
        "quoted",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("statement", sa.Integer(), sa.ForeignKey("statement.n", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_quoted_statement", "quoted", ["statement"])


def downgrade() -> None:
    op.drop_table("quoted")
    op.drop_column("claim", "origin_groups")
