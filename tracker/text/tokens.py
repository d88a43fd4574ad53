"""Words, numbers and signs of a stretch of text, with their characters. Knows nothing of what they mean."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from tracker.model import Span
from tracker.text.known import Known

TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S. · p.m.
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?"
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)"  # 1,200 · 1,00,000
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)"  # 1 200 with a hard or thin space
    r"|\d+(?:\.\d+)?"
    r"|\S"
)
PARTED: Final = re.compile(r"\d[\u00a0\u202f\u2009]\d")
"""A blank that may stand within a token."""


INITIALS: Final = {"US": "u.s.", "IS": "i.s.", "WHO": "w.h.o.", "IT": "i.t."}
"""Initials that are words of another kind in lower case."""


def worded(printed: str) -> str:
    """The token in lower case."""
    return INITIALS.get(printed) or printed.replace("’", "'").lower()


PIECES: Final = Known(lambda run: tuple(TOKEN.findall(run)))
"""The tokens between two blanks."""
WORDS: Final = Known(lambda run: tuple(map(worded, PIECES[run])))
"""The same in lower case."""


class Tokens:
    """The tokens of `text[start:end]`, as parallel lists: raw as printed, words in lower case ("US" as "u.s.", since "us" is a pronoun),
    starts and ends in characters of `text`, found when first asked for.
    """

    __slots__ = ("_ends", "_starts", "raw", "sentence", "size", "text", "words")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text, self.sentence = text, Span(start, len(text) if end is None else end)
        stretch = text[start:end]
        if stretch.isascii() or not PARTED.search(stretch):
            runs = stretch.split()
            self.raw = list(chain.from_iterable(map(PIECES.__getitem__, runs)))
            self.words = list(chain.from_iterable(map(WORDS.__getitem__, runs)))
        else:
            self.raw = TOKEN.findall(stretch)
            self.words = list(map(worded, self.raw))
        self.size = len(self.raw)
        self._starts: list[int] = []
        self._ends: list[int] = []

    @property
    def starts(self) -> list[int]:
        return self._starts or self._placed()[0]

    @property
    def ends(self) -> list[int]:
        return self._ends or self._placed()[1]

    def _placed(self) -> tuple[list[int], list[int]]:
        """Where the tokens stand: nothing but blanks is between them."""
        text, at = self.text, self.sentence.start
        for printed in self.raw:
            first = printed[0]
            while text[at] != first:
                at += 1
            self._starts.append(at)
            at += len(printed)
            self._ends.append(at)
        return self._starts, self._ends

    def __len__(self) -> int:
        return self.size

    def word(self, i: int) -> str:
        """The word at `i` in lower case, empty beyond either end."""
        return self.words[i] if 0 <= i < self.size else ""

    def joined(self, i: int) -> bool:
        """Nothing stands between tokens `i` and `i + 1`."""
        return 0 <= i < self.size - 1 and self.ends[i] == self.starts[i + 1]

    def is_name(self, i: int) -> bool:
        """The token begins with a capital letter."""
        return 0 <= i < self.size and self.raw[i][0].isupper()

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens `first` to `last`, the last left out."""
        return Span(self.starts[first], self.ends[last - 1])

    def words_of(self, first: int, last: int) -> str:
        """As printed."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""
