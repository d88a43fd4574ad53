"""What fills the paragraph after "he wrote:" or "in a statement:" without quotation marks: a letter, a post, a dispatch."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.extract.cues import cues, lemma, polarity
from tracker.extract.sources import before
from tracker.model import Article, Kind, Span, Statement
from tracker.text.marks import MARK
from tracker.text.sentences import paragraphs, sentences

WRITTEN = frozenset(("write", "post", "tweet", "state", "say", "read", "reply", "respond"))
ANNOUNCED = re.compile(r":[ \t]*\n")
FEWEST, SURE = 6, 0.55
"""Words that make a letter and no list or heading."""


def letters(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """One indirect statement for each paragraph that a paragraph ending in a cue and a colon announces; none where it opens with a
    quotation mark, a bullet or a number, or where something in it is read as said already.
    """
    text, found = article.text, []
    if not ANNOUNCED.search(text):
        return ()
    for lead, body in zip(bounds := paragraphs(text), bounds[1:], strict=False):
        span = Span(body.start, body.start + len(body.of(text).rstrip()))
        if not text[lead.start : lead.end].rstrip().endswith(":") or not _is_letter(text, span):
            continue
        if any(s.span.overlaps(span) for s in statements):
            continue
        if one := _statement(article, lead, span):
            found.append(one)
    return tuple(found)


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
