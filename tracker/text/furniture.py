"""Lines of a page that are no part of its article: "5 min read", "Live updates", a photo credit. Nothing in them is said by anybody."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from tracker.model import Span
from tracker.text.wordlists import lines

LONGEST: Final = 220
"""Characters: a longer line is a paragraph, whatever it begins with."""


@cache
def pattern() -> re.Pattern[str]:
    return re.compile(rf"[ \t]*(?:{'|'.join(lines('furniture.txt'))})", re.IGNORECASE)


@lru_cache(maxsize=4)
def furniture(text: str) -> tuple[Span, ...]:
    """The lines of furniture in text order, each to its end. A caption is none: what it says counts."""
    found, start, begins = [], 0, pattern().match
    for line in text.split("\n"):
        if len(line) <= LONGEST and begins(line):
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(found)
