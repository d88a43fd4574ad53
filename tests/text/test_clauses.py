"""The class of a word tells what it does in a clause."""

from __future__ import annotations

import pytest

from tracker.text.clauses import tokens, word_class


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("the", "article"),
        ("The", "article"),
        ("that", "that"),
        ("While", "while"),
        ("hasn’t", "have"),
        ("Orrin", "Cap"),
        ("Orrin’s", "Cap's"),
        ("melting", "-ing"),
        ("froze", "past"),
        ("1,200", "NUM"),
        ("Monday", "day"),
        ("”", "Q"),
        ("''", "Q"),
        ("–", "—"),
        ("?", "."),
    ],
)
def test_a_word_has_one_class(word: str, kind: str) -> None:
    assert word_class(word) == kind


def test_tokens_slice_to_their_words() -> None:
    text = "Snow — “wet snow” — fell at 6.30 a.m., Lund’s sister said…"
    found = tokens(text, 0, len(text))
    words = [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)]
    assert "".join(words) == text.replace(" ", "")
    assert found.classes == [word_class(word) for word in words]


def test_only_the_stretch_asked_for_is_read() -> None:
    found = tokens("our old house", 4, 7)
    assert (found.starts, found.ends, found.classes) == ([4], [7], ["w"])
