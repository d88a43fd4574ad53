"""How alike two single words of names sound, across romanisations. It knows letters, not names."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from tracker.text.wordlists import lines

SOFT: Final = ((re.compile(r"c(?=[eiy])"), "s"), (re.compile(r"^(?:x|hs(?=[aiu]))"), "sh"))
VOWELS: Final = frozenset("aeiou")

DROPPED: Final = {"h": 0.3, "i": 0.3, "X": 0.7}
VOWEL_DROPPED: Final = 0.4
VOWEL_CHANGED: Final = 0.6
CONSONANT_DROPPED: Final = 0.9


@cache
def spellings() -> tuple[dict[str, str], re.Pattern[str]]:
    """letters → the one sound they stand for; and what cuts a word into such letters, the longest first."""
    read = {word: line.split()[1] for line in lines("sounds.txt") if line.startswith("=") for word in line.split()[2:]}
    return read, re.compile("|".join([*sorted(read, key=len, reverse=True), "."]))


@cache
def nearness() -> dict[frozenset[str], float]:
    """Two sounds → what it costs to take one for the other, where it is not the usual cost."""
    rows = [line.split() for line in lines("sounds.txt") if not line.startswith("=")]
    return {frozenset(pair): float(cost) for cost, *pairs in reversed(rows) for pair in pairs}


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The word as one symbol a sound, doubled sounds once.

    >>> sounds("khattaab"), sounds("tchaikovsky")
    ('Xatab', 'Caikovski')
    """
    for pattern, letter in SOFT:
        word = pattern.sub(letter, word)
    read, letters = spellings()
    spelled = "".join(read.get(m, m) for m in letters.findall(word))
    return re.sub(r"(.)\1+", r"\1", spelled)


@cache
def changed(a: str, b: str) -> float:
    if a == b:
        return 0.0
    near = nearness().get(frozenset((a, b)))
    if near is not None:
        return near
    return VOWEL_CHANGED if a in VOWELS and b in VOWELS else 1.0


@cache
def dropped(sound: str, before: str, after: str) -> float:
    """The cost of a sound that one spelling leaves out; a vowel beside another vowel costs half."""
    if sound in VOWELS:
        beside = before in VOWELS or after in VOWELS
        return VOWEL_DROPPED / 2 if beside else VOWEL_DROPPED
    return DROPPED.get(sound, CONSONANT_DROPPED)


@cache
def cheapest(sound: str, others: frozenset[str]) -> float:
    """The least that the sound costs beside these: taken for one of them, or left out."""
    beside = VOWEL_DROPPED / 2 if sound in VOWELS else dropped(sound, "", "")
    return min([beside, *(changed(sound, other) for other in others)])


def at_least(a: str, b: str) -> float:
    """No more than their distance: what each sound of one costs beside any of the other's, wherever that stands."""
    ours, theirs = frozenset(a), frozenset(b)
    return max(sum([cheapest(x, theirs) for x in a]), sum([cheapest(y, ours) for y in b]))


@lru_cache(maxsize=65536)
def distance(a: str, b: str, limit: float = math.inf) -> float:
    """The least cost of turning one row of sounds into the other; infinite where it is more than the limit."""
    if limit < math.inf and at_least(a, b) > limit + ROUNDING:
        return math.inf
    drop_a = [dropped(c, a[i - 1 : i], a[i + 1 : i + 2]) for i, c in enumerate(a)]
    drop_b = [dropped(c, b[i - 1 : i], b[i + 1 : i + 2]) for i, c in enumerate(b)]
    row = [0.0]
    for cost in drop_b:
        row.append(row[-1] + cost)
    for x, gone in zip(a, drop_a, strict=True):
        above, row = row, [row[0] + gone]
        for j, y in enumerate(b):
            least, left, right = above[j] + changed(x, y), above[j + 1] + gone, row[j] + drop_b[j]
            least = left if left < least else least
            row.append(right if right < least else least)
        if min(row) > limit:
            return math.inf
    return row[-1]


@lru_cache(maxsize=262144)
def likeness(a: str, b: str) -> float:
    """0 to 1: how well one word passes for another spelling of the other, by sound or by a slip of the pen; 1 is the same word.

    A word without vowels, as scripts without vowels give it, is compared by its consonants.
    """
    return 1.0 if a == b else alike(a, b)


@lru_cache(maxsize=262144)
def reaches(a: str, b: str, least: float) -> bool:
    """Whether their likeness is so much at least, which is told sooner than how much it is."""
    return a == b or alike(a, b, least) >= least


def alike(a: str, b: str, least: float = 0.0) -> float:
    """The likeness of two different words; one that does not come to the least may be given too low."""
    if is_bare(a) or is_bare(b):
        return 0.0 if consonants(a) != consonants(b) else 0.92 if len(consonants(a)) > 1 else 0.85
    heard_a, heard_b = sounds(a), sounds(b)
    longest = max(len(heard_a), len(heard_b), 4)
    limit = (1 - least) * longest / STRICTNESS + ROUNDING if least else math.inf
    heard = 1 - STRICTNESS * distance(heard_a, heard_b, limit) / longest
    slip = OSA.distance(a, b) if min(len(a), len(b)) > 4 else 9.0
    if slip == 1 and len(a) == len(b) and sorted(a) == sorted(b):
        slip = SWAPPED
    written = 1 - SLIP * slip / max(len(a), len(b))
    return max(0.0, min(0.99, max(heard, written)))


STRICTNESS: Final = 1.7
SLIP: Final = 1.6
SWAPPED: Final = 0.6
ROUNDING: Final = 1e-6


def is_bare(word: str) -> bool:
    return len(word) > 1 and not re.search(r"[eiou]|(?<=.)a(?=.)", word)


def consonants(word: str) -> str:
    """The sounds of a word without its vowels and without those that scripts without vowels write for vowels."""
    bare = re.sub(r"[aeiou]|(?<=.)[hWv]", "", sounds(word)).translate(COARSE)
    return re.sub(r"(.)\1+", r"\1", bare)


COARSE: Final = str.maketrans("vfXGTDWzCJqkS", "bpggtdbssgggs")
