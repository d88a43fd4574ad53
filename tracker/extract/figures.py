"""The figures of an article: every number that counts something, with its bound, what is counted, its metric and its scope."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.attach import attach
from tracker.extract.drafts import Draft, articles, drafts
from tracker.extract.metrics import Cue, Metrics, metrics
from tracker.model import Article, Figure, Kind, Role, Span, Statement
from tracker.text.numbers import CANDIDATE
from tracker.text.sentences import sentences
from tracker.text.tokens import Tokens

HARM = re.compile(
    r"\b(?:kill|wound|injur|die[ds]?\b|dead|dying|slain|murder|execut|abduct|kidnap|arrest|detain|shot|hurt|martyr|missing|rescue|massacr|assassinat)",
    re.I,
)
"""Where something happened to people: there the indefinite article counts ("a woman was killed")."""
HARMED = frozenset(["killed", "injured", "missing", "abducted", "detained", "rescued"])


def figures(article: Article, statements: tuple[Statement, ...] = ()) -> tuple[Figure, ...]:
    """Every figure, in text order. A figure in a statement's content bears that statement's id; the innermost where they nest."""
    known, found = metrics(), []
    earlier: list[Draft] = []
    for sentence in sentences_with_numbers(article.text):
        tokens = Tokens(article.text, *sentence)
        kept = read(tokens, known, earlier)
        found += [figure(article, sentence, tokens, draft, statements) for draft in kept]
        earlier = kept or earlier
    return tuple(sorted(found, key=lambda f: f.span))


def read(tokens: Tokens, known: Metrics, earlier: list[Draft]) -> list[Draft]:
    """The drafts of one sentence that count something."""
    cues = known.cues(tokens)
    made = drafts(tokens, cues, known)
    taken = {d.quantity.number_first for d in made}
    made += [d for d in articles(tokens, cues) if d.quantity.number_first not in taken]
    made.sort(key=lambda d: d.quantity.number_first)
    attach(tokens, made, cues, known, earlier)
    return [d for d in made if counts(tokens, d, cues)]


def counts(tokens: Tokens, draft: Draft, cues: list[Cue]) -> bool:
    """The draft says how many of something: it has a noun, a metric or a unit; an article only where something happened to people."""
    if draft.is_article:
        return draft.metric in HARMED and (draft.cue is not None or draft.leans_on is not None)
    return bool(draft.metric)


def sentences_with_numbers(text: str) -> Iterator[Span]:
    """The sentences in which a number or harm to people is written, in order."""
    marks = sorted({m.start() for pattern in (CANDIDATE, HARM) for m in pattern.finditer(text)})
    at = 0
    for sentence in sentences(text):
        while at < len(marks) and marks[at] < sentence.start:
            at += 1
        if at < len(marks) and marks[at] < sentence.end:
            yield sentence


def figure(article: Article, sentence: Span, tokens: Tokens, draft: Draft, statements: tuple[Statement, ...]) -> Figure:
    q = draft.quantity
    span, number = tokens.span(q.first, q.last), tokens.span(q.number_first, q.number_last)
    host = draft.leans_on if draft.role is not Role.TOTAL else None
    return Figure(
        article.id,
        span,
        number,
        tokens.text[span.start : span.end],
        q.low,
        q.high,
        q.bound,
        draft.kind,
        draft.metric,
        draft.counted,
        role=draft.role,
        part_of=tokens.span(host.quantity.first, host.quantity.last) if host else None,
        sentence=sentence,
        as_of=article.day,
        as_of_guess="publication" if article.day else None,
        statement=innermost(statements, number),
    )


def innermost(statements: tuple[Statement, ...], span: Span) -> str | None:
    """The id of the shortest statement whose content holds the span; None for the outlet's own voice."""
    holding = [s for s in statements if s.kind is not Kind.NARRATION and any(stretch.contains(span) for stretch in s.spans)]
    return min(holding, key=lambda s: s.span.end - s.span.start).id if holding else None


def narration(article: Article, found: tuple[Figure, ...]) -> tuple[Statement, ...]:
    """The sentences of the outlet's own voice that carry a figure, in text order, so that every figure has words to show."""
    spans = sorted({f.sentence for f in found if f.statement is None and f.sentence is not None})
    return tuple(
        Statement(article.id, Kind.NARRATION, (s,), s.of(article.text), found_by="outlet", confidence=1.0, speaker=article.outlet)
        for s in spans
    )
