"""The words around a place as a string of one-letter classes: a determiner, a name, a title, a preposition …

A noun phrase is then a short regular expression over classes, and no list of names is needed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tracker.text.known import Known
from tracker.text.names import LOWER_TITLES, NO_NAMES, OCCUPATION, PARTICLES, TITLES, UPPER
from tracker.text.wordlists import lines

TOKEN: Final = re.compile(
    rf"[a-z]+(?=[ ,])|\d\d?[:.]\d\d(?!\d)|(?:[{UPPER}]\.)+"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Maj|Sgt|Adm|Capt|St|Jr|Sr|Brig|Prof|Rev|Sens|Reps|Corp|Inc|Ltd|Bros|Co|Mme|Mlle)\.|[’']s\b|[’'](?=\s)"
    r"|\w+(?:(?![’']s\b)[-‑’'&.](?=\w)\w+)*|\$?[\d.,]*\d%?|--+|\S"
)

NAME: Final = r"(?:[ds]?[lcntz]*t|[ds])?[ct]*[ci]"
"""A name, with what stands before it: "Dr. Roe", "former port director Ann Roe", "Roe’s lawyer Jo Li", "the Admiralty"."""
NOUN: Final = r"(?:[dsn]|(?<![lctindsz]))[lctnz]*[ltn](?!z)"
"""A phrase that ends in a common noun: "the ministry", "their lawyers", "a Senate aide", "critics"."""
CORE: Final = rf"(?:p(?!l)|(?<![lctin]){NAME}|{NOUN}|d(?=o[ds]))"
PHRASE: Final = rf"{CORE}(?:o(?:{CORE}|l[ct]*c))*"
"""Nouns that prepositions join: "the port of Sella", "officials in southern Norway"."""


class Tokens:
    """Where each word or sign starts and ends in the text, and the letters of their classes."""

    __slots__ = ("ends", "kinds", "starts")

    def __init__(self, starts: list[int], ends: list[int], kinds: str) -> None:
        self.starts = starts
        self.ends = ends
        self.kinds = kinds


@cache
def classes() -> dict[str, str]:
    """Word → the letter of its class."""
    found: dict[str, str] = {}
    for line in lines("grammar.txt"):
        letter, *listed = line.split()
        for word in listed:
            found.setdefault(word, letter)
    return found


def tokens(text: str, start: int, end: int) -> Tokens:
    """The words and signs of text[start:end] with their classes: c name, t title, i initial or suffix, l other word, n number, the
    closed classes of grammar.txt, and signs as themselves (q for any quotation mark, - for a dash).
    """
    starts: list[int] = []
    ends: list[int] = []
    letters: list[str] = []
    for run in text[start:end].split(" "):
        places, kinds = RUNS[run]
        for first, last in places:
            starts.append(start + first)
            ends.append(start + last)
        letters.append(kinds)
        start += len(run) + 1
    return Tokens(starts, ends, "".join(letters))


@cache
def _kind(word: str) -> str:
    first = word[0]
    if first.isalpha():
        return _word_kind(word)
    if first.isdigit() or first == "$":
        return "y" if ":" in word else "n"
    if word in ("’s", "'s", "’", "'"):
        return "s"
    if word[0] in "-–—":
        return "-"
    if first in '“”"‘`«»„＂':
        return "q"
    return {"(": "(", "[": "(", ")": ")", "]": ")", ",": ",", ";": ";", ":": ":", "&": "c"}.get(first, ".")


def _word_kind(word: str) -> str:
    plain = word.replace("’", "'")
    known = classes().get(plain) or (classes().get(plain.lower()) if word in NO_NAMES else None)
    if known:
        return known
    if word.rstrip(".") in TITLES:
        return "t"
    if word[0].isupper():
        return _word_kind(word.lower()) if word in NO_NAMES else "c"
    if word == "and":
        return "&"
    if word in PARTICLES and word not in ("as", "at", "ten", "san", "e", "i", "y"):
        return "c"
    if re.match(r"(?:al|el|as|ash|at|ad|an|ar|az)[-‑’'][A-Z]", word):
        return "c"
    if word in LOWER_TITLES or OCCUPATION.match(word):
        return "t"
    return "v" if word.endswith("ly") and len(word) > 4 else "l"


def _cut(run: str) -> tuple[tuple[tuple[int, int], ...], str]:
    """Where the words and signs between two blanks stand, counted from the first, and their classes."""
    found = list(TOKEN.finditer(run))
    return tuple([m.span() for m in found]), "".join([_kind(m[0]) for m in found])


RUNS: Final = Known(_cut)


def merged(found: Tokens) -> Tokens:
    """Possessives drawn onto their owner ("Roe" + "’s" is one s), so that they begin a phrase as a determiner does."""
    if "s" not in found.kinds:
        return found
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[str] = []
    for start, end, kind in zip(found.starts, found.ends, found.kinds, strict=True):
        if kind == "s" and kinds and kinds[-1] in "clti":
            owner = _owner(kinds)
            start = starts[owner]
            del starts[owner:], ends[owner:], kinds[owner:]
        starts.append(start)
        ends.append(end)
        kinds.append(kind)
    return Tokens(starts, ends, "".join(kinds))


def _owner(kinds: list[str]) -> int:
    """Where the phrase begins whose last word has the possessive."""
    at = len(kinds) - 1
    while at and kinds[at] != "l" and kinds[at - 1] in "cti":
        at -= 1
    while at and kinds[at - 1] in ("ld" if kinds[at] in "ls" else "d"):
        at -= 1
    return at


@cache
def singular(noun: str) -> str:
    """ "ministries" → "ministry", "spokesmen" → "spokesman"; by rule, good enough to compare heads."""
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("sses"):
        return noun[:-2]
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
