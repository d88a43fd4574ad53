"""The first schema: articles, what was read in them, how it compares, and what people decided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
alters_data = False

INDEXES = (
    "CREATE INDEX ix_claim_queue ON claim (attention DESC, id) WHERE relation IS NOT NULL",
    "CREATE INDEX ix_claim_relation ON claim (relation, attention DESC, id)",
    "CREATE INDEX ix_claim_state ON claim (state, attention DESC, id) WHERE relation IS NOT NULL",
    "CREATE INDEX ix_claim_metric ON claim (metric, attention DESC, id) WHERE relation IS NOT NULL",
    "CREATE INDEX ix_claim_place ON claim (place, attention DESC, id) WHERE relation IS NOT NULL",
    "CREATE INDEX ix_claim_newest ON claim (newest DESC, id) WHERE relation IS NOT NULL",
    "CREATE INDEX ix_statement_day ON statement (day DESC, n)",
    "CREATE INDEX ix_speaker_statements ON speaker (statements DESC, name, n) WHERE kind <> 'unnamed' AND joined IS NULL",
    "CREATE INDEX ix_article_newest ON article (day DESC, n)",
    """CREATE VIRTUAL TABLE statement_words USING fts5(
        content, tags, content='statement', content_rowid='n', tokenize='unicode61 remove_diacritics 2'
    )""",
    """CREATE VIRTUAL TABLE article_words USING fts5(
        title, text, content='article', content_rowid='n', tokenize='unicode61 remove_diacritics 2'
    )""",
    "CREATE VIRTUAL TABLE statement_vocab USING fts5vocab('statement_words', 'col')",
    "CREATE VIRTUAL TABLE alias_grams USING fts5(name, speaker UNINDEXED, tokenize='trigram')",
)


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("title", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("authors", sa.Text(), nullable=False),
        sa.Column("published", sa.Text()),
        sa.Column("day", sa.Text()),
        sa.Column("updated", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("archive_url", sa.Text()),
        sa.Column("retrieved_at", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("medium", sa.Text()),
        sa.Column("inferred", sa.Text(), nullable=False),
        sa.Column("stored_at", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("sketch", sa.Text(), nullable=False),
        sa.Column("given", sa.Text()),
        sa.Column("retracted", sa.Boolean(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
    )
    op.create_index("ix_article_day", "article", ["day"])
    op.create_index("ix_article_outlet", "article", ["outlet"])
    op.create_index("ix_article_url", "article", ["url"])
    op.create_table(
        "claim",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("population", sa.Text()),
        sa.Column("event", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("period", sa.Text()),
        sa.Column("relation", sa.Text()),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("low", sa.Text()),
        sa.Column("high", sa.Text()),
        sa.Column("best", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("newest", sa.Text()),
        sa.Column("attention", sa.Float(), nullable=False),
        sa.Column("outlets", sa.Text(), nullable=False),
    )
    op.create_index("ix_claim_id", "claim", ["id"])
    op.create_table(
        "decision",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("key", sa.Text(), nullable=False, unique=True),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("anchors", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text()),
        sa.Column("withdrawn_by", sa.Text()),
    )
    op.create_table(
        "outlet",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False, unique=True),
        sa.Column("variants", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
    )
    op.create_table(
        "proposal",
        sa.Column("a", sa.Text(), primary_key=True),
        sa.Column("b", sa.Text(), primary_key=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_proposal_b", "proposal", ["b"])
    op.create_index("ix_proposal_score", "proposal", ["score"])
    op.create_table(
        "setting",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "speaker",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("joined", sa.Integer()),
        sa.Column("overruled", sa.Boolean(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
    )
    op.create_index("ix_speaker_joined", "speaker", ["joined"])
    op.create_index("ix_speaker_name", "speaker", ["name"])
    op.create_table(
        "variant",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("statements", sa.Text(), nullable=False, unique=True),
        sa.Column("similarity", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
    )
    op.create_table(
        "alias",
        sa.Column("speaker", sa.Integer(), sa.ForeignKey("speaker.n", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("gram", sa.Integer()),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_alias_name", "alias", ["name"])
    op.create_table(
        "facet",
        sa.Column("facet", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), primary_key=True),
        sa.Column("claim", sa.Integer(), sa.ForeignKey("claim.n", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_facet_claim", "facet", ["claim"])
    op.create_table(
        "figure",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("article", sa.Integer(), sa.ForeignKey("article.n", ondelete="CASCADE"), nullable=False),
        sa.Column("statement", sa.Text()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("low", sa.Text()),
        sa.Column("high", sa.Text()),
        sa.Column("bound", sa.Text(), nullable=False),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("as_of", sa.Text()),
        sa.Column("found", sa.Integer()),
        sa.Column("speaker", sa.Integer()),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("claim", sa.Integer()),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("found_value", sa.Text()),
    )
    op.create_index("ix_figure_article", "figure", ["article"])
    op.create_index("ix_figure_claim", "figure", ["claim"])
    op.create_index("ix_figure_speaker", "figure", ["speaker"])
    op.create_index("ix_figure_statement", "figure", ["statement"])
    op.create_table(
        "finding",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("article", sa.Integer(), sa.ForeignKey("article.n", ondelete="CASCADE")),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.Column("message", sa.Text(), nullable=False),
    )
    op.create_index("ix_finding_article", "finding", ["article"])
    op.create_index("ix_finding_code", "finding", ["code"])
    op.create_table(
        "name_token",
        sa.Column("token", sa.Text(), primary_key=True),
        sa.Column("speaker", sa.Integer(), sa.ForeignKey("speaker.n", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_name_token_speaker", "name_token", ["speaker"])
    op.create_table(
        "raw",
        sa.Column("article", sa.Integer(), sa.ForeignKey("article.n", ondelete="CASCADE"), primary_key=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "statement",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("article", sa.Integer(), sa.ForeignKey("article.n", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text()),
        sa.Column("found", sa.Integer()),
        sa.Column("speaker", sa.Integer()),
        sa.Column("figures", sa.Integer(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("found_value", sa.Text()),
    )
    op.create_index("ix_statement_article", "statement", ["article"])
    op.create_index("ix_statement_found", "statement", ["found"])
    op.create_table(
        "target",
        sa.Column("decision", sa.Integer(), sa.ForeignKey("decision.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("target", sa.Text()),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_target_article", "target", ["article"])
    op.create_index("ix_target_target", "target", ["target"])
    op.create_table(
        "variant_member",
        sa.Column("statement", sa.Text(), primary_key=True),
        sa.Column("variant", sa.Integer(), sa.ForeignKey("variant.n", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_variant_member_variant", "variant_member", ["variant"])
    op.create_table(
        "block",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("figure", sa.Integer(), sa.ForeignKey("figure.n", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_block_figure", "block", ["figure"])
    op.create_table(
        "relation",
        sa.Column("a", sa.Integer(), sa.ForeignKey("figure.n", ondelete="CASCADE"), primary_key=True),
        sa.Column("b", sa.Integer(), sa.ForeignKey("figure.n", ondelete="CASCADE"), primary_key=True),
        sa.Column("found", sa.Text()),
        sa.Column("found_reason", sa.Text()),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_relation_b", "relation", ["b"])
    for statement in INDEXES:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("there is nothing before the first schema")
