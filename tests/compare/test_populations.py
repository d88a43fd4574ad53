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


@pytest.mark.parametrize(
    ("who", "dead", "number", "apart"),
    [
        ("soldiers", "dead", "20", False),
        ("soldiers", "dead", "30", True),
        ("soldiers", "people", "20", True),
        ("children", "dead", "20", True),
    ],
)
def test_the_dead_of_whom_no_more_is_said_are_those_whom_another_names(who: str, dead: str, number: str, apart: bool) -> None:
    assert bool(scope.apart(side(entry("10", population=who)), side(entry(number, population=dead)))) is apart
    assert scope.apart(side(entry("10", article="one", population=who)), side(entry(number, article="one", population=dead)))
