"""Annotated articles as values: the folder that TRACKER_CORPUS names holds them in dev/quotes.jsonl, one article a line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Any

from tracker.model import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """What annotators marked: content in one or more pieces, the cue, the source as printed; None for a part that is absent.

    kind   direct, mixed or indirect, by the quotation marks; speech — the cue is one of speech, not of belief or attitude
    """

    spans: tuple[Span, ...]
    kind: str
    cue: Span | None
    lemma: str | None
    source: Span | None
    speech: bool


@dataclass(frozen=True, slots=True)
class Annotated:
    id: str
    text: str
    attributions: tuple[Attribution, ...]


def read(folder: Path) -> tuple[Annotated, ...]:
    """Every annotated article, in order of id, so that no order of lines or files changes what is learned."""
    with (folder / "dev" / "quotes.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found = [Annotated(row["id"], row["text"], tuple(attribution(quote) for quote in row["quotes"])) for row in rows]
    return tuple(sorted(found, key=lambda article: article.id))


LOST = frozenset(",’‘'")
"""What feeds and telegrams lose."""


def stripped(folder: Path) -> tuple[Annotated, ...]:
    """The same articles as they look once their commas and apostrophes are lost, the annotations moved along."""
    return tuple(without_commas(article) for article in read(folder))


def without_commas(article: Annotated) -> Annotated:
    moved = [0, *accumulate(char not in LOST for char in article.text)]

    def at(span: Span) -> Span:
        return Span(moved[span.start], moved[span.end])

    attributions = (
        replace(a, spans=tuple(map(at, a.spans)), cue=a.cue and at(a.cue), source=a.source and at(a.source)) for a in article.attributions
    )
    return Annotated(article.id, "".join(char for char in article.text if char not in LOST), tuple(attributions))


def texts(folder: Path) -> tuple[str, ...]:
    """The text of every article, annotated with quotations or with a toll; their order changes nothing."""
    found = []
    for name in ("quotes", "tolls"):
        with (folder / "dev" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            found += [json.loads(line)["text"] for line in lines]
    return tuple(found)


def attribution(quote: dict[str, Any]) -> Attribution:
    return Attribution(
        tuple(Span(*span) for span in quote.get("spans") or [(quote["start"], quote["end"])]),
        quote["type"],
        span(quote, "cue"),
        quote.get("cue_lemma"),
        span(quote, "speaker"),
        quote.get("speech", True),
    )


def span(quote: dict[str, Any], part: str) -> Span | None:
    start, end = quote.get(f"{part}_start"), quote.get(f"{part}_end")
    return None if start is None or end is None else Span(start, end)


def fold(articles: Sequence[Annotated], part: int, parts: int) -> tuple[tuple[Annotated, ...], tuple[Annotated, ...]]:
    """(what to learn from, what to be measured on): every parts-th article is held out, so that none is on both sides."""
    return tuple(a for i, a in enumerate(articles) if i % parts != part), tuple(a for i, a in enumerate(articles) if i % parts == part)
