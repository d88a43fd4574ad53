"""The sentence that explains a relation: its inputs first, in words that a reader without our vocabulary understands."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from tracker.compare import intervals
from tracker.compare.sides import Side
from tracker.model import Number, whole


def sentence(a: Side, b: Side, why: str) -> str:
    """ "1,400 (23 Oct) and around 1,200 (28 Nov): …" """
    return f"{label(a)} and {label(b)}: {why}"


@lru_cache(maxsize=4096)
def label(side: Side) -> str:
    day = side.day
    return f"{words(side)} ({day.day} {day:%b %Y})" if day else words(side)


def words(side: Side) -> str:
    return side.figure.stated


def who(side: Side) -> str:
    """Who gives it, without the capital of "A source"."""
    name = side.figure.speaker or side.heading.outlet or "the article"
    article, space, rest = name.partition(" ")
    return article.lower() + space + rest if article in ("A", "An", "The") and not rest[:1].isupper() else name


def number(n: Number) -> str:
    return f"{n:,}" if isinstance(n, int) else f"{n.normalize():,f}"


def span(reading: intervals.Interval) -> str:
    low, high = whole(reading)
    if low is None or high is None:
        return f"up to {number(high)}" if high is not None else f"from {number(low)}" if low is not None else "any number"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def disjoint(a: Side, b: Side) -> str:
    first, second = (side.interval for side in (a, b))
    return f"{span(first)} does not reach {span(second)} and no correction is mentioned"


def overlap(a: Side, b: Side) -> str:
    """ "both can hold: more than 100 is read as 100–110"; where nothing had to be widened, only that."""
    read = [f"{words(side)} is read as {span(side.interval)}" for side in (a, b) if side.interval[0] != side.interval[1]]
    return f"both can hold: {' and '.join(read)}" if read else "both can hold"


def taken(a: Side, b: Side) -> str:
    """What is assumed where the two count by different words."""
    return f"one counts {called(a)}, the other {called(b)}: taken for one count"


def called(side: Side) -> str:
    return side.figure.metric.replace("_", " ")


def two_units(a: Side, b: Side) -> str:
    return "one quantity in two units"


def days(count: int) -> str:
    return "one day" if count == 1 else f"{count} days"


def percent(share: Decimal) -> str:
    return f"{share * 100:f}".rstrip("0").rstrip(".") + " %"
