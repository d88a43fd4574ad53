"""What fills the paragraph after "he wrote:" or "in a statement:" without quotation marks: a letter, a post, a dispatch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tracker.extract.cues import cues, lemma, polarity
from tracker.extract.sources import before
from tracker.model import Article, Kind, Span, Statement
from tracker.text.marks import MARK
from tracker.text.sentences import paragraphs, sentences

WRITTEN: Final = frozenset(("write", "post", "tweet", "state", "say", "read", "reply", "respond"))
ANNOUNCED: Final = re.compile(r":[ \t]*\n")
FEWEST: Final = 6
SURE: Final = 0.55
LONGEST: Final = 12
"""Words that make a letter and no list or heading; paragraphs of the longest."""
FIRST: Final = frozenset(("i", "we"))
OWN: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|mine|ours)\b(?!\.)")
"""What shows that the writer goes on."""


def with_letters(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, and an indirect one for each paragraph of a letter: the one that a paragraph ending in a cue and a colon
    announces, and those after it that go on in the first person. None where it opens with a quotation mark, a bullet or a number, or
    where somebody else is read to speak in it; what the writer is read to say in it is part of it.
    """
    text = article.text
    if not ANNOUNCED.search(text):
        return tuple(statements)
    found: list[Statement] = []
    bounds = paragraphs(text)
    for at, lead in enumerate(bounds[:-1]):
        if text[lead.start : lead.end].rstrip().endswith(":"):
            found += _paragraphs(article, lead, bounds[at + 1 :], statements)
    return (*(s for s in statements if not any(s.span.overlaps(letter.span) for letter in found)), *found)


def _paragraphs(article: Article, lead: Span, bodies: Sequence[Span], statements: Sequence[Statement]) -> Iterator[Statement]:
    text = article.text
    for rank, body in enumerate(bodies[:LONGEST]):
        span = Span(body.start, body.start + len(body.of(text).rstrip()))
        is_others = any(s.span.overlaps(span) and s.mention and s.mention.text.lower().split()[-1] not in FIRST for s in statements)
        if not _is_letter(text, span) or is_others or (rank and not OWN.search(span.of(text))):
            return
        if (one := _statement(article, lead, span)) is None:
            return
        yield one


def _is_letter(text: str, span: Span) -> bool:
    return text[span.start : span.start + 1].isalpha() and not MARK.match(text, span.start) and len(span.of(text).split()) >= FEWEST


def _statement(article: Article, lead: Span, span: Span) -> Statement | None:
    text = article.text
    last = sentences(text, lead.start, lead.end)[-1:]
    near = [cue for cue in (cues(text, *last[0]) if last else ()) if lemma(cue.text) in WRITTEN]
    source = before(text, near[-1].start, last[0].start) if near else None
    if source is None or len(text[near[-1].end : lead.end].split()) > FEWEST:
        return None
    return Statement(
        article.id, Kind.INDIRECT, (span,), span.of(text), source, near[-1], (), polarity(near[-1]), found_by="letter", confidence=SURE
    )
