"""Words, numbers and signs of a stretch of text, with their characters. Knows nothing of what they mean."""

from __future__ import annotations

import re

from tracker.model import Span

TOKEN = re.compile(
    r"[a-z]+(?=[ ,])"  # most words, found soonest
    r"|(?:[^\W\d_]\.){2,}"  # U.S. · p.m.
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?"
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)"  # 1,200 · 1,00,000
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)"  # 1 200 with a hard or thin space
    r"|\d+(?:\.\d+)?"
    r"|\S"
)


INITIALS = {"US": "u.s.", "IS": "i.s.", "WHO": "w.h.o.", "IT": "i.t."}
"""Initials that are words of another kind in lower case."""


class Tokens:
    """The tokens of `text[start:end]`, as parallel lists: raw as printed, words in lower case ("US" as "u.s.", since "us" is a pronoun),
    starts and ends in characters of `text`.
    """

    __slots__ = ("ends", "raw", "starts", "text", "words")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        found = list(TOKEN.finditer(text, start, len(text) if end is None else end))
        self.text = text
        self.raw = [m[0] for m in found]
        self.words = [word.lower() for word in self.raw]
        for initials, word in INITIALS.items():
            if initials in self.raw:
                self.words = [word if printed == initials else known for printed, known in zip(self.raw, self.words, strict=True)]
        if "’" in text:
            self.words = [word.replace("’", "'") for word in self.words]
        self.starts = [m.start() for m in found]
        self.ends = [m.end() for m in found]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, i: int) -> str:
        """The word at `i` in lower case, empty beyond either end."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def joined(self, i: int) -> bool:
        """Nothing stands between tokens `i` and `i + 1`."""
        return 0 <= i < len(self.words) - 1 and self.ends[i] == self.starts[i + 1]

    def is_name(self, i: int) -> bool:
        """The token begins with a capital letter."""
        return 0 <= i < len(self.raw) and self.raw[i][0].isupper()

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens `first` to `last`, the last left out."""
        return Span(self.starts[first], self.ends[last - 1])

    def words_of(self, first: int, last: int) -> str:
        """As printed."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""
