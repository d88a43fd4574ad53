"""The unit that a figure counts, and one quantity given in two units."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from tracker.compare import intervals
from tracker.model import Figure

# dimension → unit → how many of the smallest unit of the table it is
UNITS = {
    "volume": {
        "barrel": Decimal(42), "gallon": Decimal(1), "litre": Decimal("0.264172"), "liter": Decimal("0.264172"), "bbl": Decimal(42),
        "cubic-metre": Decimal("264.172"), "cubic-meter": Decimal("264.172"),
    },
    "length": {
        "mile": Decimal("1609.344"), "kilometre": Decimal(1000), "kilometer": Decimal(1000), "km": Decimal(1000), "metre": Decimal(1),
        "meter": Decimal(1), "yard": Decimal("0.9144"), "foot": Decimal("0.3048"), "feet": Decimal("0.3048"),
    },
    "mass": {"tonne": Decimal(1000), "ton": Decimal(907), "kilogram": Decimal(1), "kg": Decimal(1), "pound": Decimal("0.4536")},
    "area": {
        "acre": Decimal("0.4047"), "hectare": Decimal(1), "square-mile": Decimal(259), "square-kilometre": Decimal(100),
        "square-kilometer": Decimal(100), "square-metre": Decimal("0.0001"), "square-meter": Decimal("0.0001"),
    },
}  # fmt: skip
DIMENSION = {name: dimension for dimension, table in UNITS.items() for name in table}
CLOSE = Decimal("0.05")
"""Two units are rounded apart by no more than this share."""


def unit(figure: Figure) -> str | None:
    """The unit that the figure counts, in the singular; None where it counts things or people."""
    return unit_in(figure.counted or figure.metric)


@lru_cache(maxsize=10_000)
def unit_in(words: str) -> str | None:
    singles = [word.removesuffix("s") for word in words.casefold().replace("-", " ").split()]
    squared = [f"{before}-{single}" for before, single in pairwise(singles) if before in ("square", "cubic")]
    return next((name for name in (*squared, *singles) if name in DIMENSION), None)


def in_two_units(a: Figure, b: Figure) -> bool:
    """One quantity given in two units: 1,000 barrels and 42,000 gallons."""
    share, numbers = ratio(a, b), (intervals.stated(a), intervals.stated(b))
    if share is None or not all(numbers):
        return False
    first, second = Decimal(max(numbers[0])), Decimal(max(numbers[1])) * share
    return abs(first - second) <= CLOSE * max(first, second)


def ratio(a: Figure, b: Figure) -> Decimal | None:
    """How many of the first figure's unit one of the second's is; None for one unit, and where they measure different things."""
    first, second = unit(a), unit(b)
    if not first or not second or first == second or DIMENSION[first] != DIMENSION[second]:
        return None
    table = UNITS[DIMENSION[first]]
    return table[second] / table[first]
