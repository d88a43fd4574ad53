"""A number with its bound and unit ("at least 20 to 30", "nearly $4.2 million", "8 or more"): what is stated, and how exactly."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from tracker.model import Bound, Number
from tracker.text.dates import MONTHS
from tracker.text.numbers import LETTERS, LISTS, SCALES, Numeral, numeral_at, whole
from tracker.text.tables import match_at, phrases
from tracker.text.tokens import Tokens
from tracker.text.units import Unit, unit_after, unit_before

BEFORE: Final = phrases(LISTS["before"])
AFTER: Final = phrases(LISTS["after"])
TOLLS: Final = frozenset(("toll", "tally", "count", "number", "estimate", "figure", "total"))
LONGEST: Final = 5
FAR: Final = 14
DASHES: Final = ("-", "–", "—")
TO: Final = ("to", *DASHES)
SHORT_MONTHS: Final = frozenset(name[:3] for name in MONTHS)
CHANGED: Final = frozenset(LISTS["change"]["words"])
UP_FROM: Final = CHANGED | {"go", "goes", "going", "gone", "went", "-"}
""" "Went up to 12", "the injured of the pile-up to 12": no bound."""
"""Before "up to" they say where it rose to: no bound."""
PASSING: Final = frozenset(("passes", "passed"))
LINKS: Final = frozenset((*TO, "and", "up"))
"""A range has one of these between its ends."""
PASSED: Final = frozenset(('"', "“", "'", "‘", "''", "a", "minus", "-"))
"""What may stand between a bound and its number."""
ENDINGS: Final = frozenset(form[-1] for rows in BEFORE.values() for form, _ in rows)


class Quantity:
    """Tokens. first–last is the number with its bound and sign; number_first–number_last the number (or range) alone.

    low, high — what is stated, None where open, both None for a vague word; after — the token where what is counted may begin.
    """

    __slots__ = ("after", "bound", "first", "high", "last", "low", "number_first", "number_last", "numeral", "unit")

    def __init__(
        self,
        first: int,
        last: int,
        number_first: int,
        number_last: int,
        low: Number | None,
        high: Number | None,
        bound: Bound,
        numeral: Numeral,
        unit: Unit | None,
        after: int,
    ) -> None:
        self.first, self.last = first, last
        self.number_first, self.number_last = number_first, number_last
        self.low, self.high, self.bound = low, high, bound
        self.numeral, self.unit, self.after = numeral, unit, after

    def stating(self, low: Number | None, high: Number | None, bound: Bound) -> Quantity:
        """The same words read as another number."""
        return Quantity(self.first, self.last, self.number_first, self.number_last, low, high, bound, self.numeral, self.unit, self.after)

    def bounded_as(self, bound: Bound) -> Quantity:
        """The same number with the bound of another one."""
        if bound in (Bound.VAGUE, Bound.RANGE):
            return self
        low = None if bound in (Bound.AT_MOST, Bound.LESS_THAN) else self.stated
        high = None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else self.stated
        return self.stating(low, high, bound)

    @property
    def stated(self) -> Number | None:
        return self.low if self.low is not None else self.high


def quantity_at(tokens: Tokens, i: int) -> Quantity | None:
    """The quantity whose number begins at token `i`; None where no number does."""
    first = numeral_at(tokens, i)
    if first is None:
        return None
    sign = unit_before(tokens, i)
    unit = sign or unit_after(tokens, first.last)
    last, after = first.last, max(first.last, unit.last if unit else 0)
    low = high = first.value
    bound = Bound.VAGUE if first.is_vague else Bound.EXACT
    start = sign.first if sign else i
    if second := range_end(tokens, first, unit, start):
        other, unit = second
        low, high, bound, last = *ends(tokens, first, other), Bound.RANGE, other.last
        after = max(other.last, unit.last if unit else 0)
    hedge, start = hedge_before(tokens, start)
    if bound is Bound.RANGE and tokens.word(start - 1) in ("between", "from"):
        start -= 1
    quantity = Quantity(start, max(last, sign.last if sign else 0), i, last, low, high, bound, first, unit, after)
    return bounded(tokens, quantity, hedge)


def ends(tokens: Tokens, first: Numeral, second: Numeral) -> tuple[Number, Number]:
    """The two ends, the smaller first. In "1 to 2 thousand" the second's scale holds for both."""
    a, b = first.value or 0, second.value or 0
    scale = SCALES.get(tokens.word(second.last - 1)) or (
        LETTERS.get(tokens.word(second.last - 1)) if second.last > second.first + 1 else None
    )
    if scale and second.last > second.first + 1 and first.last == first.first + 1 and a < 1000 and not match_sign(tokens, second.first - 1):
        a = whole(Decimal(a) * scale)
    return (a, b) if a <= b else (b, a)


