"""Quotations and speech brought together: what a mixed statement swallows, and what stays a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.model import Kind, Span, Statement

SMALL = 5
"""Letters outside the marks that make no mixed statement of a quotation: an article, a "that"."""


def merged(text: str, quoted: tuple[Statement, ...], spoken: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Quotations and speech in text order. A mixed statement takes the place of the quotations that stand inside it, with the
    source of the surer of the two, unless the quotation says it all; an indirect one that overlaps a quotation gives way to it.
    """
    mixed = [s for s in spoken if s.kind is Kind.MIXED and not _is_quoted_alone(text, s, [q for q in quoted if _stands_in(q, s)])]
    kept = [q for q in quoted if not any(_stands_in(q, m) for m in mixed)]
    indirect = [s for s in spoken if s.kind is not Kind.MIXED and not any(_overlap(s, q) for q in quoted)]
    filled = [_with_surer_source(m, [q for q in quoted if _stands_in(q, m)]) for m in mixed]
    return tuple(sorted([*kept, *filled, *indirect], key=lambda s: s.span))


def _stands_in(inner: Statement, outer: Statement) -> bool:
    return all(any(span.start - 1 <= part.start and part.end <= span.end + 1 for span in outer.spans) for part in inner.spans)


def _overlap(a: Statement, b: Statement) -> bool:
    return any(x.overlaps(y) for x in a.spans for y in b.spans)


def _with_surer_source(mixed: Statement, inside: list[Statement]) -> Statement:
    surest = max(inside, key=lambda q: q.confidence, default=mixed)
    if surest.mention is None or surest.confidence <= mixed.confidence:
        return mixed
    return replace(mixed, mention=surest.mention, cue=surest.cue, found_by=surest.found_by, via=mixed.via or surest.via)


def _is_quoted_alone(text: str, mixed: Statement, inside: Sequence[Statement]) -> bool:
    """The quotation in it says it all: it opens the statement as a sentence of its own, stands after a colon, or hardly a letter is
    outside its marks.
    """
    for quotation in inside:
        start = quotation.spans[0].start
        before = text[max(0, start - 3) : start].rstrip("“\"'`‘ ")
        is_sentence = text[start : start + 1].isupper() and quotation.mention is not None
        if is_sentence and (before.endswith(":") or start - mixed.spans[0].start < 3):
            return True
    letters = _letters(text, mixed.spans)
    return bool(inside) and letters - sum(_letters(text, q.spans) for q in inside) <= SMALL


def _letters(text: str, spans: Sequence[Span]) -> int:
    return sum(sum(map(str.isalnum, text[start:end])) for start, end in spans)
