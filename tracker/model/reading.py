"""What the stages hand on: one article read, and a set of articles compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tracker.model.article import Article, Finding
from tracker.model.claim import Claim, Heading, Pair, QuoteVariant
from tracker.model.figure import Figure
from tracker.model.span import Span
from tracker.model.statement import Speaker, SpeakerProposal, Statement


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as printed in one article. title — the words before it that are no part of it ("Brig. Gen.", "pollster").

    kind — "person", "organisation", "place" or "" where the text does not say; gender — "m", "f" or "" likewise.
    """

    span: Span
    text: str
    title: str = ""
    kind: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, read: extract fills everything but the speakers; `resolve.within` fills those. All in text order."""

    article: Article
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()
    names: tuple[Name, ...] = ()
    speakers: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Ready:
    """A reading with what a store files it under: all of storing it that needs no other article.

    keys — the article's or a quotation's id → the keys that it is found by; outline — what the article's figures could be tied by,
    as compare reads it
    """

    reading: Reading
    heading: Heading
    keys: Mapping[str, Sequence[int]] = field(default_factory=dict)
    outline: str = ""

    @property
    def quoted(self) -> dict[str, Sequence[int]]:
        """The keys of its quotations only."""
        return {one: keys for one, keys in self.keys.items() if one != self.reading.article.id}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A set of articles, compared. Readings come back with speaker ids shared across articles and figure intervals set."""

    readings: tuple[Reading, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    proposals: tuple[SpeakerProposal, ...] = ()
    claims: tuple[Claim, ...] = ()
    pairs: tuple[Pair, ...] = ()
    quote_variants: tuple[QuoteVariant, ...] = ()
    findings: tuple[Finding, ...] = ()
