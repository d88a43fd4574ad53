"""A text that lost its commas is known by having none, and only where it is long enough to tell."""

from __future__ import annotations

import pytest

from tracker.text.stripped import is_stripped

PLAIN = "The port is shut, the mayor said on Sunday, and nine boats are missing. "
BARE = PLAIN.replace(",", "")


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        (BARE * 6, True),
        (PLAIN * 6, False),
        (BARE * 40 + PLAIN, True),
        (BARE, False),
        ("", False),
        (", " * 500, False),
        (" " * 500, True),
        (BARE * 6 + "The damage is put at 1,200,000 crowns.", True),
    ],
    ids=["no comma", "as printed", "one comma in a long text", "too short to tell", "empty", "only commas", "only blanks", "a number's"],
)
def test_a_text_without_its_commas_is_told_from_one_with_them(text: str, stripped: bool) -> None:
    assert is_stripped(text) is stripped
