"""Keys file articles, not figures. They are derived: `tracker rebuild` files what was stored before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    replace("article")


def downgrade() -> None:
    replace("figure")


def replace(filed: str) -> None:
    op.drop_table("block")
    op.create_table(
        "block",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column(filed, sa.Integer(), sa.ForeignKey(f"{filed}.n", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_block_{filed}", "block", [filed])
