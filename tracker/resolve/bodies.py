"""Whether two names can be one body's: a ministry, a militia, a company. Generic words weigh little; what sets bodies apart decides."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tracker.resolve import sounds
from tracker.resolve.persons import WEAKEST, Pairing
from tracker.text.canonical import fold, romanise
from tracker.text.wordlists import lines, pattern

ACRONYM, OTHER_WORD, SHORT = 0.9, 0.2, 5
MIDDLE, BEHIND, BEFORE, GENERIC, LONE = 0.95, 0.8, 0.75, 0.86, 0.55
POSSESSIVE = re.compile(r"['’]s\b")
DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")


@cache
def glossary() -> dict[str, tuple[str, str]]:
    """word → the word it is read as, and the sign of its line in the file."""
    read: dict[str, tuple[str, str]] = {}
    for line in lines("body_words.txt"):
        sign, *listed = line.split()
        for word in listed:
            read.setdefault(word, (listed[0], sign))
    return read


def sign_of(word: str) -> str:
    return glossary().get(word, ("", ""))[1]


@cache
def countries() -> tuple[dict[str, str], re.Pattern[str]]:
    """Name of a country or of its people → the country as one word; and what finds such a name in folded words."""
    read: dict[str, str] = {}
    for line in lines("countries.txt"):
        forms = [fold(form) for form in line.split("|")]
        read |= {form: forms[0].replace(" ", "") for form in forms}
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


def looks_like_body(name: str) -> bool:
    """A generic word stands in it, or it is one word of capitals."""
    letters = re.sub(r"[^\w]", "", name)
    return any(sign_of(word) == "=" for word in words_of(name)) or (letters.isupper() and len(letters) < 8 and " " not in name.strip())


def is_acronym_of(a: str, b: str) -> bool:
    """The first name is one word of the first letters of the second, small words counted or not.

    >>> is_acronym_of("C.D.F.", "Coastal Defence Forces")
    True
    """
    letters = re.sub(r"[^a-z0-9]", "", romanise(a).lower())
    if not 2 <= len(letters) <= 8 or len(fold(DOTTED.sub("x", a)).split()) != 1:
        return False
    folded = fold(b).split()
    full = "".join(word[0] for word in folded)
    short = "".join(word[0] for word in folded if sign_of(word) != "-")
    return len(folded) > 1 and letters in (full, short, full.lstrip("t"))


def words_alike(a: str, b: str) -> float:
    """Short words, acronyms among them, generic words and countries are one or not; longer words are compared by sound."""
    if a == b:
        return 1.0
    if (is_generic(a) and is_generic(b)) or min(len(a), len(b)) < SHORT or {a, b} & country_words():
        return OTHER_WORD
    return sounds.likeness(a, b)


@lru_cache(maxsize=65536)
def score(a: str, b: str) -> Pairing:
    """The likeness of two names of bodies, 0 to 1, with the words that decided. Order does not count."""
    if is_acronym_of(a, b) or is_acronym_of(b, a):
        return Pairing(ACRONYM, (), "one is made of the first letters of the other")
    short, long = sorted((words_of(a), words_of(b)), key=len)
    if not short:
        return Pairing(0.0, (), "one of the names has no letters")
    pairs = paired(short, long)
    likenesses = [likeness for _, _, likeness in pairs]
    core = WEAKEST * min(likenesses) + (1 - WEAKEST) * sum(likenesses) / len(likenesses)
    return Pairing(core * beyond(short, long, pairs), tuple(pairs), reason_of(short, long, pairs))


def paired(short: tuple[str, ...], long: tuple[str, ...]) -> list[tuple[int, int, float]]:
    ranked = sorted(((words_alike(a, b), -i, -j) for i, a in enumerate(short) for j, b in enumerate(long)), reverse=True)
    pairs: list[tuple[int, int, float]] = []
    for likeness, i, j in ranked:
        if all(-i != x and -j != y for x, y, _ in pairs):
            pairs.append((-i, -j, likeness))
    return sorted(pairs)


def beyond(short: tuple[str, ...], long: tuple[str, ...], pairs: list[tuple[int, int, float]]) -> float:
    """What the words of the longer name that have no partner cost, by where they stand; most where one word is all that is shared."""
    taken = [j for _, j, _ in pairs]
    extra = [j for j in range(len(long)) if j not in taken]
    cost = 1.0
    for j in extra:
        cost *= GENERIC if is_generic(long[j]) else BEFORE if j < min(taken) else BEHIND if j > max(taken) else MIDDLE
    telling = [word for word in short if not is_generic(word)]
    return cost * LONE if extra and (len(short) == 1 or not telling) else cost


def reason_of(short: tuple[str, ...], long: tuple[str, ...], pairs: list[tuple[int, int, float]]) -> str:
    i, j, weakest = min(pairs, key=lambda pair: pair[2])
    taken = {j for _, j, _ in pairs}
    extra = " ".join(word for j, word in enumerate(long) if j not in taken)
    only = f"; only one name has “{extra}”" if extra else ""
    return f"the words agree{only}" if weakest == 1 else f"“{short[i]}” beside “{long[j]}” is {weakest:.0%} alike{only}"
