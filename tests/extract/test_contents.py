"""Where and when somebody spoke is no content."""

from __future__ import annotations

import pytest

from tracker.extract.contents import cleared
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
