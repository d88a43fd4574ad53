"""Everybody who is credited with a statement.

The names of those beside the first were kept, not who they are: here each is the one speaker of that name, where there is one. `tracker
rebuild` credits the rest.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
alters_data = True

SAID_TOGETHER = """SELECT n, content, tags, speaker, json_extract(value, '$.speakers') AS names FROM statement
    WHERE speaker = found AND json_array_length(value, '$.speakers') > 1"""
CALLED = "SELECT DISTINCT speaker FROM alias JOIN speaker ON speaker.n = alias.speaker WHERE alias.name = :name AND kind <> 'unnamed'"
WORDS = "statement_words(statement_words, rowid, content, tags) VALUES ('delete', :n, :content, :tags)"


def upgrade() -> None:
    op.create_table(
        "co_speaker",
        sa.Column("statement", sa.Integer(), sa.ForeignKey("statement.n", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("found", sa.Integer(), sa.ForeignKey("speaker.n", ondelete="CASCADE"), nullable=False),
        sa.Column("speaker", sa.Integer()),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_co_speaker_found", "co_speaker", ["found"])
    op.create_index("ix_co_speaker_speaker", "co_speaker", ["speaker"])
    for row in op.get_bind().execute(sa.text(SAID_TOGETHER)).mappings().all():
        credit(dict(row), others_of(row["speaker"], json.loads(row["names"])[1:]))


def others_of(first: int | None, names: list[str]) -> list[int]:
    """Numbers of those who alone have one of the names."""
    found = (op.get_bind().execute(sa.text(CALLED), {"name": name}).scalars().all() for name in names)
    return [speaker for speaker in dict.fromkeys(called[0] for called in found if len(called) == 1) if speaker != first]


def credit(row: dict[str, object], others: list[int]) -> None:
    if not others:
        return
    run = op.get_bind().execute
    run(sa.text(f"INSERT INTO {WORDS}"), row)
    row["tags"] = " ".join([str(row["tags"]), *(f"s{speaker}" for speaker in others)])
    run(sa.text("UPDATE statement SET tags = :tags WHERE n = :n"), row)
    run(sa.text("INSERT INTO statement_words(rowid, content, tags) VALUES (:n, :content, :tags)"), row)
    for ordinal, speaker in enumerate(others):
        run(sa.text("INSERT INTO co_speaker VALUES (:n, :ordinal, :speaker, :speaker)"), {**row, "ordinal": ordinal, "speaker": speaker})
        run(sa.text("UPDATE speaker SET statements = statements + 1 WHERE n = :speaker"), {"speaker": speaker})


def downgrade() -> None:
    op.drop_table("co_speaker")
