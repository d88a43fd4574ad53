"""Floors for figures of invented news of every kind (tests/extract/wide.py): no change may fall below them."""

from __future__ import annotations

import pytest

from tests.extract.wide import faults, tally


@pytest.mark.parametrize(("held", "floor"), [(False, 0.97), (True, 0.97)])
def test_most_figures_of_unseen_news_are_read_as_a_careful_reader_reads_them(held: bool, floor: float) -> None:
    count = tally(held)
    assert count["right"] >= floor * count["all"], count


def test_what_is_not_marked_is_hardly_ever_taken_for_a_figure() -> None:
    count = tally()
    assert count["spurious"] <= 0.01 * count["all"], count


def test_a_wrong_reading_is_seen() -> None:
    row = {"text": "Blast kills [[12|13; killed; people]] and hurts [[four|4; missing; *]] in May 1999."}
    assert {kind for kind, _, _ in faults(row)} == {"value", "metric"}
