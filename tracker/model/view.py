"""Rows as people see them: what review and search hand to the screens, the command line and the reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from tracker.model.article import Article, Finding
from tracker.model.claim import Claim, Heading, Pair, QuoteVariant, Relation
from tracker.model.decision import Decision
from tracker.model.figure import Figure, Number
from tracker.model.query import Query
from tracker.model.statement import Kind, Speaker, SpeakerKind, SpeakerProposal, Statement, enumerated


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One claim in the queue. state — open, decided, disputed (two reviewers disagree) or pending (unsure); newest — latest as-of day."""

    claim: Claim
    state: str
    newest: dt.date | None
    attention: float
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of a claim with everything needed to judge it. passage — the paragraph; passage_start — where it begins in the article."""

    figure: Figure
    heading: Heading
    statement: Statement | None
    origin: str
    grade: str
    passage: str
    passage_start: int

    @property
    def said_by(self) -> str | None:
        """Everybody credited; None for the outlet's own voice."""
        told = self.statement if self.statement and self.statement.speaker_id == self.figure.speaker_id else None
        return (told and told.said_by) or self.figure.speaker


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim with what a person needs to judge it. rows — its figures in order, all of them unless fewer were asked for; pairs — those
    that these are in.
    """

    claim: Claim
    state: str
    rows: tuple[FigureRow, ...]
    pairs: tuple[Pair, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a claim on its timeline.

    day — as of, or else the day of its article; stated — the number; low, high — as read for comparison, None where open
    relation — conflict, revision or running total, the most serious with another figure of the claim; grows — it is in a running total
    """

    figure: str
    day: dt.date | None
    stated: Number | None
    low: Number | None
    high: Number | None
    relation: Relation | None = None
    grows: bool = False


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article with all that was read in it; echoes — ids of articles of the same origin; versions — ids of other texts of the same
    URL, in order of storing, `earlier` of them stored before this one.
    """

    article: Article
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]
    echoes: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    retracted: bool = False
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One statement found.

    snippet — words around the match; lit — (start, end) in the snippet; variants — how many other wordings were folded into it.
    speaker — who is credited, as the database has them now; co_speakers — who is beside them
    passage — the sentences it stands in, where asked for; passage_start — where they begin in the article
    """

    statement: Statement
    heading: Heading
    snippet: str
    lit: tuple[tuple[int, int], ...] = ()
    variants: int = 0
    figures: tuple[Figure, ...] = ()
    speaker: Speaker | None = None
    passage: str = ""
    passage_start: int = 0
    co_speakers: tuple[Speaker, ...] = ()

    @property
    def said_by(self) -> str | None:
        """Everybody credited, by the names the database has now."""
        return enumerated([s.name for s in (self.speaker, *self.co_speakers) if s]) or self.statement.said_by


@dataclass(frozen=True, slots=True)
class Hits:
    """total — how many in all; note — what was understood differently from what was typed, empty if nothing; taken, close — speaker
    names matched, and near ones; asked — the query that was answered, where it is another than the one given.
    """

    rows: tuple[Hit, ...]
    total: int
    note: str = ""
    taken: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    asked: Query | None = None


@dataclass(frozen=True, slots=True)
class ProposalView:
    proposal: SpeakerProposal
    a: Speaker
    b: Speaker
    outlets_a: tuple[str, ...]
    outlets_b: tuple[str, ...]
    example_a: str
    example_b: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything one speaker said, in time order; contradictions — pairs of their own figures; disputed_by — names of those who gave a
    figure that cannot hold beside one of theirs; disputes — each such name with the reason; said — how many statements there are, counted
    no further than 10,001, where `hits` are the first of them.
    """

    speaker: Speaker
    hits: tuple[Hit, ...]
    contradictions: tuple[Pair, ...] = ()
    disputed_by: tuple[str, ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    disputes: tuple[tuple[str, str], ...] = ()
    said: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a report rests on.

    articles — how many it cites; read — how many the database holds; figures — how many fit the filter, and of these: the sentences they
    stand in, those without a speaker; statements — how many were selected that somebody made; unattributed — those of nobody;
    claims — how many were selected, and of these: those that nobody reviewed
    """

    articles: int
    sentences_with_figure: int
    figures_without_speaker: int
    unreviewed: int
    last_article: dt.datetime | None
    last_decision: dt.datetime | None
    read: int = 0
    figures: int = 0
    statements: int = 0
    unattributed: int = 0
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Credit:
    """Who one statement is credited to, and where it stands: what a list of contents needs of it. speaker — the id, None for nobody; name —
    as the database has it now, the outlet's for narration; is_beside — to them beside the speaker that another credit names.
    """

    statement: str
    article: str
    kind: Kind
    speaker: str | None
    name: str | None
    speaker_kind: SpeakerKind | None
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """The values an attribution report is written from, and nothing else: report functions take this. A million of them are a `Run`.

    credits — one a statement, in any order; None where they are to be read off the statements
    """

    query: str
    claims: Collection[ClaimView]
    variants: Collection[tuple[QuoteVariant, tuple[Hit, ...]]]
    findings: Collection[Finding]
    headings: Collection[Heading]
    statements: Collection[Hit]
    speakers: Collection[Speaker]
    coverage: Coverage
    content_hash: str
    version: str
    credits: Collection[Credit] | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A named case, with how many articles, claims and speakers were put into it."""

    name: str
    articles: int = 0
    claims: int = 0
    speakers: int = 0
