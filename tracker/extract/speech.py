"""Indirect and mixed speech: what was said without quotation marks around the whole of it.

Candidate cues are found by their form; a linear model decides for each whether it reports speech, where the content lies and where it
ends (`attribution`); the source is the noun phrase beside the cue (`sources`). What stands in quotation marks throughout is left to
`quotations`. Nothing is resolved here: the mention is as printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tracker.extract import sources
from tracker.extract.attribution import Attribution, Models, attribute, models
from tracker.extract.cues import polarity
from tracker.extract.passages import Passage, passages
from tracker.extract.reporting import Cue
from tracker.model import Article, Kind, Name, Span, Statement, Words
from tracker.text.linear import weights
from tracker.text.marks import Quoted

THRESHOLD = 0.35
"""Statements less sure than this are not given: where F1 is highest on articles held out of training (docs/speech.md)."""

FLOOR, SLOPE = 0.25, 0.72
"""What the model's probability is worth: of the statements held out that it gave 0.35, half were right; of those it gave 0.95, 19 in 20."""


@cache
def learned() -> Models:
    """The models that ship with the program."""
    return models(weights("speech"))


def speech(article: Article, quotations: tuple[Statement, ...], names: tuple[Name, ...], by: Models | None = None) -> tuple[Statement, ...]:
    """Indirect and mixed statements in text order; the content of a mixed one holds the quotations it swallows.

    Spans leave out the cue, the source and quotation marks at their ends; "that" belongs to the content, as in PARC 3.0. The mention
    is None where nobody is named beside the cue. Text without a reporting word gives nothing.

    by — other models than those that ship with the program, for measuring what was learned on articles it was not learned from.
    """
    text, by = article.text, by or learned()
    found: list[Statement] = []
    for passage in passages(text):
        before: Statement | None = None
        for at in passage.cues:
            reading = attribute(passage, at, by, THRESHOLD)
            kind = _kind(text, reading.spans, passage.marks) if reading else None
            if reading and kind:
                before = _statement(article, passage, reading, kind, before)
                found.append(before)
    return tuple(sorted(found, key=lambda s: s.span))


def _kind(text: str, spans: Sequence[Span], stretches: Sequence[Quoted]) -> Kind | None:
    """Indirect, mixed, or None for what stands in quotation marks throughout ("that" before it counts nothing)."""
    letters = inside = 0
    for start, end in spans:
        start += 5 if text.startswith("that ", start) else 0
        letters += _letters(text, start, end)
        inside += sum(_letters(text, max(start, q.start), min(end, q.end)) for q in stretches if q.start < end and start < q.end)
    return None if inside == letters else Kind.MIXED if inside else Kind.INDIRECT


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


def _statement(article: Article, passage: Passage, reading: Attribution, kind: Kind, before: Statement | None) -> Statement:
    cue, text = reading.cue, article.text
    mention, rule = _source(text, passage, reading, before)
    printed = Words.at(text, cue.start, cue.end + 3 if cue.lemma == "according to" else cue.end)
    spans = tuple(_with_marks(span, passage.marks) for span in reading.spans)
    return Statement(
        article.id,
        kind,
        spans,
        " ".join(" ".join(span.of(text).split()) for span in spans),
        mention=mention,
        cue=printed,
        polarity=polarity(printed),
        found_by=f"speech {reading.side}, source {rule}",
        confidence=round(FLOOR + SLOPE * reading.confidence, 3),
    )


def _with_marks(span: Span, marks: Sequence[Quoted]) -> Span:
    """The span with the outer mark of a quotation at its end, where the other mark stands inside (… “wet and cold”)."""
    start, end = span
    for q in marks:
        if start < q.start and q.start < end <= q.end and end + 2 >= q.end:
            end = q.outer.end
        if q.outer.start < start <= q.start and q.outer.end < end:
            start = q.outer.start
    return Span(start, end)


def _source(text: str, passage: Passage, reading: Attribution, before: Statement | None) -> tuple[Words | None, str]:
    """The source beside the cue and the rule that found it; a cue that shares the subject of the one before it shares its source."""
    cue, floor = reading.cue, passage.starts[0]
    if cue.lemma == "according to":
        first_after = next((span.start for span in reading.spans if span.start > cue.end), None)
        return sources.after(text, cue.end + 3, first_after), "after cue"
    if reading.inverted and (found := sources.after(text, cue.end)):
        return found, "after cue"
    inside = max((span.end for span in reading.spans if span.end <= cue.start), default=floor)
    if before and before.mention and _shares_subject(passage, cue):
        return before.mention, "shared with the cue before"
    return sources.before(text, cue.start, inside), "before cue"


def _shares_subject(passage: Passage, cue: Cue) -> bool:
    """ "… and said", "…, adding": no subject of its own stands before the cue."""
    at = next(i for i, found in passage.cues.items() if found == cue)
    left = at - 1
    while left > 0 and passage.coarse[left] in ("a", "not"):
        left -= 1
    return passage.classes[left] in ("and", "but", "or") or (cue.form == "ing" and passage.classes[left] in (",", "—", "while", "by"))
