"""Figures read as intervals, by the margins file."""

from __future__ import annotations

import pytest

from tests.compare.making import figure
from tracker.compare import intervals
from tracker.compare.margins import margins


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("24", 24, 24),
        ("999", 999, 999),
        ("1,400", 1350, 1450),
        ("1,430", 1430, 1430),
        ("15,000", 14500, 15500),
        ("200,000", 180000, 220000),
        ("about 1,200", 1140, 1260),
        ("nearly 50", "47.5", 50),
        ("almost 200", 190, 200),
        ("at least 4", 4, 7),
        ("at least 100", 100, 125),
        ("more than 130", 130, 143),
        ("more than 100", 100, 200),
        ("up to 200", 150, 200),
        ("fewer than 80", 60, 80),
        ("dozens", 24, 99),
        ("tens of thousands of people", 20000, 99999),
        ("several", 3, 9),
        ("many", None, None),
    ],
)
def test_words_are_read_with_their_margin(words: str, low: object, high: object) -> None:
    found = intervals.interval(figure(words))
    assert [None if end is None else str(end) for end in found] == [None if end is None else str(end) for end in (low, high)]


def test_open_ends_reach_as_far_as_needed() -> None:
    assert intervals.meet((5, None), (900, 1000))
    assert intervals.meet((None, None), (1, 1))
    assert not intervals.meet((5, 6), (7, None))


def test_margins_are_read_from_their_file() -> None:
    assert margins().at_least_floor == 3
    assert ("dozens", 24, 99) in margins().vague
