"""Units of money, percent and measure beside a number ("$", "per cent", "km"), and what a rate is per ("a day")."""

from __future__ import annotations

from typing import Final

from tracker.text.tables import load, match_at, phrases
from tracker.text.tokens import Tokens

LISTS: Final = load("units")
AFTER: Final = phrases({kind: LISTS[kind]["forms"] for kind in ("money", "percent", "duration", "distance", "measure")})
SYMBOLS: Final = {tuple(symbol.split()): "money" for symbol in LISTS["symbols"]["money"]}
LETTERS: Final = frozenset(LISTS["symbols"]["letters"])
SCALES: Final = frozenset((*load("quantities")["scales"], "m", "b"))
LONGEST: Final = 3
ENDINGS: Final = frozenset(
    word[at:] for symbol in (*SYMBOLS, *((letter,) for letter in LETTERS)) for word in symbol for at in range(len(word))
)
"""Every token that a currency sign or code can end with, however it was cut."""
PER: Final = frozenset(("per", "a", "an", "each", "every", "/"))
SINCE: Final = frozenset(("after", "before", "ago", "earlier", "later", "since", "when", "old"))
"""Behind "a year" they tell when, not how often."""
PERIODS: Final = frozenset(LISTS["per"]["one"])
ADJACENT: Final = frozenset(LISTS["per"]["adjacent"])
"""Forms that are units only right after digits or where nothing else can be meant."""


class Unit:
    """kind — money, percent, duration, distance or measure; tokens `first` to `last` print it, the last left out."""

    __slots__ = ("first", "kind", "last")

    def __init__(self, kind: str, first: int, last: int) -> None:
        self.kind, self.first, self.last = kind, first, last


def unit_before(tokens: Tokens, i: int) -> Unit | None:
    """A currency sign or code that ends just before token `i`."""
    if i < 1 or i > len(tokens.raw) or tokens.raw[i - 1] not in ENDINGS:
        return None
    if tokens.raw[i - 1] in LETTERS:
        return Unit("money", i - 1, i) if is_sum(tokens, i) else None
    for size in range(LONGEST, 0, -1):
        raw = tuple(tokens.raw[max(0, i - size) : i])
        for key in {raw, ("".join(raw),)} if len(raw) == size else ():
            if key in SYMBOLS:
                return Unit("money", i - size, i)
    return None


def is_sum(tokens: Tokens, i: int) -> bool:
    """A letter before the number means a currency: joined to it, and the number large ("R4.2 million", "N1,500"); "N95" is a name."""
    return tokens.joined(i - 1) and (tokens.word(i + 1) in SCALES or "," in tokens.raw[i])


def unit_after(tokens: Tokens, i: int) -> Unit | None:
    """A unit that begins at token `i`, a hyphen before it allowed ("8-inch")."""
    at = i + 1 if tokens.word(i) in ("-", "‑") else i
    found = match_at(AFTER, tokens.words, at)
    if not found:
        return None
    size, kind = found
    if tokens.words[at] in ADJACENT and size == 1 and not stands_as_unit(tokens, at):
        return None
    return Unit(kind, at, at + size)


def stands_as_unit(tokens: Tokens, i: int) -> bool:
    return tokens.word(i - 1)[:1].isdecimal() and (
        tokens.joined(i - 1) or not tokens.word(i + 1).isalpha() or tokens.word(i + 1) in ("in", "and", "for", "of", "to")
    )


def rate_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """What a number is per, where a rate is written from token `i` on: ("day", token after) for "per day", "a day", "/day"."""
    if tokens.word(i) == "daily":
        return "day", i + 1
    if tokens.word(i) not in PER or (tokens.word(i + 1) not in PERIODS and tokens.word(i) != "per"):
        return None
    if (tokens.word(i) == "per" and not tokens.word(i + 1).isalpha()) or tokens.word(i + 2) in SINCE:
        return None
    last = i + 3 if tokens.word(i + 1) in ("square", "cubic") else i + 2
    return " ".join(tokens.words[i + 1 : last]), last
