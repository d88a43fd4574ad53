"""Which pair a claim's reason is of, and the days of many articles at once. A claim that does not know yet keeps its reason until it is
built again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("claim", sa.Column("grounds", sa.Text(), nullable=False, server_default=sa.text("'[]'")))
    op.create_index("ix_article_published", "article", ["n", "day"])


def downgrade() -> None:
    op.drop_index("ix_article_published", "article")
    op.drop_column("claim", "grounds")
