"""Interviews and transcripts: paragraphs that begin with who speaks ("Q:", "A:", "**Ann Roe:**", "LUND:")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tracker.model import Article, Kind, Name, Polarity, Span, Statement, Words
from tracker.text.names import UPPER

CAPITALISED: Final = rf"[{UPPER}][\w.’'-]*(?:[ \u00a0][{UPPER}][\w.’'-]*){{0,4}}"
TURN: Final = re.compile(
    rf"^[ \t]*(?:\*\*|__)?(?P<who>Q|A|Question|Answer|{CAPITALISED})(?:\*\*|__)?:(?:\*\*|__)?[ \t]+(?P<said>\S.*\S)", re.MULTILINE
)
ASKING: Final = frozenset(["Q", "Question"])
ANSWERING: Final = frozenset(["A", "Answer"])
FEWEST: Final = 4
"""Turns that make a dialogue: less is a headline or a list."""


def dialogue(article: Article, names: Sequence[Name]) -> tuple[Statement, ...]:
    """One statement a turn, in text order, indirect as nothing marks its words as verbatim; empty where fewer than four turns of two
    speakers follow each other.

    "A" is the one person named before the first question, where there is exactly one; "Q" is nobody, and asks.
    """
    if article.text.count(":") < FEWEST:
        return ()
    turns = [m for m in TURN.finditer(article.text) if not m.group("said").startswith("//")]
    changes = sum(a.group("who") != b.group("who") for a, b in pairwise(turns))
    if len(turns) < FEWEST or changes < len(turns) / 2 or len({m.group("who") for m in turns}) > len(turns) / 2:
        return ()
    guest = _guest(turns[0].start(), names)
    return tuple(_statement(article, turn, guest) for turn in turns)


def _guest(start: int, names: Sequence[Name]) -> Words | None:
    before = [n for n in names if n.kind == "person" and n.span.end <= start]
    fullest = {n.text.split()[-1]: n for n in sorted(before, key=lambda n: len(n.text))}
    return Words(*next(iter(fullest.values())).span, next(iter(fullest.values())).text) if len(fullest) == 1 else None


def _statement(article: Article, turn: re.Match[str], guest: Words | None) -> Statement:
    who, span = turn.group("who"), Span(*turn.span("said"))
    mention = guest if who in ANSWERING else None if who in ASKING else Words.at(article.text, *turn.span("who"))
    polarity = Polarity.ASKS if who in ASKING or span.of(article.text).endswith("?") else Polarity.ASSERTS
    return Statement(
        article.id, Kind.INDIRECT, (span,), span.of(article.text), mention, polarity=polarity, found_by="dialogue", confidence=0.9
    )
