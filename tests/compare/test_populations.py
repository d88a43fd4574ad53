"""Who is counted: classes that part a count, and words that may stand for more than one of them."""

from __future__ import annotations

import pytest

from tests.compare.making import entry
from tracker.compare import scope
from tracker.compare.populations import class_of
from tracker.compare.sides import side


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("hill soldiers", "forces"),
        ("security personnel", "officers"),
        ("police officers", "police"),
        ("military personnel", "forces"),
        ("peaceful men", "civilians"),
        ("miners' wives", "women"),
        ("lanterns", "lanterns"),
        ("", None),
    ],
)
def test_the_class_is_that_of_the_last_noun_unless_a_word_says_it_more_surely(phrase: str, expected: str | None) -> None:
    assert class_of(phrase) == expected


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("personnel", "policemen", False),
        ("officers", "soldiers", False),
        ("the gunboat's crew", "sailors", False),
        ("soldiers", "policemen", True),
        ("personnel", "rebels", True),
    ],
)
def test_a_word_for_police_or_soldiers_parts_no_count_of_either(a: str, b: str, apart: bool) -> None:
    told = [side(entry(words, population=who)) for words, who in (("9", a), ("8", b))]
    assert bool(scope.apart(*told)) is apart
