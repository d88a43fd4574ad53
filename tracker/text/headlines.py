"""Headlines: lines written with capitals throughout, in which a capital tells no name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracker.model import Name, Span

SHORTEST: Final = 13
LONGEST: Final = 161
ENDING: Final = frozenset('.!?”"’)')
"""Characters of a headline, and what hardly any ends with."""
MOST: Final = 0.8
NEARLY_ALL: Final = 0.9
"""Shares of its longer words that have a capital, without and with a full stop behind them."""


def without_headlines(text: str, found: list[Name]) -> list[Name]:
    """Of a headline in capitals ("Port Shuts After Fire") only what the article names elsewhere is a name."""
    headlines = list(_headlines(text))
    if not headlines:
        return found
    inside = {n for n in found if any(start <= n.span.start < end for start, end in headlines)}
    known = {n.text for n in found if n not in inside} | {n.text.split()[-1] for n in found if n not in inside}
    return [kept for n in found for kept in ([n] if n not in inside else _known_part(text, n, known))]


def _headlines(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines stand that end without a full stop (headlines, captions, bylines) and are written with capitals."""
    start = 0
    for line in text.split("\n"):
        printed = line.rstrip()
        is_stopped = printed[-1:] in ENDING
        least = NEARLY_ALL if is_stopped else MOST
        if (
            SHORTEST <= len(printed) <= LONGEST
            and (not is_stopped or printed.find(".") == len(printed) - 1)
            and _is_headline(printed, least)
        ):
            yield start, start + len(printed)
        start += len(line) + 1


def _is_headline(line: str, least: float) -> bool:
    long = [word for word in line.split() if len(word) > 3]
    return len(long) > 3 and sum(word.lstrip("‘“'\"")[:1].isupper() for word in long) > least * len(long)


def _known_part(text: str, name: Name, known: set[str]) -> list[Name]:
    tokens = name.text.split()
    for size in range(len(tokens), 0, -1):
        for at in range(len(tokens) - size + 1):
            part = " ".join(tokens[at : at + size])
            start = name.span.start + sum(len(t) + 1 for t in tokens[:at])
            if part in known and text.startswith(part, start):
                return [Name(Span(start, start + len(part)), part, name.title if at == 0 else "")]
    return []
