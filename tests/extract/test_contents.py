"""Where and when somebody spoke is no content."""

from __future__ import annotations

import pytest

from tracker.extract.contents import cleared, is_empty
from tracker.model import Span

CONTENTS = [
    ("in a statement it had sent two boats", "it had sent two boats"),
    ("in a written statement issued on Monday that all is well", "that all is well"),
    ("the boats were late", "the boats were late"),
    ("in a statement", None),
    ("on Tuesday", None),
    ("a day", "a day"),
    ("this", None),
    ("", None),
]


@pytest.mark.parametrize(("said", "expected"), CONTENTS)
def test_only_what_was_said_is_left(said: str, expected: str | None) -> None:
    found = cleared(said, Span(0, len(said)))
    assert (found.of(said) if found else None) == expected


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("not to be named", True),
        ("that her full name not be used", True),
        ("for anonymity", True),
        ("to comment", True),
        ("to be heard by the court", False),
        ("that his name, long forgotten, still stood on the list", False),
    ],
)
def test_how_one_is_to_be_quoted_is_no_statement(said: str, is_one: bool) -> None:
    assert is_empty(said, Span(0, len(said))) is is_one
