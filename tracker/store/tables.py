"""The tables, and nothing else of SQLModel. Rows become values in `rows`.

Numbers, days and moments are exact text. What a person decided lives in `article`, `outlet`, `decision` and `setting` alone; every
other table can be emptied and built again. `n` is a row's number inside this database and never leaves the store; `id` is its content.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary
from sqlmodel import Field, SQLModel


class OutletRow(SQLModel, table=True):
    __tablename__ = "outlet"
    n: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    variants: str = "[]"
    grade: str = "F"


class ArticleRow(SQLModel, table=True):
    """text is the last column, so that a list of headings never reads it.

    day — the calendar day of `published`; sketch — what compare needs of the article beyond its attributes; given — the attributes it
    was stored with, where a person changed them; sentences — how many carry a figure.
    """

    __tablename__ = "article"
    __table_args__ = (Index("ix_article_published", "n", "day"),)
    n: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    title: str | None = None
    outlet: str | None = Field(default=None, index=True)
    authors: str = "[]"
    published: str | None = None
    day: str | None = Field(default=None, index=True)
    updated: str | None = None
    url: str | None = Field(default=None, index=True)
    archive_url: str | None = None
    retrieved_at: str | None = None
    language: str | None = None
    place: str | None = None
    medium: str | None = None
    inferred: str = "[]"
    stored_at: str
    media_type: str = "text/plain"
    source: str = ""
    sketch: str = "{}"
    given: str | None = None
    retracted: bool = False
    sentences: int = 0
    text: str


class RawRow(SQLModel, table=True):
    """The bytes an article was read from, compressed; no row where they are its text in UTF-8."""

    __tablename__ = "raw"
    article: int = Field(primary_key=True, foreign_key="article.n", ondelete="CASCADE")
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class SpeakerRow(SQLModel, table=True):
    """value — the speaker as the program found it; name and kind as decisions have it, overruled where they do; joined — the number of
    the speaker a person says this one is; statements — how many are credited to it.
    """

    __tablename__ = "speaker"
    n: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    name: str = Field(index=True)
    kind: str
    statements: int = 0
    joined: int | None = Field(default=None, index=True)
    overruled: bool = Field(default=False)
    value: str


class AliasRow(SQLModel, table=True):
    """A form of a speaker's name as printed; gram — its row in the index of letters."""

    __tablename__ = "alias"
    speaker: int = Field(primary_key=True, foreign_key="speaker.n", ondelete="CASCADE")
    ordinal: int = Field(primary_key=True)
    name: str = Field(index=True)
    gram: int | None = None


class TokenRow(SQLModel, table=True):
    """A folded word of a speaker's name: candidates for one person share one."""

    __tablename__ = "name_token"
    token: str = Field(primary_key=True)
    speaker: int = Field(primary_key=True, foreign_key="speaker.n", ondelete="CASCADE", index=True)


class StatementRow(SQLModel, table=True):
    """value — the statement; found_value — what the program read, where a person put another in its place; found — the speaker the
    program credits; speaker and dropped are as decisions have it.

    day — said_on, or else the day of the article; tags — what the search index filters by.
    """

    __tablename__ = "statement"
    n: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    article: int = Field(foreign_key="article.n", ondelete="CASCADE", index=True)
    kind: str
    start: int
    end: int
    day: str | None = None
    found: int | None = Field(default=None, index=True)
    speaker: int | None = None
    figures: int = 0
    by_hand: bool = False
    dropped: bool = False
    tags: str = ""
    content: str
    value: str
    found_value: str | None = None


class CoSpeakerRow(SQLModel, table=True):
    """Who is credited with a statement beside the speaker of its row: found — as the program read; speaker — as decisions have it, NULL
    where they credit somebody else.
    """

    __tablename__ = "co_speaker"
    statement: int = Field(primary_key=True, foreign_key="statement.n", ondelete="CASCADE")
    ordinal: int = Field(primary_key=True)
    found: int = Field(foreign_key="speaker.n", ondelete="CASCADE", index=True)
    speaker: int | None = Field(default=None, index=True)


class FigureRow(SQLModel, table=True):
    """value, found_value, found, speaker, dropped — as of a statement; claim — the one it belongs to now."""

    __tablename__ = "figure"
    __table_args__ = (Index("ix_figure_claim", "claim", "article", "speaker"),)
    n: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    article: int = Field(foreign_key="article.n", ondelete="CASCADE", index=True)
    statement: str | None = Field(default=None, index=True)
    start: int
    end: int
    low: str | None = None
    high: str | None = None
    bound: str
    metric: str
    place: str | None = None
    as_of: str | None = None
    found: int | None = None
    speaker: int | None = Field(default=None, index=True)
    by_hand: bool = False
    dropped: bool = False
    claim: int | None = None
    value: str
    found_value: str | None = None


