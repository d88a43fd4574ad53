"""What a quoted person quotes: “He told me, ‘Go home,’” holds a statement of the other one too.

It is read from the words beside the inner marks alone. Nothing but the outer speaker's word stands behind it, so it is of kind indirect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tracker.extract.cues import cues, polarity
from tracker.extract.sources import after, before
from tracker.model import Article, Kind, Span, Statement, Words
from tracker.text.phrases import is_person
from tracker.text.sentences import sentences

INNER: Final = re.compile(r"(?<![\w’'])(?P<open>[‘'“\"])(?P<said>[^\W_][^‘“\"\n]{2,400}?[\w,.?!…])[’'”\"](?!\w)")
GAP: Final = re.compile(r"(?:\s+(?:to\s+)?(?:me|us|him|her|them|you|(?:the|my|our|his|her)\s+\w+))?[,:]?\s+\Z")
SELF: Final = frozenset(("i", "we", "you", "it", "that", "which", "who"))
"""Who is no other speaker: the outer one, whoever listens, things."""
NEAR: Final = 60
SURE: Final = 0.6
PERSON: Final = re.compile(r"\b(?:the|my|our|an?|his|her|this|that|one)\s+(?:[a-z]+\s+){0,2}?(?P<head>[a-z]+)\b")


def nested(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """One statement for each quotation within a direct one that a cue beside it credits to somebody else, in text order."""
    spans = [span for s in statements if s.kind is Kind.DIRECT and s.mention for span in s.spans]
    return tuple(found for span in spans for found in _inside(article, span))


def _inside(article: Article, outer: Span) -> Iterator[Statement]:
    text = article.text
    for mark in INNER.finditer(text, *outer):
        inner = Span(*mark.span("said"))
        found = _led(text, outer, mark.start()) or _followed(text, outer, mark.end())
        source, cue = found or (None, None)
        if source and source.text.lower() not in SELF:
            who = _told_of(text, outer, source)
            yield Statement(
                article.id,
                Kind.INDIRECT,
                (inner,),
                inner.of(text),
                who,
                cue,
                (),
                polarity(cue),
                found_by="quotation:inner",
                confidence=SURE,
            )


def _told_of(text: str, outer: Span, source: Words) -> Words:
    """For "he" and "she" the person that the outer quotation spoke of last ("I asked the guard and he said"), unless it names one later."""
    if source.text.lower() not in ("he", "she"):
        return source
    for phrase in reversed(list(PERSON.finditer(text, outer.start, source.start))):
        if is_person(phrase["head"]) and not re.search(r"[a-z] [A-Z]", text[phrase.end() : source.start]):
            return Words.at(text, *phrase.span())
    return source


def _led(text: str, outer: Span, mark: int) -> tuple[Words, Words] | None:
    """The source and cue that end at the inner mark ("the guard told me, ‘…")."""
    floor = max((s.start for s in sentences(text, outer.start, mark) if s.start < mark), default=outer.start)
    near = list(cues(text, max(floor, mark - NEAR), mark))
    if not near or not GAP.fullmatch(text, near[-1].end, mark):
        return None
    source = before(text, near[-1].start, floor)
    return (source, near[-1]) if source else None


def _followed(text: str, outer: Span, end: int) -> tuple[Words, Words] | None:
    """The source and cue right after the inner mark ("…,’ the guard told me")."""
    if text[end - 2 : end - 1] not in ",?!":
        return None
    cue = next(cues(text, end, min(end + NEAR, outer.end)), None)
    if cue is None:
        return None
    source = before(text, cue.start, end) or (after(text, cue.end, outer.end) if not text[end : cue.start].strip() else None)
    return (source, cue) if source else None
