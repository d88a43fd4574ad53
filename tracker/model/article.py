"""Who published, and one published text, kept verbatim."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from tracker.model.figure import Figure
from tracker.model.span import Span, content_hash
from tracker.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Outlet:
    """name — as shown; variants — other spellings, domains; grade — Admiralty reliability A to F, F until a person says more."""

    name: str
    variants: tuple[str, ...] = ()
    grade: str = "F"


@dataclass(frozen=True, slots=True)
class Article:
    """One published text. `text` is never altered after ingest.

    id         hash of the text, unless the caller brings one (the machine interface does)
    published  a date, or a datetime where the hour is known; None where it is not known
    inferred   which of the attributes were read out of the text and not given, as (attribute, rule)
    medium     None for a published text; "call", "broadcast", "paper" … for a source a person noted by hand
    """

    text: str
    id: str = ""
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    updated: dt.date | None = None
    url: str | None = None
    archive_url: str | None = None
    retrieved_at: dt.datetime | None = None
    language: str | None = None
    place: str | None = None
    medium: str | None = None
    inferred: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", content_hash(self.text))

    @property
    def day(self) -> dt.date | None:
        """The calendar day of publication."""
        return self.published.date() if isinstance(self.published, dt.datetime) else self.published


@dataclass(frozen=True, slots=True)
class Finding:
    """Trouble met in the text, never an exception. code — one of docs/interface.md; span — None where it is about the whole article."""

    code: str
    message: str
    article: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What ingest yields: an article, the bytes it was read from, where they came from, and what was noticed on the way; statements and
    figures that came with it, made elsewhere.
    """

    article: Article
    raw: bytes = field(default=b"", repr=False)
    source: str = ""
    media_type: str = "text/plain"
    findings: tuple[Finding, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
