"""Numbers as written, their bounds and units, read off invented phrases."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tracker.model import Number
from tracker.text.quantities import Quantity, quantity_at
from tracker.text.tokens import Tokens

# phrase, words with the bound, low, high, bound, unit
CASES: list[tuple[str, str, Number | None, Number | None, str, str | None]] = [
    ("about 1,300 goats", "about 1,300", 1300, 1300, "approx", None),
    ("two hundred and fifty dogs", "two hundred and fifty", 250, 250, "exact", None),
    ("twenty-one bridges", "twenty-one", 21, 21, "exact", None),
    ("1\u00a0450 tents", "1\u00a0450", 1450, 1450, "exact", None),
    ("3.7 million bricks", "3.7 million", 3700000, 3700000, "exact", None),
    ("$3-5 million", "$3-5 million", 3000000, 5000000, "range", "$"),
    ("1 to 2 thousand kites", "1 to 2 thousand", 1000, 2000, "range", None),
    ("between 40 and 60 ferries", "between 40 and 60", 40, 60, "range", None),
    ("half a dozen geese", "half a dozen", 6, 6, "exact", None),
    ("at least two dozen", "at least two dozen", 24, None, "at_least", None),
    ("tens of thousands of ants", "tens of thousands", None, None, "vague", None),
    ("a few hundred chairs", "a few hundred", None, None, "vague", None),
    ("nearly €3.5b in aid", "nearly €3.5b", 3500000000, 3500000000, "approx", "€"),
    ("from 2 per cent to 4.5 per cent", "from 2 per cent to 4.5", 2, Decimal("4.5"), "range", "per cent"),
    ("two-thirds of them", "two-thirds", Decimal("0.6667"), Decimal("0.6667"), "exact", None),
    ("5.4m barrels", "5.4m", 5400000, 5400000, "exact", None),
    ("the toll passed 40", "passed 40", 40, None, "more_than", None),
    ("she had passed 40 carts", "40", 40, 40, "exact", None),
    ("8 or more wells", "8 or more", 8, None, "at_least", None),
    ("no fewer than three wells", "no fewer than three", 3, None, "at_least", None),
    ("up to 70 wells", "up to 70", None, 70, "at_most", None),
    ("raised the injured of the pile-up to 70", "70", 70, 70, "exact", None),
    ("fewer than 70 wells", "fewer than 70", None, 70, "less_than", None),
    ("well over 70 wells", "well over 70", 70, None, "more_than", None),
    ("a 7kW pump", "7", 7, 7, "exact", "kW"),
]


def first(text: str) -> tuple[Tokens, Quantity]:
    tokens = Tokens(text)
    return tokens, next(q for i in range(len(tokens)) if (q := quantity_at(tokens, i)))


@pytest.mark.parametrize(("text", "words", "low", "high", "bound", "unit"), CASES, ids=[c[0] for c in CASES])
def test_a_phrase_is_read_as_it_is_written(
    text: str, words: str, low: Number | None, high: Number | None, bound: str, unit: str | None
) -> None:
    tokens, found = first(text)
    assert tokens.words_of(found.first, found.last) == words
    assert (found.low, found.high, found.bound) == (low, high, bound)
    assert (tokens.words_of(found.unit.first, found.unit.last) if found.unit else None) == unit


@pytest.mark.parametrize("text", ["", "no number here", "a half-hearted try", "9/11", "24/7", "…", "- - -", "a", "\u0661\u0662 \u00b2"])
def test_words_without_a_quantity_hold_none_and_never_raise(text: str) -> None:
    tokens = Tokens(text)
    assert [q.low for i in range(len(tokens)) if (q := quantity_at(tokens, i)) and tokens.words[i].isascii() and "/" not in text] in (
        [],
        [Decimal("0.5")],
    )
