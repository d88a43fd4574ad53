"""What a linear model is told of a quoted stretch and of a mention: signs, sizes, word classes. No name is a feature."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from tracker.extract.cues import lemma
from tracker.extract.stretches import Stretch
from tracker.text.classes import tokens
from tracker.text.wordlists import words

BODIES: Final = words("bodies.txt")
DOCUMENTS: Final = words("documents.txt")
LEAD: Final = re.compile(r"\w+\W*\Z")


@lru_cache(maxsize=16384)
def mention_kind(printed: str) -> str:
    """ "pronoun", "name", "noun", by the last word and the first."""
    kinds = tokens(printed, 0, len(printed)).kinds
    if kinds[:1] == "p" and len(kinds) == 1:
        return printed.lower()
    if "c" in kinds or "t" in kinds:
        return "name" if "c" in kinds else "title"
    last = printed.lower().split()[-1:]
    if last and (last[0] in BODIES or last[0] in DOCUMENTS):
        return "document" if last[0] in DOCUMENTS else "body"
    return "plural" if last and last[0].endswith("s") else "noun"


def ending(here: Stretch) -> str:
    last = here.content[-1:]
    if last in ",.?!":
        return last
    following = here.text[here.quoted.outer.end : here.quoted.outer.end + 2]
    return "out" + following[:1] if following[:1] in ",.?!" else "none"


def opening(here: Stretch) -> str:
    """The sign before the opening mark, and whether a capital follows it."""
    sign = here.text[max(0, here.quoted.outer.start - 2) : here.quoted.outer.start].strip()[-1:]
    kind = sign if sign in (",", ":", ".") else "word" if sign.isalnum() else "sign" if sign else "none"
    return f"open:{kind}:{'upper' if here.content[:1].isupper() else 'lower'}"


def shape(text: str, start: int, end: int) -> str:
    """The classes of the words between two places, at most five of them."""
    return "far" if end - start > 60 else _shape(text[start:end])


@lru_cache(maxsize=16384)
def _shape(words: str) -> str:
    kinds = tokens(words, 0, len(words)).kinds
    return kinds if len(kinds) < 6 else "long"


def distance(text: str, start: int, end: int) -> str:
    count = text.count(" ", start, max(start, end))
    return "near" if count < 3 else "mid" if count < 8 else "far"


def stretch_features(here: Stretch, rules: Iterable[str]) -> list[str]:
    """What speaks for quoting nobody: length, capitals, signs, the words before and after. rules — those that found a candidate."""
    size, end, has, capitals = _size(here.size), ending(here), frozenset(rules), _capitals(here.content)
    word, kind = _word_before(here)
    return [
        "none",
        f"none:size:{size}",
        f"none:size:{size}:{opening(here)}",
        f"none:size:{size}:{capitals}",
        f"none:end:{end}:{size}",
        f"none:lead:{kind}",
        f"none:word:{word if kind in 'dovk' or lemma(word) != word else kind}",
        f"none:after:{_class_after(here) or end}:{size}",
        f"none:{'after' in has}:{'before' in has}:{'carry' in has}",
        f"none:first:{here.is_first}:{here.starts_sentence}:{size}",
        f"none:word:{word if kind in 'do' or lemma(word) != word else kind}:{capitals}",
        f"none:{capitals}:{end}:{size}",
        f"none:single:{here.quoted.is_single}",
    ]


def _size(count: int) -> str:
    return str(count) if count < 5 else "5-7" if count < 8 else "8-14" if count < 15 else "15+"


def _capitals(content: str) -> str:
    """ "title" where every longer word begins with a capital, else "upper" or "lower" by the first."""
    if all(word[:1].isupper() or len(word) < 4 for word in content.split()):
        return "title"
    return "upper" if content[:1].isupper() else "lower"


def _word_before(here: Stretch) -> tuple[str, str]:
    """The word before the opening mark, in lower case, and its class; both empty where there is none."""
    found = LEAD.search(here.text, max(0, here.quoted.outer.start - 25), here.quoted.outer.start)
    word = found.group().strip(" (,:—-\n") if found else ""
    return (word.lower(), _shape(word)[:1]) if word else ("", "")


def _class_after(here: Stretch) -> str:
    """The class of the word after the closing mark, empty where no word follows a blank."""
    end = here.quoted.outer.end
    return tokens(here.text, end, min(end + 20, here.right.end)).kinds[:1] if here.text[end : end + 1].isspace() else ""
