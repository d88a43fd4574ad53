"""Statements and figures made elsewhere, in the shape that `tracker extract` writes (docs/interface.md), placed in their article's text.

Each is taken only where its words stand in the text; one that cannot be placed is a finding, and the rest goes on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from tracker.ingest import given, moments
from tracker.model import Article, Bound, Figure, FigureKind, Finding, Kind, Number, Polarity, Scope, Span, SpeakerKind, Statement, Words

FOUND_BY = "imported"
UNUSABLE = (TypeError, ValueError, KeyError, AttributeError)
Held = tuple[tuple[Statement, ...], tuple[Figure, ...], tuple[Finding, ...]]


def held(record: Mapping[str, Any], article: Article) -> Held:
    """What a record brings under "statements" and "figures", and a finding for each that cannot be used."""
    statements: dict[int, Statement] = {}
    figures, findings = [], []
    for number, item in enumerate(listed(record.get("statements"))):
        try:
            statements[number] = statement(item, article)
        except UNUSABLE as error:
            findings.append(left_out("statement", number, error))
    for number, item in enumerate(listed(record.get("figures"))):
        try:
            figures.append(figure(item, article, statements))
        except UNUSABLE as error:
            findings.append(left_out("figure", number, error))
    return tuple(statements.values()), tuple(figures), tuple(findings)


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


class Misplaced(ValueError):
    """The words of an item are not where it says, nor anywhere else alone."""


def left_out(what: str, number: int, error: Exception) -> Finding:
    why = str(error) if isinstance(error, Misplaced) else "it has not the shape that tracker extract writes"
    return Finding("import_left_out", f"imported {what} {number + 1} was left out: {why}")


def statement(item: Mapping[str, Any], article: Article) -> Statement:
    text, name = article.text, given.words(item.get("speaker"))
    spans = spans_of(item, text)
    kind = item.get("speaker_kind")
    names = tuple(said for each in listed(item.get("speakers")) if (said := given.words(each)))
    return Statement(
        article.id,
        Kind(item.get("kind") or "indirect"),
        spans,
        " ".join(span.of(text) for span in spans),
        words_at(item.get("mention"), text),
        words_at(item.get("cue"), text),
        tuple(words for each in listed(item.get("via")) if (words := words_at(each, text))),
        Polarity(item.get("polarity") or "asserts"),
        day(item.get("said_on")),
        FOUND_BY,
        1.0,
        name,
        SpeakerKind(kind) if kind else None,
        speakers=names or ((name,) if name else ()),
        by_hand=True,
    )


def figure(item: Mapping[str, Any], article: Article, statements: Mapping[int, Statement]) -> Figure:
    span = span_at(item["start"], item["end"], article.text)
    number = span_at(item["number"]["start"], item["number"]["end"], article.text) if item.get("number") else span
    inside, said = item.get("statement"), day(item.get("as_of"))
    return Figure(
        article.id,
        span,
        number,
        span.of(article.text),
        amount(item.get("low")),
        amount(item.get("high")),
        Bound(item.get("bound") or "exact"),
        FigureKind(item.get("kind") or "count"),
        given.words(item.get("metric")) or "",
        given.words(item.get("counted")),
        Scope(place=given.words(item.get("place")), event=given.words(item.get("event"))),
        as_of=said,
        cumulative=bool(item.get("cumulative")),
        statement=statements[inside].id if type(inside) is int and inside in statements else None,
        speaker=given.words(item.get("speaker")),
        via=tuple(name for each in listed(item.get("via")) if (name := given.words(each))),
        by_hand=True,
        found_by=FOUND_BY,
    )


def spans_of(item: Mapping[str, Any], text: str) -> tuple[Span, ...]:
    """Where it says it stands, if its content bears that out; else where its content stands alone."""
    content = item.get("content")
    asked = item.get("spans") or ([[item["start"], item["end"]]] if "start" in item else [])
    try:
        spans = tuple(span_at(start, end, text) for start, end in asked)
    except Misplaced:
        spans = ()
    in_order = all(a.end <= b.start for a, b in pairwise(spans))
    if spans and in_order and (not content or all(span.of(text).strip() in content for span in spans)):
        return spans
    if not content or content not in text:
        raise Misplaced("its words are not in the text")
    if text.count(content) > 1:
        raise Misplaced("its words stand in the text more than once, and it does not say where")
    return (Span(text.index(content), text.index(content) + len(content)),)


def span_at(start: Any, end: Any, text: str) -> Span:
    if type(start) is int and type(end) is int and 0 <= start < end <= len(text) and text[start:end].strip():
        return Span(start, end)
    raise Misplaced("there are no words where it says it stands")


def words_at(item: Any, text: str) -> Words | None:
    """None where it is not given, or not there."""
    try:
        span = span_at(item["start"], item["end"], text)
    except UNUSABLE:
        return None
    return Words.at(text, span.start, span.end)


def amount(value: Any) -> Number | None:
    """An exact number. Raises ValueError for what is none."""
    if value is None or type(value) is int:
        return value
    try:
        found = Decimal(str(value))
    except InvalidOperation as error:
        raise ValueError(value) from error
    if isinstance(value, bool) or not found.is_finite():
        raise ValueError(value)
    return found


def day(value: Any) -> dt.date | None:
    found = moments.stamp(value) if isinstance(value, str) else None
    return found.date() if isinstance(found, dt.datetime) else found
