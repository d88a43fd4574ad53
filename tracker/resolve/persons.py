"""Whether two personal names can be one person's. The weakest pair of words decides: a shared family name proves nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from tracker.resolve import sounds, variants
from tracker.text.canonical import Folded, Part, person
from tracker.text.spellings import family_names

WEAKEST: Final = 0.7
"""How much of the score the weakest pair of words is; the rest is the mean of all pairs."""
INITIAL: Final = 0.82
"""What an initial is worth beside a word that begins with it."""
GENDER: Final = re.compile(r"^(?:o|os|us|i|)$")
OTHER_GENDER: Final = 0.45
TWO_NAMES: Final = 0.6
ONE_SOUND: Final = 0.925
SYLLABLES: Final = 2.5
MIDDLE: Final = 0.97
BEHIND: Final = 0.83
BEFORE: Final = 0.8
FURTHER: Final = 0.96
LONE_FAMILY: Final = 0.62
LONE_GIVEN: Final = 0.5
FORENAME: Final = 0.88
FATHER: Final = 0.7
TURNED: Final = 0.9
TURNED_GIVEN: Final = 0.75
SUFFIX_DIFFERS: Final = 0.5
SUFFIX_MISSING: Final = 0.96
EASY_JOIN: Final = 0.7


class Pairing(NamedTuple):
    """Words of the shorter name matched with words of the longer: (index, index, likeness), by index of the shorter."""

    score: float
    pairs: tuple[tuple[int, int, float], ...]
    reason: str


def words_alike(a: Part, b: Part, is_family: bool) -> float:
    """How alike two words are, with their particles or without, by table or by sound."""
    if a.text == b.text:
        return 1.0
    if len(a.text) == 1 or len(b.text) == 1:
        return INITIAL if a.text[0] == b.text[0] and not is_family else 0.1
    known = variants.likeness(a.text, b.text, is_family)
    heard = max(sounds.likeness(x, y) for x, y in spellings(a, b))
    if not is_family and known < 0.9 and other_gender(sounds.sounds(a.text), sounds.sounds(b.text)):
        return min(heard, OTHER_GENDER)
    if heard < ONE_SOUND and variants.are_two_names(a.text, b.text):
        return min(heard, TWO_NAMES)
    return max(known, heard)


def spellings(a: Part, b: Part) -> set[tuple[str, str]]:
    """Two words, each with its particle and without."""
    return {(a.text, b.text), (a.particle + a.text, b.text), (a.text, b.particle + b.text), (a.particle + a.text, b.particle + b.text)}


def can_be_alike(a: Part, b: Part, is_family: bool, least: float) -> bool:
    """False only where `words_alike` is below the least."""
    if a.text == b.text or len(a.text) == 1 or len(b.text) == 1:
        return words_alike(a, b, is_family) >= least
    return variants.likeness(a.text, b.text, is_family) >= least or any(sounds.reaches(x, y, least) for x, y in spellings(a, b))


def other_gender(a: str, b: str) -> bool:
    """One given name in its masculine and its feminine form ("Mario", "Maria"): two persons, whatever the letters say."""

    def feminine(x: str, y: str) -> bool:
        x, y = x.replace("e", "i"), y.replace("e", "i")
        return y.endswith("a") and len(y) > 3 and x.startswith(y[:-1]) and bool(GENDER.match(x[len(y) - 1 :]))

    return feminine(a, b) or feminine(b, a)


def joined(parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """The name with two neighbouring words written as one ("Jin ping", "Abdel Rahman")."""
    for i in range(len(parts) - 1):
        if len(parts[i].text) == 1 or len(parts[i + 1].text) == 1:
            continue
        yield (*parts[:i], Part(parts[i].text + parts[i + 1].particle + parts[i + 1].text, parts[i].particle), *parts[i + 2 :])
        if parts[i + 1].particle:
            yield (*parts[:i], Part(parts[i].text + parts[i + 1].text, parts[i].particle), *parts[i + 2 :])


def leads(a: Part, b: Part) -> bool:
    """Both are family names that customarily stand first."""
    return a.text in family_names() and b.text in family_names()


def are_family(short: tuple[Part, ...], long: tuple[Part, ...], i: int, j: int) -> bool:
    """Both words stand where a family name stands."""
    return (i == len(short) - 1 and j == len(long) - 1 and i > 0) or (i == j == 0 and leads(short[0], long[0]))


def paired(short: tuple[Part, ...], long: tuple[Part, ...]) -> list[tuple[int, int, float]]:
    """Every word of the shorter name with a word of the longer, the best pairs first, then what is left over in order."""

    def rank(i: int, j: int) -> tuple[float, float, int, int]:
        return words_alike(short[i], long[j], are_family(short, long, i, j)), -abs(i / len(short) - j / len(long)), -i, -j

    taken: dict[int, tuple[int, float]] = {}
    for is_same in (True, False):  # the same word is the best pair there is: what is taken by then need not be compared
        free = [j for j in range(len(long)) if j not in {j for j, _ in taken.values()}]
        left = [(i, j) for i in range(len(short)) if i not in taken for j in free if (short[i].text == long[j].text) is is_same]
        take(taken, sorted((rank(i, j) for i, j in left), reverse=True))
    return [(i, j, likeness) for i, (j, likeness) in sorted(taken.items())]


def take(taken: dict[int, tuple[int, float]], ranked: Iterable[tuple[float, float, int, int]]) -> None:
    """Add to what is taken each pair whose words are both free."""
    used = {j for j, _ in taken.values()}
    for likeness, _, i, j in ranked:
        if -i not in taken and -j not in used:
            taken[-i] = (-j, likeness)
            used.add(-j)


def beyond(short: tuple[Part, ...], long: tuple[Part, ...], pairs: list[tuple[int, int, float]]) -> float:
    """What the words of the longer name that have no partner cost, by where they stand."""
    taken = {j for _, j, _ in pairs}
    extra = [j for j in range(len(long)) if j not in taken]
    if not extra:
        return 1.0
    if len(short) == 1:
        return LONE_FAMILY if len(long) - 1 in taken or (0 in taken and long[0].text in family_names()) else LONE_GIVEN
    middle = sum(min(taken) < j < max(taken) for j in extra)
    before, behind = sum(j < min(taken) for j in extra), sum(j > max(taken) for j in extra)
    cost = MIDDLE**middle
    if behind:
        cost *= BEHIND * FURTHER ** (behind - 1)
    if before:
        cost *= without_first(long, min(taken)) * FURTHER ** (before - 1)
    return cost


def without_first(long: tuple[Part, ...], kept: int) -> float:
    """What it costs to leave the words before `kept` out. Where a given name comes first then too, it is most often the father's."""
    if all(part.text in variants.forenames() for part in long[:kept]):
        return FORENAME
    return FATHER if long[kept].text in variants.given_names() else BEFORE


