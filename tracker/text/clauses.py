"""What kind of word stands where: the shape of a sentence read off its closed-class words, without a parser.

A token is a word, a number or a mark; its class is what it tells about the clause: a preposition or conjunction stands for itself, a
pronoun, article or auxiliary for its class, any other word for its form ("-ing", "Cap"). Nothing here knows what a word means.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from tracker.text.known import Known
from tracker.text.wordlists import lines

TOKEN: Final = re.compile(r"[a-z]+(?=[ ,])|\d{1,3}(?:,\d{3})+(?!\d)|[^\W_]+(?:['’.\-&][^\W_]+)*|``|''|--+|\.\.\.|[^\w\s]|_+")
KEEP_WORD: Final = frozenset(("relative", "that", "to", "conjunction", "subordinator", "preposition", "not"))
MARKS: Final = {
    **dict.fromkeys('“”«»„"', "Q"),
    **dict.fromkeys(("``", "''"), "Q"),
    **dict.fromkeys("‘’'`", "q"),
    **dict.fromkeys("-–—―", "—"),
    "--": "—",
    "---": "—",
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    **dict.fromkeys(("...", "…", "?", "!"), "."),
}
INITIALS: Final = frozenset(("WHO",))
"""Initials of bodies of the world that spell a word of the closed classes."""
FORMS: Final = (("ing", "-ing"), ("ed", "-ed"), ("ly", "-ly"), ("s", "-s"))


class Tokens(NamedTuple):
    """Parallel columns, one entry a token: where it starts and ends in the article, and its class."""

    starts: list[int]
    ends: list[int]
    classes: list[str]


def closed_classes() -> dict[str, str]:
    """Word → class, for the words of data/closed_class.txt; prepositions and conjunctions are classes of their own."""
    kinds: dict[str, str] = {}
    for line in lines("closed_class.txt"):
        kind, *words = line.split()
        kinds.update((word, word if kind in KEEP_WORD else kind) for word in words if word not in kinds)
    return kinds


CLOSED: Final = closed_classes()


@lru_cache(maxsize=1 << 16)
def word_class(word: str) -> str:
    """The class of one token as printed.

    >>> [word_class(word) for word in ("The", "dam", "collapsed", "near", "Orrin", ",")]
    ['article', 'w', '-ed', 'near', 'Cap', ',']
    """
    first = word[0]
    if not first.isalnum():
        return MARKS.get(word, word)
    if first.isdigit():
        return "NUM"
    if word in INITIALS:
        return "Cap"
    lower = word.lower().replace("’", "'")
    if found := CLOSED.get(lower):
        return found
    if first.isupper():
        return "Cap" if not lower.endswith("'s") else "Cap's"
    return next((form for ending, form in FORMS if lower.endswith(ending) and len(lower) > len(ending) + 2), "w")


def tokens(text: str, start: int, end: int) -> Tokens:
    """The tokens of text[start:end], in order; offsets are of the whole text."""
    found = Tokens([], [], [])
    begins, stops, is_of = found.starts.append, found.ends.append, found.classes.append
    for run in text[start:end].split(" "):
        for first, last, kind in RUNS[run]:
            begins(start + first)
            stops(start + last)
            is_of(kind)
        start += len(run) + 1
    return found


def _cut(run: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and class of the tokens between two blanks, counted from the first."""
    return tuple((m.start(), m.end(), word_class(m[0])) for m in TOKEN.finditer(run))


RUNS: Final = Known(_cut)
