"""The question several figures answer, how two figures stand to each other, and how two quotations do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from tracker.model.figure import Figure, Number
from tracker.model.span import content_hash


class Relation(StrEnum):
    """How two figures stand to each other. The first six are of one claim; the last two were kept apart."""

    CONFLICT = "conflict"
    REVISION = "revision"
    RUNNING_TOTAL = "running_total"
    COMPATIBLE = "compatible"
    CORROBORATES = "corroborates"
    ECHO = "echo"
    DIFFERENT_SCOPE = "different_scope"
    POSSIBLE = "possible"

    @property
    def is_linked(self) -> bool:
        """Both figures answer one question."""
        return self not in (Relation.DIFFERENT_SCOPE, Relation.POSSIBLE)


SERIOUSNESS = (Relation.CONFLICT, Relation.REVISION, Relation.RUNNING_TOTAL, Relation.COMPATIBLE, Relation.CORROBORATES, Relation.ECHO)
"""A claim bears the most serious relation among its figures: the first of these."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What comparing, listing and citing need of an article: everything but its text.

    event_words, places, days — what the whole article is about, for linking figures to one event; set by compare
    origin — the agency that the article credits as its source, else the outlet; set by compare
    sketch — sampled hashes of its shingles, by which reprints are told; set by compare
    retrieved_at — when it was fetched, where it was
    """

    id: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    url: str | None = None
    archive_url: str | None = None
    event_words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    days: tuple[dt.date, ...] = ()
    origin: str | None = None
    sketch: tuple[int, ...] = field(default=(), hash=False)
    retrieved_at: dt.datetime | None = None

    @property
    def day(self) -> dt.date | None:
        return self.published.date() if isinstance(self.published, dt.datetime) else self.published


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure with the heading of the article it stands in: the unit that compare works on."""

    figure: Figure
    heading: Heading


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures and how they stand. a is the earlier by as-of date.

    reason   one sentence a reader understands, with its inputs
    points   what speaks for one event, where the two are of one claim; None where it was not weighed
    is_again one gives the number of the other anew, in the same place
    """

    a: str
    b: str
    relation: Relation
    reason: str
    points: float | None = field(default=None, compare=False)
    is_again: bool = field(default=False, compare=False)

    @property
    def id(self) -> str:
        return content_hash("pair", *sorted((self.a, self.b)))


@dataclass(frozen=True, slots=True)
class Claim:
    """A set of figures that answer one question. It has no identity of its own: `id` is read off its earliest figure and may change.

    name      built by rule ("killed — attack on the harbour, 7 Oct 2023") unless a person edited it
    relation  the most serious among its figures; None for a claim of one figure
    figures   ids in order of as-of date; origins — how many independent ones; origin_groups — for each figure the number of its own, from 0
    low, high the widest the figures state; best — only ever a person's choice
    witnesses those of its figures that say of all of them what the claim does, but for their origins; none where not worked out
    holding   how its figures hold together, as compare wrote it; empty where not worked out
    pair      the two figures whose relation the reason tells, as in a Pair; empty where there are none, or not known; points — of that pair
    """

    id: str
    name: str
    metric: str
    population: str | None
    event: str | None
    place: str | None
    period: str | None
    relation: Relation | None
    figures: tuple[str, ...]
    origins: int
    reason: str
    low: Number | None = None
    high: Number | None = None
    best: Number | None = None
    origin_groups: tuple[int, ...] = ()
    witnesses: tuple[str, ...] = field(default=(), compare=False)
    holding: str = field(default="", compare=False)
    pair: tuple[str, ...] = field(default=(), compare=False)
    points: float | None = field(default=None, compare=False)


class Voice(NamedTuple):
    """Whom a figure comes from: speaker — an id, else a name, where it is credited; else source — the agency or outlet."""

    speaker: str | None
    source: str
    article: str


class ChangeKind(StrEnum):
    """What a changed stretch of words touches, the gravest first."""

    NUMBER = "number"
    NEGATION = "negation"
    MODAL = "modal"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of two wordings set side by side: equal where nothing changed, one empty where words came or went.

    change — what it touches; None where nothing changed
    """

    before: str
    after: str
    change: ChangeKind | None = None


class VariantKind(StrEnum):
    WORDING = "wording"
    ATTRIBUTION = "attribution"
    ECHO = "echo"


@dataclass(frozen=True, slots=True)
class QuoteVariant:
    """Statements (ids, earliest first) that give one utterance in two wordings, to two speakers, or as a reprint.

    similarity — 0 to 100, as RapidFuzz gives it.
    """

    kind: VariantKind
    statements: tuple[str, ...]
    similarity: float
    reason: str
