"""Quotations and speech brought together: what a mixed statement swallows, and what stays a quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from tracker.extract.sources import subjects
from tracker.model import Kind, Span, Statement, changed
from tracker.text.datelines import paragraph_start
from tracker.text.sentences import sentences

PRONOUNS: Final = frozenset(("he", "she", "they", "it"))
SMALL: Final = 5
"""Letters outside the marks that make no mixed statement of a quotation: an article, a "that"."""


FEW: Final = 3
"""Words said by nobody that say nothing: "her death was announced"."""


def merged(text: str, quoted: tuple[Statement, ...], spoken: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Quotations and speech in text order. A mixed statement takes the place of the quotations that stand inside it, with the
    source of the surer of the two, unless the quotation says it all; an indirect one that overlaps a quotation gives way to it.
    """
    beside = _beside(quoted, spoken)
    inside = {
        s.spans: [q for q in beside[s.spans] if _stands_in(q, s) and not _is_of_another(text, q, s)] for s in spoken if s.kind is Kind.MIXED
    }
    mixed = [s for s in spoken if s.kind is Kind.MIXED and not _is_quoted_alone(text, s, inside[s.spans])]
    swallowed = {q.spans for m in mixed for q in inside[m.spans]}
    kept = [q for q in quoted if q.spans not in swallowed]
    surest = {s.spans: s for s in sorted(spoken, key=lambda s: s.confidence)}
    indirect = [s for s in surest.values() if s.kind is not Kind.MIXED and not any(_overlap(s, q) for q in beside[s.spans])]
    filled = [_with_surer_source(m, inside[m.spans]) for m in mixed]
    found = [_with_subject(text, s) for s in (*kept, *filled, *indirect)]
    return tuple(
        sorted((s for s in found if s.mention or s.kind is not Kind.INDIRECT or len(s.content.split()) > FEW), key=lambda s: s.span)
    )


def _beside(quoted: Sequence[Statement], spoken: Sequence[Statement]) -> dict[tuple[Span, ...], Sequence[Statement]]:
    """The spans of what is spoken → the quotations that touch them; quotations come in text order and do not overlap."""
    starts, ends = [q.spans[0].start for q in quoted], [q.spans[-1].end for q in quoted]
    return {s.spans: quoted[bisect_left(ends, s.spans[0].start - 1) : bisect_right(starts, s.spans[-1].end + 1)] for s in spoken}


def _with_subject(text: str, statement: Statement) -> Statement:
    """A statement whose cue has no source beside it ("…, calling it unfair") is said by the subject of its sentence."""
    if statement.mention is not None or statement.cue is None:
        return statement
    at = statement.cue.start
    sentence = next((s for s in reversed(sentences(text, paragraph_start(text, at), at)) if s.start <= at), None)
    found = subjects(text, sentence.start, at) if sentence else []
    found = [w for w in found if not any(w.span.overlaps(span) for span in statement.spans)]
    return changed(statement, mention=found[0], found_by=f"{statement.found_by}, subject") if found else statement


def outside(lines: Sequence[Span], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements that do not stand in one of the lines."""
    return tuple(s for s in statements if not any(line.overlaps(s.span) for line in lines)) if lines else tuple(statements)


def with_turns(said: tuple[Statement, ...], turns: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements and the turns of a dialogue in text order. What a turn reports of others stays beside it; what it only puts in
    quotation marks is part of it.
    """
    kept = [s for s in said if s.kind is not Kind.DIRECT or s.cue is not None or not any(_overlap(s, turn) for turn in turns)]
    return tuple(sorted([*kept, *turns], key=lambda s: s.span)) if turns else said


def _stands_in(inner: Statement, outer: Statement) -> bool:
    return all(any(span.start - 1 <= part.start and part.end <= span.end + 1 for span in outer.spans) for part in inner.spans)


def _is_of_another(text: str, inner: Statement, outer: Statement) -> bool:
    """Who says it stands in what the other says: "the port said it would shut in what Ann Lind called “a mishap”"."""
    at = inner.mention.start if inner.mention else 0
    return text.endswith(" what ", 0, at) and any(span.start <= at < span.end for span in outer.spans)


def _overlap(a: Statement, b: Statement) -> bool:
    return any(x.overlaps(y) for x in a.spans for y in b.spans)


def _with_surer_source(mixed: Statement, inside: list[Statement]) -> Statement:
    surest = max(inside, key=lambda q: (q.mention is not None, q.cue is not None, q.confidence), default=mixed)
    if surest.mention is None or (mixed.mention is not None and surest.confidence <= mixed.confidence):
        return mixed
    if mixed.mention is not None and surest.mention.text.lower() in PRONOUNS and mixed.mention.text.lower() not in PRONOUNS:
        return mixed
    return changed(mixed, mention=surest.mention, cue=surest.cue, found_by=surest.found_by, via=mixed.via or surest.via)


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
