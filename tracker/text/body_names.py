"""The words of a body's name: which tell it, which are generic, and how countries and spelling variants are read as one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from tracker.text.canonical import fold, romanise
from tracker.text.wordlists import lines, pattern

POSSESSIVE: Final = re.compile(r"['’]s\b")
DOTTED: Final = re.compile(r"\b(?:[A-Za-z]\.){2,}")


@cache
def glossary() -> dict[str, tuple[str, str]]:
    """word → the word it is read as, and the sign of its line in the file."""
    read: dict[str, tuple[str, str]] = {}
    for line in lines("body_words.txt"):
        sign, *listed = line.partition("=")[0].split() if line[0] == "+" else line.split()
        for word in listed:
            read.setdefault(word, (listed[0], sign))
    return read


def sign_of(word: str) -> str:
    return glossary().get(word, ("", ""))[1]


@cache
def countries() -> tuple[dict[str, str], re.Pattern[str]]:
    """Name of a country, of its people or of a union → one word; and what finds such a name in folded words."""
    read: dict[str, str] = {}
    for line in lines("countries.txt"):
        forms = [fold(form) for form in line.split("|")]
        read |= {form: forms[0].replace(" ", "") for form in forms}
    read |= {phrase.strip(): word.strip() for word, phrase in (line[1:].split("=") for line in lines("body_words.txt") if line[0] == "+")}
    return read, re.compile(rf"\b(?:{pattern(read)})\b")


@cache
def country_words() -> frozenset[str]:
    return frozenset(countries()[0].values())


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The words that tell a body, each read as the glossary has it; all words where none would be left."""
    undotted = DOTTED.sub(lambda m: m.group().replace(".", ""), romanise(POSSESSIVE.sub("", name)))
    folded = fold(undotted.replace("&", " and ")).replace("isation", "ization")
    read, found = countries()
    plain = found.sub(lambda m: read[m.group()], folded).split()
    kept = [word for word in plain if sign_of(word) != "-"] or plain
    return tuple(glossary()[word][0] if word in glossary() else word for word in kept)


def is_generic(word: str) -> bool:
    return sign_of(word) in ("=", "~")


@lru_cache(maxsize=65536)
def looks_like_body(name: str) -> bool:
    """A generic word stands in it, or it is one word of capitals."""
    letters = re.sub(r"[^\w]", "", name)
    return any(sign_of(word) == "=" for word in words_of(name)) or (letters.isupper() and len(letters) < 8 and " " not in name.strip())
