"""Whether two names can be one body's: a ministry, a militia, a company. Generic words weigh little; what sets bodies apart decides."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tracker.resolve import sounds
from tracker.resolve.persons import WEAKEST, Pairing, word_for
from tracker.text.body_names import DOTTED, country_words, is_generic, sign_of, words_of
from tracker.text.canonical import fold, romanise

ACRONYM: Final = 0.9
OTHER_WORD: Final = 0.2
SHORT: Final = 5
MIDDLE: Final = 0.95
BEHIND: Final = 0.8
BEFORE: Final = 0.75
GENERIC: Final = 0.86
LONE: Final = 0.55


def is_acronym_of(a: str, b: str) -> bool:
    """The first name is one word of the first letters of the second, small words counted or not ("CDF" and "CoDF" alike).

    >>> is_acronym_of("C.D.F.", "Coastal Defence Forces")
    True
    """
    letters = re.sub(r"[^a-z0-9]", "", romanise(a).lower())
    if not 2 <= len(letters) <= 8 or len(fold(DOTTED.sub("x", a)).split()) != 1:
        return False
    folded = fold(b).split()
    full = "".join(word[0] for word in folded)
    short = "".join(word[0] for word in folded if sign_of(word) != "-")
    return len(folded) > 1 and is_within(letters, full) and is_within(short, letters)


def is_within(short: str, long: str) -> bool:
    """The letters of the one stand in the other in their order."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def words_alike(a: str, b: str) -> float:
    """Short words, acronyms among them, generic words and countries are one or not; longer words are compared by sound."""
    if a == b:
        return 1.0
    return OTHER_WORD if are_apart(a, b) else sounds.likeness(a, b)


def are_apart(a: str, b: str) -> bool:
    """Two words that are no spellings of one, however alike their letters are."""
    return (is_generic(a) and is_generic(b)) or min(len(a), len(b)) < SHORT or not country_words().isdisjoint((a, b))


def can_be_alike(a: str, b: str, least: float) -> bool:
    """Whether `words_alike` is the least or more."""
    if a == b or are_apart(a, b):
        return words_alike(a, b) >= least
    return sounds.reaches(a, b, least)


def is_below(a: str, b: str, least: float) -> bool:
    """Whether the score of two names is below the least, as far as single words tell: False also where only the whole would tell."""
    short, long = sorted((words_of(a), words_of(b)), key=len)
    needed = word_for(least, len(short)) if short else 0.0
    if short and all(word in long or any(can_be_alike(word, other, needed) for other in long) for word in short):
        return False
    return not (is_acronym_of(a, b) or is_acronym_of(b, a))


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
    core = WEAKEST * min(likenesses) + (1 - WEAKEST) * sum(likenesses, 0.0) / len(likenesses)
    return Pairing(core * beyond(short, long, pairs), tuple(pairs), reason_of(short, long, pairs))


def paired(short: tuple[str, ...], long: tuple[str, ...]) -> list[tuple[int, int, float]]:
    """The same words first, then of those left the best pairs."""
    pairs: list[tuple[int, int, float]] = []
    for is_same in (True, False):
        free = [j for j in range(len(long)) if j not in {j for _, j, _ in pairs}]
        left = [(i, j) for i in range(len(short)) if i not in {i for i, _, _ in pairs} for j in free]
        ranked = sorted(((words_alike(short[i], long[j]), -i, -j) for i, j in left if (short[i] == long[j]) is is_same), reverse=True)
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
