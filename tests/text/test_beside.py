"""One word right before another, told without a pattern."""

from __future__ import annotations

import pytest

from tracker.text.beside import precedes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a figure of nine", True),
        ("a figure\n  of nine", True),
        ("the figures of nine", False),
        ("of figures", False),
        ("a disfigure often", True),  # a word may be longer: who asks looks closer
        ("", False),
        ("of", False),
    ],
)
def test_a_word_stands_before_another_whatever_blanks_are_between(text: str, expected: bool) -> None:
    assert precedes(text, ("figure", "count"), "of") is expected
