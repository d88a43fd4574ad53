"""What kind of word stands where: the shape of a sentence read off its closed-class words, without a parser.

A token is a word, a number or a mark; its class is what it tells about the clause: a preposition or conjunction stands for itself, a
pronoun, article or auxiliary for its class, any other word for its form ("-ing", "Cap"). Nothing here knows what a word means.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from tracker.text.known import Known
from tracker.text.wordlists import lines

TOKEN = re.compile(r"[a-z]+(?=[ ,])|[^\W_]+(?:['’.\-&][^\W_]+)*|``|''|--+|\.\.\.|[^\w\s]|_+")
KEEP_WORD = frozenset(("relative", "that", "to", "conjunction", "subordinator", "preposition", "not"))
MARKS = {
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
FORMS = (("ing", "-ing"), ("ed", "-ed"), ("ly", "-ly"), ("s", "-s"))


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


CLOSED = closed_classes()


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
    lower = word.lower().replace("’", "'")
    if found := CLOSED.get(lower):
        return found
    if first.isupper():
        return "Cap" if not lower.endswith("'s") else "Cap's"
    return next((form for ending, form in FORMS if lower.endswith(ending) and len(lower) > len(ending) + 2), "w")


def tokens(text: str, start: int, end: int) -> Tokens:
    """The tokens of text[start:end], in order; offsets are of the whole text."""
    runs = text[start:end].split(" ")
    offsets = accumulate([len(run) + 1 for run in runs[:-1]], initial=start)
    found = [(at, RUNS[run]) for at, run in zip(offsets, runs, strict=True)]
    return Tokens(
        [at + first for at, run in found for first in run.starts],
        [at + last for at, run in found for last in run.ends],
        [kind for _, run in found for kind in run.classes],
    )


def _cut(run: str) -> Tokens:
    found = list(TOKEN.finditer(run))
    return Tokens([m.start() for m in found], [m.end() for m in found], [word_class(m[0]) for m in found])


RUNS = Known(_cut)
"""The tokens between two blanks, counted from the first."""
