"""Which words of a text are lit, and for what: pure functions that the reader draws from."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.model import Figure, FigureRow, Span, Statement
from tracker.tui.line import Line, Run, folded

# What paints over what: the later over the earlier.
DEPTH = ("content", "held", "speaker", "via", "cue", "figure", "warn", "match", "focus", "chosen")


class Light(NamedTuple):
    """Words lit in one role."""

    start: int
    end: int
    role: str


def lights_of(statements: Iterable[Statement], figures: Iterable[Figure] = ()) -> list[Light]:
    """Content, cue, source and relay of each statement and each figure with its hedge, in the order they paint."""
    found = [light for statement in statements for light in parts_of(statement)]
    found.extend(Light(*figure.span, "figure") for figure in figures)
    return painted(found)


def painted(lights: Iterable[Light]) -> list[Light]:
    """In the order they paint."""
    return sorted(lights, key=lambda light: (DEPTH.index(light.role), light.start))


def parts_of(statement: Statement) -> Iterable[Light]:
    yield from (Light(*span, "content") for span in statement.spans)
    if statement.mention:
        yield Light(*statement.mention.span, "speaker")
    if statement.cue:
        yield Light(*statement.cue.span, "cue")
    yield from (Light(*via.span, "via") for via in statement.via)


def lights_of_row(row: FigureRow) -> list[Light]:
    """The figure in focus and the statement it stands in."""
    lights = lights_of([row.statement] if row.statement else [])
    return [*lights, Light(*row.figure.span, "focus")]


def lit(text: str, start: int, end: int, lights: Sequence[Light]) -> Line:
    """The words from start to end with their roles. Lights come in the order they paint; those outside the text are left out."""
    roles = [""] * (end - start)
    for light in lights:
        a, b = max(light.start, start), min(light.end, end)
        if a < b:
            roles[a - start : b - start] = [light.role] * (b - a)
    return tuple(runs_of(text[start:end], roles))


def runs_of(text: str, roles: Sequence[str]) -> Iterable[Run]:
    begin = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or roles[at] != roles[begin]:
            yield Run(text[begin:at], roles[begin])
            begin = at


def line_of(offset: int, lines: Sequence[tuple[int, int]]) -> int:
    """Which line of the screen holds the character."""
    return max(0, bisect.bisect_right(lines, (offset, 1 << 60)) - 1)


def margin(start: int, end: int, statements: Sequence[Statement]) -> str:
    """The glyph beside a line: what kind of statement it is part of, a space for none."""
    kinds = [s.kind.value for s in statements if s.span.start < end and start < s.span.end]
    return MARGIN.get(kinds[0], "│") if kinds else " "


MARGIN = {"direct": "❝", "mixed": "❝", "indirect": "┆", "narration": "·"}


def word_at(text: str, offset: int) -> Span:
    """The word at the character, or the one before it where a space stands there. Empty only in a text without words."""
    start = min(offset, max(0, len(text) - 1))
    while start > 0 and text[start].isspace():
        start -= 1
    end = start
    while end < len(text) and not text[end].isspace():
        end += 1
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return Span(start, end)


def word_after(text: str, span: Span, by: int) -> Span:
    """The next word (by 1) or the one before (by −1); the same at either end of the text."""
    if by > 0:
        start = span.end
        while start < len(text) and text[start].isspace():
            start += 1
        return word_at(text, start) if start < len(text) else span
    return word_at(text, span.start - 1) if span.start > 0 and text[: span.start].strip() else span


def find_all(text: str, words: str, limit: int = 1000) -> list[Span]:
    """Every place where the words stand, case and diacritics aside, in text order."""
    if not words:
        return []
    hay, needle = folded(text), folded(words)
    found: list[Span] = []
    at = hay.find(needle)
    while at >= 0 and len(found) < limit:
        found.append(Span(at, at + len(needle)))
        at = hay.find(needle, at + max(1, len(needle)))
    return found
