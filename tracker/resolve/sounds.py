"""How alike two single words of names sound, across romanisations. It knows letters, not names."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

# Letters that stand for one sound, longest first; the capitals are symbols of our own.
SOUNDS = dict(
    pair.split("=")
    for pair in (
        "shch=S schtsch=S tsch=C tch=C sch=S sh=S ch=C cz=C dzh=J dsch=J dj=J zh=Z kh=X gh=G ph=f th=T dh=D ck=k cq=k qu=k tz=c ts=c"
        " ou=u oo=u ee=i iy=i ij=i yi=i ay=ai ey=ei uy=ui oy=oi iu=iu yu=iu ya=ia ye=ie yo=io j=J x=ks w=W y=i c=k"
    ).split()
)
SPLIT = re.compile("|".join([*sorted(SOUNDS, key=len, reverse=True), "."]))
SOFT_C = re.compile(r"c(?=[eiy])")
VOWELS = frozenset("aeiou")

# What it costs to read one sound for another; every other pair of consonants costs 1, of vowels 0.6.
CLOSE = {
    frozenset(pair): cost
    for cost, pairs in {
        0.1: "kq tT vW Gq",
        0.15: "dD zD sc",
        0.2: "ei ou XH GX gG",
        0.25: "Xh gk gq JZ Xk JG",
        0.3: "ae Jg CJ Cq SC Wu zZ gh Gr Gh zd Ji Zi zJ cC cz ks",
        0.35: "ao zs sT Zz dT Gk Xq ZS qh kh Xg",
        0.4: "ai vb fv fp sS vu Cs zT CZ ck SX Cc bp td",
        0.5: "td bp nm lr Xs WT",
        0.6: "au ui",
        0.7: "eu io",
    }.items()
    for pair in pairs.split()
}
DROPPED = {"h": 0.3, "i": 0.3, "X": 0.7}
VOWEL_DROPPED, VOWEL_CHANGED, CONSONANT_DROPPED = 0.4, 0.6, 0.9


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The word as one symbol a sound, doubled sounds once.

    >>> sounds("khattaab"), sounds("tchaikovsky")
    ('Xatab', 'Caikovski')
    """
    spelled = "".join(SOUNDS.get(m, m) for m in SPLIT.findall(SOFT_C.sub("s", word)))
    return re.sub(r"(.)\1+", r"\1", spelled)


def changed(a: str, b: str) -> float:
    if a == b:
        return 0.0
    near = CLOSE.get(frozenset((a, b)))
    if near is not None:
        return near
    return VOWEL_CHANGED if a in VOWELS and b in VOWELS else 1.0


def dropped(sound: str, before: str, after: str) -> float:
    """The cost of a sound that one spelling leaves out; a vowel beside another vowel costs half."""
    if sound in VOWELS:
        beside = before in VOWELS or after in VOWELS
        return VOWEL_DROPPED / 2 if beside else VOWEL_DROPPED
    return DROPPED.get(sound, CONSONANT_DROPPED)


@lru_cache(maxsize=65536)
def distance(a: str, b: str) -> float:
    """The least cost of turning one row of sounds into the other."""
    drop_a = [dropped(c, a[i - 1 : i], a[i + 1 : i + 2]) for i, c in enumerate(a)]
    drop_b = [dropped(c, b[i - 1 : i], b[i + 1 : i + 2]) for i, c in enumerate(b)]
    row = [0.0]
    for cost in drop_b:
        row.append(row[-1] + cost)
    for x, gone in zip(a, drop_a, strict=True):
        above, row = row, [row[0] + gone]
        for j, y in enumerate(b):
            row.append(min(above[j] + changed(x, y), above[j + 1] + gone, row[j] + drop_b[j]))
    return row[-1]


@lru_cache(maxsize=262144)
def likeness(a: str, b: str) -> float:
    """0 to 1: how well one word passes for another spelling of the other, by sound or by a slip of the pen; 1 is the same word.

    A word without vowels, as scripts without vowels give it, is compared by its consonants.
    """
    if a == b:
        return 1.0
    if is_bare(a) or is_bare(b):
        return 0.9 if consonants(a) == consonants(b) and len(consonants(a)) > 1 else 0.0
    heard_a, heard_b = sounds(a), sounds(b)
    longest = max(len(heard_a), len(heard_b))
    heard = 1 - STRICTNESS * distance(heard_a, heard_b) / max(longest, 4)
    slip = OSA.distance(a, b) if min(len(a), len(b)) > 4 else 9
    written = 1 - SLIP * slip / max(len(a), len(b))
    return max(0.0, min(0.99, max(heard, written)))


STRICTNESS, SLIP = 1.7, 1.5


def is_bare(word: str) -> bool:
    return len(word) > 1 and not re.search(r"[eiou]|(?<=.)a(?=.)", word)


def consonants(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou]|(?<=.)[hTW]", "", sounds(word)))