def order(a: Folded, b: Folded, pairs: list[tuple[int, int, float]]) -> float:
    """Words in another order are other names unless a comma, or a family name that customarily stands first, explains it."""
    places = [j for _, j, _ in pairs]
    if places == sorted(places) or a.is_turned or b.is_turned:
        return 1.0
    if any(parts[0].text in family_names() for parts in (a.parts, b.parts)):
        return 0.98
    words = [part.text for parts in (a.parts, b.parts) for part in parts]
    return TURNED_GIVEN if all(word in variants.given_names() for word in words) else TURNED


def generation(a: Folded, b: Folded) -> float:
    if a.suffix == b.suffix:
        return 1.0
    return SUFFIX_DIFFERS if a.suffix and b.suffix else SUFFIX_MISSING


def compared(a: Folded, b: Folded, short: tuple[Part, ...], long: tuple[Part, ...]) -> Pairing:
    """One reading of the two names, word against word."""
    if len(short) > len(long):
        short, long = long, short
    pairs = paired(short, long)
    if leads(short[0], long[0]):
        pairs = [(i, j, likeness**SYLLABLES if i and j else likeness) for i, j, likeness in pairs]
    likenesses = [likeness for _, _, likeness in pairs]
    core = WEAKEST * min(likenesses) + (1 - WEAKEST) * sum(likenesses, 0.0) / len(likenesses)
    score = core * beyond(short, long, pairs) * order(a, b, pairs) * generation(a, b)
    return Pairing(score, tuple(pairs), reason_of(short, long, pairs))


def is_below(a: str, b: str, least: float) -> bool:
    """Whether the score of two names is below the least, as far as single words tell: False also where only the whole would tell. It costs
    a tenth of the score.
    """
    one, two = person(a), person(b)
    if not one.parts or not two.parts:
        return True
    if fits(one.parts, two.parts, least):
        return False
    if len(one.parts) == len(two.parts) and not any(part.particle for part in one.parts + two.parts):
        return True
    readings = (*((x, two.parts) for x in joined(one.parts)), *((one.parts, y) for y in joined(two.parts)))
    return not any(fits(x, y, least, EASY_JOIN) for x, y in readings)


def fits(a: tuple[Part, ...], b: tuple[Part, ...], least: float, weakest: float = 0.0) -> bool:
    """Each word of the shorter name can have a word of the longer so like it that the least can be come to."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    needed = max(weakest, word_for(least, len(short)))
    met = {part.text for part in long}
    return all(
        word.text in met or any(can_be_alike(word, other, are_family(short, long, i, j), needed) for j, other in enumerate(long))
        for i, word in enumerate(short)
    )


def word_for(least: float, words: int) -> float:
    """How like its partner the weakest of so many words must be at least for a score, were all the others the same."""
    return (least - (1 - WEAKEST) * (words - 1) / words) / (WEAKEST + (1 - WEAKEST) / words) - sounds.ROUNDING


@lru_cache(maxsize=65536)
def score(a: str, b: str) -> Pairing:
    """The best reading of two personal names: 0 to 1, with the words that decided. Names without a word give 0."""
    one, two = person(a), person(b)
    if not one.parts or not two.parts:
        return Pairing(0.0, (), "one of the names has no letters")
    best = compared(one, two, one.parts, two.parts)
    if best.score > 0.97 or (len(one.parts) == len(two.parts) and not any(part.particle for part in one.parts + two.parts)):
        return best
    for x, y in (*((x, two.parts) for x in joined(one.parts)), *((one.parts, y) for y in joined(two.parts))):
        found = compared(one, two, x, y)
        if found.score > best.score and min(likeness for _, _, likeness in found.pairs) >= EASY_JOIN:
            best = found
    return best


def reason_of(short: tuple[Part, ...], long: tuple[Part, ...], pairs: list[tuple[int, int, float]]) -> str:
    """The sentence that names the deciding words."""
    i, j, weakest = min(pairs, key=lambda pair: pair[2])
    taken = {j for _, j, _ in pairs}
    extra = " ".join(part.text for j, part in enumerate(long) if j not in taken)
    only = f"; only one name has “{extra}”" if extra else ""
    if weakest == 1:
        return f"every word of the shorter name is in the other{only}" if extra else "the same words"
    return f"“{short[i].text}” beside “{long[j].text}” is {weakest:.0%} alike{only}"
