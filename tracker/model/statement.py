"""One attributed passage in one article: its content, its cue, its source (PARC 3.0, PolNeAR), and the relay it came through."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.model.changing import quick
from tracker.model.span import Span, kept_hash


class Kind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATION = "narration"
    """A sentence of the outlet's own voice that carries a figure; credited to the outlet."""


class Polarity(StrEnum):
    ASSERTS = "asserts"
    DENIES = "denies"
    ASKS = "asks"


class SpeakerKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the article and where they stand: a cue, a mention, a relay."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Words:
        return cls(start, end, text[start:end])


def enumerated(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"; empty for nobody."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


@quick
@dataclass(frozen=True, slots=True)
class Statement:
    """
    spans       the stretches of the content, in text order; more than one where the cue interrupts it; never empty
    content     their words joined by a space, quotation marks and cue left out
    mention     the source as printed ("Ms. Okafor", "he"); None where nobody could be credited
    via         the relay in order: outlets, platforms, bodies, documents issued; never an audience
    speaker     the fullest name in this article, None until resolved or where nobody is credited
    speaker_id  key shared by everything credited to one speaker: within the article after `resolve.within`, across
                articles after `resolve.across`
    speakers    every name credited, more than one where two said it; empty where nobody is
    co_speakers keys of those among `speakers` after the first
    found_by    the rule that found the source; confidence — 0 to 1, calibrated (docs/quality.md)
    said_on     the day it was said, resolved from the text
    by_hand     a person made or corrected it
    """

    article: str
    kind: Kind
    spans: tuple[Span, ...]
    content: str
    mention: Words | None = None
    cue: Words | None = None
    via: tuple[Words, ...] = ()
    polarity: Polarity = Polarity.ASSERTS
    said_on: dt.date | None = None
    found_by: str = ""
    confidence: float = 0.0
    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None
    speaker_id: str | None = None
    speakers: tuple[str, ...] = ()
    by_hand: bool = False
    co_speakers: tuple[str, ...] = ()

    @property
    def said_by(self) -> str | None:
        """Everybody credited, as one reads it: "Mr. Doe and the ministry"."""
        return enumerated(self.speakers) or self.speaker

    @property
    def speaker_ids(self) -> tuple[str, ...]:
        """Keys of everybody credited, in the order of `speakers`."""
        return (self.speaker_id, *self.co_speakers) if self.speaker_id else ()

    @property
    def told(self) -> str:
        """The content as it may be quoted: with an ellipsis where its cue was cut out."""
        words, at = self.content, len(self.content)
        if len(words) != sum(span.end - span.start for span in self.spans) + len(self.spans) - 1:
            return words
        for span in reversed(self.spans[1:]):
            at -= span.end - span.start + 1
            words = f"{words[:at]} …{words[at:]}"
        return words

    @property
    def id(self) -> str:
        """Known by article, spans and kind."""
        return kept_hash("statement", self.article, self.kind, self.spans)

    @property
    def span(self) -> Span:
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass(frozen=True, slots=True)
class Speaker:
    """The person or body that mentions stand for.

    variants   every form as printed; roles — (title as printed, first day, last day) in order of the first day
    kind       UNNAMED speakers belong to one article and are never merged across articles
    """

    id: str
    name: str
    kind: SpeakerKind
    variants: tuple[str, ...] = ()
    roles: tuple[tuple[str, dt.date | None, dt.date | None], ...] = ()


class Sameness(StrEnum):
    SAME = "same"
    MAYBE = "maybe"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Match:
    """How alike two names are: score 0 to 1, a verdict, and the sentence that explains it."""

    score: float
    verdict: Sameness
    reason: str


@dataclass(frozen=True, slots=True)
class SpeakerProposal:
    """Two speakers that may be one; for a person to judge. a and b are speaker ids."""

    a: str
    b: str
    match: Match
