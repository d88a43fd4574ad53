"""Article → statements, figures, findings. Rules are data plus small functions; bad text yields findings, never an exception."""

from __future__ import annotations

from dataclasses import replace

from tracker.extract import dating
from tracker.extract.circumstances import with_circumstances
from tracker.extract.figures import figures, narration
from tracker.extract.quotations import quotations
from tracker.extract.speech import speech
from tracker.model import Article, Finding, Kind, Reading, Statement
from tracker.text.names import names


def extract(article: Article) -> Reading:
    """The article read: statements with their mention, figures with their scope, findings, names; no speaker resolved yet.

    Text without words yields a finding `no_text`.
    """
    if not any(char.isalnum() for char in article.text):
        return Reading(article, findings=(Finding("no_text", "The text holds no words.", article.id),))
    found = names(article.text)
    quoted, findings = quotations(article, found)
    statements = with_circumstances(article, merged(quoted, speech(article, quoted, found)), found)
    counted = figures(article, statements)
    told = sorted([*statements, *narration(article, counted)], key=lambda s: s.span)
    return Reading(article, tuple(told), counted, (*findings, *dating.findings(article)), found)


def merged(quoted: tuple[Statement, ...], spoken: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Quotations and speech in text order. A mixed statement takes the place of the quotations that stand inside it, with the
    source of the surer of the two; an indirect one that overlaps a quotation gives way to it.
    """
    mixed = [s for s in spoken if s.kind is Kind.MIXED]
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
