"""A figure read as an interval: what it states, widened by the margins that its wording calls for."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from tracker.compare.margins import Margins, margins
from tracker.model import Bound, Figure, Number

Interval = tuple[Number | None, Number | None]


def interval(figure: Figure) -> Interval:
    """Low and high as read for comparison, None where open; both None for a vague word without a reading.

    "at least 20" is (20, 25), "nearly 50" is (47.5, 50), "1,400" is (1350, 1450): margins in data/margins.toml.
    """
    if figure.bound == Bound.VAGUE:
        return vague(figure.words, figure.low, figure.high)
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return figure.low, figure.high
    stated = figure.low if figure.low is not None else figure.high
    if stated is None:
        return None, None
    low, high = WIDENED.get(figure.bound, exact)(Decimal(stated), figure, margins())
    return plain(low), plain(high)


def stated(figure: Figure) -> tuple[Number, ...]:
    """The numbers that the words give: one, two for a range, none for a vague word."""
    if figure.bound == Bound.VAGUE:
        return ()
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return tuple(sorted(set(ends)))


def meet(a: Interval, b: Interval) -> bool:
    """The intervals share a number. An open end reaches as far as needed."""
    return not (below(a[1], b[0]) or below(b[1], a[0]))


def below(a: Number | None, b: Number | None) -> bool:
    return a is not None and b is not None and a < b


def place_unit(n: Decimal) -> Decimal:
    """The value of the last non-zero digit's place: 100 for 1,400, 10 for 130, 1 for 24, 0.1 for 4.4."""
    if not n:
        return Decimal(1)
    exponent = n.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def exact(n: Decimal, figure: Figure, m: Margins) -> tuple[Decimal, Decimal]:
    unit = place_unit(n)
    is_rounded = n >= m.rounding_from and unit >= 10**m.rounding_zeros
    wide = min(m.rounding_share * unit, m.rounding_most * n) if is_rounded else Decimal(0)
    return n - wide, n + wide


def approx(n: Decimal, figure: Figure, m: Margins) -> tuple[Decimal, Decimal]:
    wide = m.approx_share * n
    words = figure.words.casefold()
    return n - wide, n if any(word in words for word in m.approx_below) else n + wide


def at_least(n: Decimal, figure: Figure, m: Margins) -> tuple[Decimal, Decimal]:
    return n, n + max(Decimal(m.at_least_floor), m.at_least_share * n)


def more_than(n: Decimal, figure: Figure, m: Margins) -> tuple[Decimal, Decimal]:
    return n, n + max(m.more_than_share * n, place_unit(n))


def at_most(n: Decimal, figure: Figure, m: Margins) -> tuple[Decimal, Decimal]:
    return n - m.at_most_share * n, n


WIDENED: dict[Bound, Callable[[Decimal, Figure, Margins], tuple[Decimal, Decimal]]] = {
    Bound.EXACT: exact,
    Bound.APPROX: approx,
    Bound.AT_LEAST: at_least,
    Bound.MORE_THAN: more_than,
    Bound.AT_MOST: at_most,
    Bound.LESS_THAN: at_most,
}


def vague(words: str, low: Number | None, high: Number | None) -> Interval:
    """The reading of a vague word; what the figure states already is kept."""
    if low is not None or high is not None:
        return low, high
    folded = f" {re.sub(r'[^a-z]+', ' ', words.casefold())} "
    return next(((a, b) for word, a, b in margins().vague if f" {word} " in folded), (None, None))


def plain(n: Decimal) -> Number:
    """An int where the number is whole."""
    return int(n) if n == n.to_integral_value() else n.normalize()
