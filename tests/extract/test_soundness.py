"""A source is a noun phrase: no clause, no lone verb, no participle behind it."""

from __future__ import annotations

import pytest

from tracker.extract.soundness import sound
from tracker.model import Words

PHRASES = [
    ("Ann Lind", "Ann Lind"),
    ("a study published", "a study"),
    ("' Mr. Lind", "Mr. Lind"),
    ("that border guards", "border guards"),
    ("officials", "officials"),
    ("the armed group", "the armed group"),
    ("a man named Tomas", "a man named Tomas"),
    ("he", "he"),
    ("the aide who was there", "the aide who was there"),
]


@pytest.mark.parametrize(("printed", "expected"), PHRASES)
def test_a_phrase_stays_and_what_trails_it_goes(printed: str, expected: str) -> None:
    found = sound(printed, Words.at(printed, 0, len(printed)))
    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize("printed", ["Ann Lind says rival Bo Roe", "the port isn’t", "through", "ago", "made", "", "’ “"])
def test_a_clause_or_a_lone_word_is_nobody(printed: str) -> None:
    assert sound(printed, Words.at(printed, 0, len(printed))) is None