def range_end(tokens: Tokens, first: Numeral, unit: Unit | None, start: int) -> tuple[Numeral, Unit | None] | None:
    """The second number of a range, and its unit: "20 to 30", "between 5 and 9", "1 per cent to 2 per cent", "$3-5 million". None in
    "rose $2 to $71".
    """
    if first.value is None or first.is_share:
        return None
    has_own = unit is not None and unit.first >= first.last
    at = unit.last if unit and has_own else first.last
    if tokens.word(at) not in LINKS:
        return None
    before = (tokens.word(hedge_before(tokens, start)[1] - 1),)
    if before == ("by",) and not CHANGED.isdisjoint(tokens.words[max(0, start - 4) : start]):
        return None
    if tokens.word(at) in TO or ("between" in before and tokens.word(at) == "and"):
        at += 1
    elif tokens.words[at : at + 2] == ["up", "to"] and has_own:
        at += 2
    else:
        return None
    if is_dateline(tokens, first, at - 1):
        return None
    if unit and not has_own and tokens.word(at - 1) == "to" and match_sign(tokens, at) and tokens.word(start - 1) in CHANGED:
        return None
    while tokens.word(at) in TO or match_sign(tokens, at):
        at += 1
    at += (match_at(BEFORE, tokens.words, at) or (0,))[0]
    second = numeral_at(tokens, at)
    if second is None or second.value is None or second.is_share or first.value == second.value:
        return None
    if first.value > second.value and "between" not in before and not SCALES.get(tokens.word(second.last - 1)):
        return None
    own = unit_after(tokens, second.last)
    if "from" in before and has_changed(tokens, start, unit or own):
        return None
    if has_own and (own is None or own.kind != unit_kind(unit)):
        return None
    return second, own or unit


def has_changed(tokens: Tokens, start: int, unit: Unit | None) -> bool:
    """A verb of change stands before "from": "fell from 71 to 64", "lowered the toll of the blast from 71 to 64"; of what has a unit only
    with the word for a count: "raised its estimate from £4 million to £6 million".
    """
    near, far = tokens.words[max(0, start - 5) : start], tokens.words[max(0, start - FAR) : start]
    return (unit is None and not CHANGED.isdisjoint(near)) or not (CHANGED.isdisjoint(far) or TOLLS.isdisjoint(far))


def is_dateline(tokens: Tokens, first: Numeral, at: int) -> bool:
    """The dash at `at`, with a space before it, parts a dateline from what follows: "NORHAM, Nov 27 — At least 32", "14 – Twelve"."""
    if tokens.word(at) not in DASHES or tokens.joined(at - 1):
        return False
    return (
        tokens.word(at) == "—"
        or tokens.word(first.first - 1)[:3] in SHORT_MONTHS
        or tokens.word(at + 1)[:1].isdecimal() is not first.in_digits
    )


def unit_kind(unit: Unit | None) -> str | None:
    return unit.kind if unit else None


def match_sign(tokens: Tokens, at: int) -> bool:
    """A currency sign is the token at `at`."""
    sign = unit_before(tokens, at + 1)
    return sign is not None and sign.first == at


def hedge_before(tokens: Tokens, i: int) -> tuple[str | None, int]:
    """The bound that ends just before token `i`, and the token where it begins; (None, i) where there is none."""
    end = i
    while tokens.word(end - 1) in PASSED:
        end -= 1
    for stop in (i, end) if end < i else (i,):
        for size in range(LONGEST, 0, -1) if tokens.word(stop - 1) in ENDINGS else ():
            at = stop - size
            found = match_at(BEFORE, tokens.words, at) if at >= 0 else None
            is_article = size == 1 and tokens.word(i) == "one" and tokens.word(i + 1) not in SCALES
            is_risen = found is not None and found[1] == "at_most" and tokens.words[at] == "up" and tokens.word(at - 1) in UP_FROM
            if found and found[0] == size and not is_article and not is_risen and not is_gone_by(tokens, at):
                return found[1], at
    return None, i


def is_gone_by(tokens: Tokens, i: int) -> bool:
    """Somebody passes: "he had passed seven bodies", where no count does: "the toll has passed seven"."""
    if tokens.words[i] not in PASSING:
        return False
    while tokens.word(i - 1) in ("had", "has", "have"):
        i -= 1
    return tokens.word(i - 1) in ("he", "she", "they", "we", "i", "who")


def bounded(tokens: Tokens, quantity: Quantity, hedge: str | None) -> Quantity:
    """The quantity with the bound written before it, or after it."""
    last = quantity.last
    if hedge is None:
        found = match_at(AFTER, tokens.words, quantity.number_last)
        if found:
            hedge, last = found[1], quantity.number_last + found[0]
    if hedge is None or quantity.bound in (Bound.VAGUE, Bound.RANGE):
        return quantity
    made = quantity.bounded_as(Bound(hedge))
    made.last, made.after = last, max(quantity.after, last)
    return made
