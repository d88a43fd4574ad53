"""How the figures of a claim hold together, and how strong each tie is. A claim without such words yet is looked at with all its ties."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("claim", sa.Column("holding", sa.Text(), nullable=False, server_default=sa.text("''")))
    op.drop_column("claim", "parted")
    op.add_column("relation", sa.Column("points", sa.Float(), nullable=True))
    op.add_column("relation", sa.Column("is_again", sa.Boolean(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    op.drop_column("relation", "is_again")
    op.drop_column("relation", "points")
    op.add_column("claim", sa.Column("parted", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.drop_column("claim", "holding")
