"""One number as written: "1,200", "two dozen", "1.2 million", "half a million", "dozens". What it counts is not read here."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from tracker.model import Number
from tracker.text.tables import load
from tracker.text.tokens import Tokens

LISTS: Final = load("quantities")
WORDS: Final[dict[str, int]] = LISTS["words"]
SCALES: Final[dict[str, int]] = LISTS["scales"]
LETTERS: Final[dict[str, int]] = LISTS["letters"]
FRACTIONS: Final[dict[str, int]] = LISTS["fractions"]
VAGUE: Final = frozenset(LISTS["vague"]["words"])
VAGUE_AFTER_A: Final = frozenset(LISTS["vague"]["after_a"])
SERIES: Final = frozenset(LISTS["fractions_not_after"]["words"])
SCALABLE: Final = frozenset(LISTS["vague"]["scalable"])
TENS: Final = {word for word, value in WORDS.items() if value >= 20}

STARTS: Final = frozenset({*WORDS, *SCALES, *VAGUE, *VAGUE_AFTER_A, *FRACTIONS, *SCALABLE})
"""Words that a number written out begins with; "a" may stand before some of them."""


class Numeral:
    """Tokens `first` to `last` (left out) write one number.

    value     None for a vague word; a fraction of a whole is its share of one
    is_vague  "dozens", "several", "hundreds of thousands"
    is_share  "half", "a third", "two-thirds"
    """

    __slots__ = ("first", "in_digits", "is_share", "is_vague", "last", "value")

    def __init__(
        self, first: int, last: int, value: Number | None, is_vague: bool = False, is_share: bool = False, in_digits: bool = False
    ) -> None:
        self.first, self.last, self.value = first, last, value
        self.is_vague, self.is_share, self.in_digits = is_vague, is_share, in_digits


def whole(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value.normalize()


def digits(raw: str) -> Decimal:
    return Decimal(raw if raw.isdecimal() else re.sub(r"[^\d.]", "", raw))


def numeral_at(tokens: Tokens, i: int) -> Numeral | None:
    """The longest number that begins at token `i`; None where none does. Whether it is a date or a name is not asked."""
    word = tokens.words[i] if i < len(tokens.words) else ""
    if word[:1].isdecimal():
        return ratio(tokens, i) or in_digits(tokens, i)
    if word not in STARTS and (word not in ARTICLES or tokens.word(i + 1) not in STARTS):
        return None
    return ratio(tokens, i) or vague(tokens, i) or share(tokens, i) or in_words(tokens, i)


ARTICLES: Final = ("a", "an")


def ratio(tokens: Tokens, i: int) -> Numeral | None:
    """ "one in five", "three in 10", "one of every nine", "nine out of ten": a share."""
    gap = 1 if tokens.word(i + 1) == "-" else 0
    above = small(tokens.word(i)) if tokens.word(i + 1 + gap) in LINKS else 0
    if not above:
        return None
    for link in RATIOS:
        at = i + 1 + gap + len(link)
        if tuple(tokens.words[i + 1 + gap : at]) == link:
            at += gap and tokens.word(at) == "-"
            below = small(tokens.word(at))
            is_share = link[-1] == "every" or above == 1 or (below in ROUND and above < 10)
            if below and above < below and is_share and not tokens.joined(at):
                return Numeral(i, at + 1, (Decimal(above) / below).quantize(Decimal("0.0001")), is_share=True)
    return None


def small(word: str) -> int:
    """The value of a number word or of up to three digits, else 0."""
    return int(word) if word.isascii() and word.isdecimal() and len(word) < 4 else WORDS.get(word, 0)


LINKS: Final = ("in", "of", "out")
RATIOS: Final = (("in",), ("of", "every"), ("out", "of", "every"), ("out", "of"), ("in", "every"))
ROUND: Final = (3, 4, 5, 10, 100)


def scaled(tokens: Tokens, i: int, value: Decimal) -> tuple[Decimal, int]:
    """The value with the scale words from token `i` on ("hundred thousand"), and the token after them."""
    while (scale := SCALES.get(tokens.word(i))) and not (tokens.word(i) == "score" and value == 1):
        value, i = value * scale, i + 1
    return value, i


def in_digits(tokens: Tokens, i: int) -> Numeral | None:
    if not tokens.word(i)[:1].isdecimal() or (not tokens.words[i].isascii() and not tokens.words[i][0].isdecimal()):
        return None
    value, last = scaled(tokens, i + 1, digits(tokens.raw[i]))
    if last == i + 1 and tokens.word(last) == "-" and tokens.word(last + 1) in SCALES and tokens.joined(i) and tokens.joined(last):
        value, last = scaled(tokens, last + 1, value)
    if last == i + 1 and (scale := letter(tokens, last)):
        value, last = value * scale, last + 1
    if last == i + 1 and tokens.word(last) == "/" and tokens.joined(i) and tokens.joined(last) and tokens.word(last + 1).isdecimal():
        return slash(tokens, i)
    return Numeral(i, last, whole(value), in_digits=True)


def letter(tokens: Tokens, i: int) -> int | None:
    """The scale of a letter after digits: "25k", "$3.5b", "8 B". A metre ("5m") is told from a million by the noun or sign beside it."""
    word = tokens.word(i)
    if word not in LETTERS:
        return None
    if not tokens.joined(i - 1):
        return LETTERS[word] if tokens.raw[i] == "B" and tokens.word(i + 1).isalpha() else None
    is_money = tokens.word(i - 2) in "$£€¥" and tokens.word(i - 2) != ""
    if is_money or (word == "k" and tokens.word(i + 1) != "-"):
        return LETTERS[word]
    if word == "m" and tokens.word(i + 1) in ("a", "per") and tokens.word(i + 2) in OFTEN:
        return LETTERS[word]
    if word in ("m", "b") and tokens.word(i + 1).isalpha() and tokens.word(i + 1) not in NOT_COUNTED:
        return LETTERS[word]
    if word == "m" and not BESIDE_MILLIONS.isdisjoint(tokens.words) and tokens.word(i + 1) not in METRES:
        return LETTERS[word]
    return None


OFTEN: Final = frozenset(("day", "week", "month", "quarter", "year", "season"))
"""What happens a million times in one of these: "1.2m a day". A metre is per second or hour."""
NOT_COUNTED: Final = frozenset(LISTS["letters_not_before"]["words"])
METRES: Final = frozenset(LISTS["letters_not_before"]["metres"])
BESIDE_MILLIONS: Final = frozenset(("%", "percent", "cent", "pct", "$", "£", "€"))
"""A sentence with one of these speaks of amounts, not of lengths."""


def slash(tokens: Tokens, i: int) -> Numeral | None:
    """ "1/2 pound" is a share; "24/7" and "9/11" are nothing counted."""
    above, below = int(tokens.words[i]) if tokens.words[i].isdecimal() else 0, int(tokens.words[i + 2])
    if below not in FRACTIONS.values() or not 0 < above < below or tokens.word(i + 3) == "/":
        return None
    return Numeral(i, i + 3, whole(Decimal(above) / below), in_digits=True)


def vague(tokens: Tokens, i: int) -> Numeral | None:
    word, after_a = tokens.word(i), tokens.word(i) == "a"
    if after_a:
        i += 1
        word = tokens.word(i)
    if word not in VAGUE_AFTER_A if after_a else word not in VAGUE and not (word in SCALABLE and tokens.word(i + 1) in SCALES):
        return None
    last = i + 1
    while tokens.word(last) in SCALES:
        last += 1
    while tokens.word(last) == "of" and tokens.word(last + 1) in VAGUE:
        last += 2
    return Numeral(i - after_a, last, None, is_vague=True)


def share(tokens: Tokens, i: int) -> Numeral | None:
    """ "half", "a third", "two-thirds" of something; "half a million" and "half a dozen" are numbers."""
    word = tokens.word(i)
    if word == "half" and tokens.word(i + 1) in ("a", "-") and tokens.word(i + 2) in SCALES:
        value, last = scaled(tokens, i + 2, Decimal("0.5"))
        return Numeral(i, last, whole(value))
    if tokens.word(i - 1) in SERIES or (tokens.word(i - 2) == "and" and tokens.word(i - 1) == "a"):
        return None
    if word == "half":
        return Numeral(i, i + 1, Decimal("0.5"), is_share=True)
    above = 1 if word == "a" else WORDS.get(word, 0)
    at = i + 2 if tokens.word(i + 1) == "-" else i + 1
    below = FRACTIONS.get(tokens.word(at))
    if not above or not below or above >= below or tokens.word(at + 1) == "-" or (above > 1) != tokens.word(at).endswith("s"):
        return None
    if tokens.words[at + 1 : at + 3] == ["of", "a"] and tokens.word(at + 3) in SCALES:
        value, last = scaled(tokens, at + 3, Decimal(above) / below)
        return Numeral(i, last, whole(value))  # "a quarter of a million"
    if word in ("a", "one") and tokens.word(at + 1) not in ("of", "more", "less", "are", "were", "have", "had"):
        return None
    return Numeral(i, at + 1, (Decimal(above) / below).quantize(Decimal("0.0001")), is_share=True)


def is_twenty(tokens: Tokens, i: int) -> bool:
    """ "A score | of sailors", not "a score of 12"."""
    return tokens.word(i) == "of" and tokens.word(i + 1).endswith("s") and tokens.word(i + 1).isalpha()


def in_words(tokens: Tokens, i: int) -> Numeral | None:
    total = current = Decimal(0)
    start = i
    if tokens.word(i) == "a" and tokens.word(i + 1) in SCALES and (tokens.word(i + 1) != "score" or is_twenty(tokens, i + 2)):
        current, i = Decimal(SCALES["score"] if tokens.word(i + 1) == "score" else 1), i + 1 + (tokens.word(i + 1) == "score")
    elif tokens.word(i) in SCALES and tokens.word(i) in ("dozen", "hundred", "thousand", "million", "billion"):
        current = Decimal(1)
    elif tokens.word(i) not in WORDS:
        return None
    while i < len(tokens):
        word = tokens.words[i]
        if word in WORDS and (current == 0 or fits(tokens, i, current)):
            current, i = current + WORDS[word], i + 1
        elif word == "hundred" and current:
            current, i = current * 100, i + 1
        elif (scale := SCALES.get(word)) and current and not (word == "score" and current == 1):
            total, current, i = total + current * scale, Decimal(0), i + 1
        elif word == "and" and (total or current >= 100) and continues(tokens, i + 1):
            i += 1
        elif word == "and" and tokens.word(i + 1) == "a" and tokens.word(i + 2) == "half":
            current, i = current + Decimal("0.5"), i + 3
        elif word == "-" and tokens.word(i - 1) in TENS and 0 < WORDS.get(tokens.word(i + 1), 0) < 10:
            i += 1
        else:
            break
    return Numeral(start, i, whole(total + current))


def fits(tokens: Tokens, i: int, current: Decimal) -> bool:
    """A unit after a ten ("twenty one", "twenty-one") or anything below a hundred after one ("two hundred fifty")."""
    value, before = WORDS[tokens.words[i]], tokens.word(i - 1)
    if before == "-":
        before = tokens.word(i - 2)
    return (0 < value < 10 and before in TENS) or (current % 100 == 0 and before in ("hundred", "and") and value > 0)


def continues(tokens: Tokens, i: int) -> bool:
    """ "and" carries a number on where a smaller number word follows that counts nothing else ("two hundred and fifty people")."""
    return tokens.word(i) in WORDS and tokens.word(i - 2) in SCALES and WORDS[tokens.word(i)] > 0
