"""The articles and speakers of a claim's figures are told by its index, the figures themselves left alone."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.drop_index("ix_figure_claim", "figure")
    op.create_index("ix_figure_claim", "figure", ["claim", "article", "speaker"])


def downgrade() -> None:
    op.drop_index("ix_figure_claim", "figure")
    op.create_index("ix_figure_claim", "figure", ["claim"])
