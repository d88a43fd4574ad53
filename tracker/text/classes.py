"""The words around a place as a string of one-letter classes: a determiner, a name, a title, a preposition …

A noun phrase is then a short regular expression over classes, and no list of names is needed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

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
PHRASE: Final = rf"{CORE}(?:o{CORE})*"


class Token(NamedTuple):
    start: int
    end: int
    kind: str


@cache
def classes() -> dict[str, str]:
    """Word → the letter of its class."""
    found: dict[str, str] = {}
    for line in lines("grammar.txt"):
        letter, *listed = line.split()
        for word in listed:
            found.setdefault(word, letter)
    return found


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and signs of text[start:end] with their classes: c name, t title, i initial or suffix, l other word, n number, the
    closed classes of grammar.txt, and signs as themselves (q for any quotation mark, - for a dash).
    """
    found: list[Token] = []
    add = found.append
    for run in text[start:end].split(" "):
        for first, last, kind in RUNS[run]:
            add(new(Token, (start + first, start + last, kind)))
        start += len(run) + 1
    return found


new = tuple.__new__


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


def _cut(run: str) -> tuple[Token, ...]:
    """The words and signs between two blanks, counted from the first."""
    return tuple(Token(m.start(), m.end(), _kind(m[0])) for m in TOKEN.finditer(run))


RUNS: Final = Known(_cut)


def merged(found: list[Token]) -> tuple[list[Token], str]:
    """Possessives drawn onto their owner ("Roe" + "’s" is one s), so that they begin a phrase as a determiner does."""
    kinds = "".join([t.kind for t in found])
    if "s" not in kinds:
        return found, kinds
    out: list[Token] = []
    for token in found:
        if token.kind == "s" and out and out[-1].kind in "clti":
            first = out.pop()
            while out and first.kind != "l" and out[-1].kind in "cti":
                first = out.pop()
            while out and out[-1].kind in ("ld" if first.kind in "ls" else "d"):
                first = out.pop()
            token = Token(first.start, token.end, "s")
        out.append(token)
    return out, "".join([t.kind for t in out])


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
