"""Which figures of a claim say what all of them do. A claim that has none yet is looked at as a whole once more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("claim", sa.Column("witnesses", sa.Text(), nullable=False, server_default=sa.text("'[]'")))


def downgrade() -> None:
    op.drop_column("claim", "witnesses")
