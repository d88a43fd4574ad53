"""Which words are known to write or to call one name: transliterations, cognates, pet forms, family names of one character."""

from __future__ import annotations

from functools import cache
from typing import Final

from tracker.text.canonical import fold
from tracker.text.sexes import gender_of_given_names
from tracker.text.spellings import groups

# How much a line of the file counts, by its sign, for a given name and for the name at the end.
WORTH: Final = {"=": (0.97, 0.97), "*": (0.7, 0.55), "~": (0.9, 0.6), "&": (0.75, 0.93)}


def likeness(a: str, b: str, is_family: bool) -> float:
    """0 where no line ties the two words, else what the best line is worth. Two pet forms of one name are tied less than pet and formal."""
    one, two = groups().get(a, {}), groups().get(b, {})
    best = 0.0
    for number in one.keys() & two.keys():
        worth = WORTH[one[number][0]][is_family]
        best = max(best, worth - 0.1 if one[number] == two[number] == "~1" else worth)
    return best


@cache
def given_names() -> frozenset[str]:
    """Words known to be a name of their own: every word of the table and of the list of given names."""
    return frozenset(word for word, found in groups().items() if set(found.values()) != {"&"}) | {
        fold(name) for name in gender_of_given_names()
    }


def are_two_names(a: str, b: str) -> bool:
    """Both words are known names, and no line ties them: however alike they look, they are not two spellings of one."""
    return a in given_names() and b in given_names() and not (groups().get(a, {}).keys() & groups().get(b, {}).keys())


FORENAMES: Final = ("mohammed", "ali", "maria", "jose", "jean", "juan")


@cache
def forenames() -> frozenset[str]:
    """Given names that are often borne before another and left out ("Mohammed Anwar", "María José", "Jean-Luc"), in all spellings."""
    spelled = {number for name in FORENAMES for number, sign in groups().get(name, {}).items() if sign == "="}
    return frozenset(FORENAMES) | {word for word, found in groups().items() if found.keys() & spelled}
