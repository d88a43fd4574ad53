"""What the figures of an article could be tied by. An article that has none yet is read as a whole."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "outline",
        sa.Column("article", sa.Integer(), sa.ForeignKey("article.n", ondelete="CASCADE"), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("outline")