class BlockRow(SQLModel, table=True):
    """Where an article and those it may be compared with meet; `key` is a hash of words, and a day."""

    __tablename__ = "block"
    key: int = Field(primary_key=True)
    article: int = Field(primary_key=True, foreign_key="article.n", ondelete="CASCADE", index=True)


class OutlineRow(SQLModel, table=True):
    """What an article's figures could be tied by, as compare wrote it: of most that it meets no figure has to be read."""

    __tablename__ = "outline"
    article: int = Field(primary_key=True, foreign_key="article.n", ondelete="CASCADE")
    value: str


class QuotedRow(SQLModel, table=True):
    """Where a quotation and its variants meet; `key` is a hash of the words of the key."""

    __tablename__ = "quoted"
    key: int = Field(primary_key=True)
    statement: int = Field(primary_key=True, foreign_key="statement.n", ondelete="CASCADE", index=True)


class RelationRow(SQLModel, table=True):
    """How two figures stand: `found` by the program (NULL where only a person tied them), and `relation` once decisions are applied.

    a is the earlier by as-of date. points — what spoke for one event; NULL where that was not weighed.
    """

    __tablename__ = "relation"
    a: int = Field(primary_key=True, foreign_key="figure.n", ondelete="CASCADE")
    b: int = Field(primary_key=True, foreign_key="figure.n", ondelete="CASCADE", index=True)
    found: str | None = None
    found_reason: str | None = None
    relation: str
    reason: str
    points: float | None = None
    is_again: bool = False


class ClaimRow(SQLModel, table=True):
    """figures — their ids in order; attention — what the queue is ordered by; grounds — the pair that its reason is of."""

    __tablename__ = "claim"
    n: int | None = Field(default=None, primary_key=True)
    id: str = Field(index=True)
    name: str
    metric: str
    population: str | None = None
    event: str | None = None
    place: str | None = None
    period: str | None = None
    relation: str | None = None
    figures: str
    origins: int
    reason: str
    low: str | None = None
    high: str | None = None
    best: str | None = None
    state: str = "open"
    newest: str | None = None
    attention: float = 0.0
    outlets: str = "[]"
    origin_groups: str = "[]"
    witnesses: str = "[]"
    holding: str = ""
    grounds: str = "[]"


class FacetRow(SQLModel, table=True):
    """What claims of two and more figures can be counted and filtered by beyond their own columns."""

    __tablename__ = "facet"
    facet: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    claim: int = Field(primary_key=True, foreign_key="claim.n", ondelete="CASCADE", index=True)


class VariantRow(SQLModel, table=True):
    __tablename__ = "variant"
    n: int | None = Field(default=None, primary_key=True)
    kind: str
    statements: str = Field(unique=True)
    similarity: float
    reason: str


class VariantMemberRow(SQLModel, table=True):
    __tablename__ = "variant_member"
    statement: str = Field(primary_key=True)
    variant: int = Field(primary_key=True, foreign_key="variant.n", ondelete="CASCADE", index=True)


class ProposalRow(SQLModel, table=True):
    """Two speakers that may be one. settled — a person told them apart or joined them."""

    __tablename__ = "proposal"
    a: str = Field(primary_key=True)
    b: str = Field(primary_key=True, index=True)
    score: float = Field(index=True)
    verdict: str
    reason: str
    settled: bool = False


class FindingRow(SQLModel, table=True):
    __tablename__ = "finding"
    n: int | None = Field(default=None, primary_key=True)
    article: int | None = Field(default=None, foreign_key="article.n", ondelete="CASCADE", index=True)
    code: str = Field(index=True)
    start: int | None = None
    end: int | None = None
    message: str


class DecisionRow(SQLModel, table=True):
    """Appended, never changed but for its withdrawal."""

    __tablename__ = "decision"
    number: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    verdict: str
    anchors: str
    reviewer: str
    at: str
    reason: str = ""
    value: str = ""
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None


class TargetRow(SQLModel, table=True):
    """What an anchor of a decision stands for now: an id, or the name of a speaker or outlet; NULL for an orphan. Derived."""

    __tablename__ = "target"
    decision: int = Field(primary_key=True, foreign_key="decision.number", ondelete="CASCADE")
    ordinal: int = Field(primary_key=True)
    what: str
    article: str = Field(index=True)
    target: str | None = Field(default=None, index=True)


class SettingRow(SQLModel, table=True):
    __tablename__ = "setting"
    key: str = Field(primary_key=True)
    value: str


METADATA = SQLModel.metadata
