"""The sentences worth reading for figures and dates, told from their words alone: most sentences hold neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from tracker.extract.metrics import metrics
from tracker.model import Span
from tracker.text.dates import TRIGGERS
from tracker.text.known import Known
from tracker.text.numbers import STARTS
from tracker.text.sentences import sentences

WORD: Final = re.compile(r"[a-z]+")
DIGIT: Final = re.compile(r"\d")
DATED: Final = re.compile(r"\b(?:1[89]|20)\d\d(?!\d)|\d/\d")
LONGEST: Final = 1500
ANSWER: Final = 40
HARMED: Final = frozenset(("killed", "injured", "missing", "abducted", "detained", "rescued"))
"""Metrics of what happens to persons: there the indefinite article counts ("a woman was killed")."""


class Sentence:
    """One sentence. before — the one before it in its paragraph; may_count, may_date — it holds words of figures, of dates."""

    __slots__ = ("before", "may_count", "may_date", "span")

    def __init__(self, span: Span, before: Span | None, may_count: bool, may_date: bool) -> None:
        self.span, self.before = span, before
        self.may_count, self.may_date = may_count, may_date


ROLES: Final = ("verb", "act", "state")


@cache
def harm() -> frozenset[str]:
    """First words of what happens to persons, in every form."""
    return frozenset(
        word
        for word, rows in metrics().table.items()
        if any(metric in HARMED and (role == "before" or (role in ROLES and len(words) == 1)) for words, metric, role, _ in rows)
    )


def pieces(text: str) -> Iterator[Span]:
    """The sentences, one of over LONGEST characters cut at its spaces: a text without full stops costs no more than any other."""
    for span in sentences(text):
        start = span.start
        while span.end - start > LONGEST:
            cut = text.rfind(" ", start, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            yield Span(start, cut)
            start = cut + 1 if text[cut] == " " else cut
        if start < span.end:
            yield span if start == span.start else Span(start, span.end)


COUNTS: Final = 1
DATES: Final = 2


def told(run: str) -> int:
    """What the characters between two blanks tell: COUNTS, DATES, both or neither."""
    words = WORD.findall(run.lower())
    has_digit = DIGIT.search(run) is not None
    counts = has_digit or not harm().isdisjoint(words) or not STARTS.isdisjoint(words)
    dates = not TRIGGERS.isdisjoint(words) or (has_digit and DATED.search(run) is not None)
    return COUNTS * counts | DATES * dates


TOLD: Final = Known(told)


def is_row(sentence: str) -> bool:
    """Numbers without a word, as in a row of a table: more than an answer ("231.") holds."""
    return len(sentence) > ANSWER and sentence.lower() == sentence.upper()


@lru_cache(maxsize=4)
def screened(text: str) -> tuple[Sentence, ...]:
    """Every sentence, in order."""
    found: list[Sentence] = []
    before: Span | None = None
    for span in pieces(text):
        seen = set(map(TOLD.__getitem__, text[span.start : span.end].split()))
        joined = before if before and "\n" not in text[before.end : span.start] else None
        counts = (COUNTS in seen or COUNTS | DATES in seen) and not is_row(span.of(text))
        found.append(Sentence(span, joined, counts, DATES in seen or COUNTS | DATES in seen))
        before = span
    return tuple(found)
