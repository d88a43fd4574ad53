"""Lines cut at a width, as in mail, wire copy and old text files: there a line end inside a paragraph is no more than a space."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

NARROWEST: Final = 40
WIDEST: Final = 100
"""Characters of the longest line: beyond, every line is a paragraph of its own; below, an item of a list."""
SLACK: Final = 8
"""So much shorter than the longest may a line be beside what the next word would have added."""
FEWEST: Final = 3
MOSTLY: Final = 0.8


def unwrapped(text: str) -> str:
    """The text with each line end that only a width explains as a space: of the same length, so that every span holds.

    The text itself where its lines are not cut at one width: where the first word of the next line would mostly have fitted.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST:
        return text
    inside = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    cut = sum(is_cut(a, b, width) for a, b in inside)
    if cut < FEWEST or cut < MOSTLY * len(inside):
        return text
    joined = [" " if is_cut(a, b, width) else "\n" for a, b in pairwise(lines)]
    return "".join(part for line, end in zip(lines, [*joined, ""], strict=True) for part in (line, end))


def paragraph(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the paragraph that holds the span begins, and its words: the line, or in a text cut at a width its lines as one, of the same
    length.
    """
    begin, held = line(text, start, end)
    return line(unwrapped(text), start, end) if all(len(each) <= WIDEST for each in held.split("\n")) else (begin, held)


def line(text: str, start: int, end: int) -> tuple[int, str]:
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return begin, text[begin : stop if stop >= 0 else len(text)]


def is_cut(line: str, following: str, width: int) -> bool:
    """The first word of the following line would not have fitted behind the line."""
    first = following.split(maxsplit=1)
    return bool(line.strip() and first) and len(line) + 1 + len(first[0]) > width - SLACK
