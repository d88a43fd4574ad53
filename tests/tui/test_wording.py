"""Two wordings word by word."""

from __future__ import annotations

import pytest

from tracker.tui.line import plain, width
from tracker.tui.wording import compare_words, is_serious, side_by_side, summary


@pytest.mark.parametrize("word", ["340", "not", "didn’t", "never,", "1.5"])
def test_a_number_or_a_negation_is_serious(word: str) -> None:
    assert is_serious(word)


def test_a_changed_number_is_marked_on_both_sides_and_named_first() -> None:
    left, right = compare_words("We lost 340 of our own.", "We lost 338 of our people.")
    assert [c.text.strip() for c in left if c.role == "serious"] == ["340"]
    assert [c.text.strip() for c in right if c.role == "added"] == ["people."]
    assert summary("We lost 340", "We lost 338") == "Numbers or negations differ: 340 (left only), 338 (right only)"


def test_punctuation_and_capitals_alone_make_no_difference() -> None:
    assert summary("“Nobody knew,” he said", "nobody knew he said") == "The same words."


def test_the_columns_hold_all_words_of_both() -> None:
    rows = side_by_side("one [two] three " * 5, "one [/] three " * 5, 60)
    assert all(width(row) == 60 + 60 % 2 - 1 for row in rows)
    assert sum(plain(row).count("[two]") for row in rows) == 5 and sum(plain(row).count("[/]") for row in rows) == 5
