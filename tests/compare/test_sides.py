"""What is read off a figure before it is compared: whose count it is, and on which day what it counts happened."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.compare.making import entry, figure
from tracker.compare.sides import is_one_body, side
from tracker.model import Entry


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The company", "the company"),
        ("the civil defence", "Norhem's civil defence directorate"),
        ("the government's crisis centre", "crisis centre in Tarn"),
        ("The river agency's", "river agency"),
        ("two harbour pilots", "The harbour pilots"),
        ("The Observatory", "Tarn Observatory for Weather"),
        ("The operator", "The operator"),
        ("a district official", "The district official"),
        ("the administrator", "the local administrator"),
        ("the vice-president", "Vice-president Ada Moll"),
        ("The Tarn-based river monitor", "the same monitoring group"),
        ("A mill source", "reports from the same mill"),
    ],
)
def test_a_body_is_known_by_the_words_that_name_it(a: str, b: str) -> None:
    assert is_one_body(figure("9", speaker=a), figure("8", speaker=b))
    assert is_one_body(figure("9", speaker=b), figure("8", speaker=a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("officials", "officials"),
        ("a harbour source", "a harbour source"),
        ("health ministry", "defence ministry"),
        ("Tarn district council", "Orlo district council"),
        ("Ada Moll", "Otto Moll"),
        ("the same ministry", "harbour council"),
        ("the mayor", None),
        ("administrator", "the local administrator"),
        ("", ""),
    ],
)
def test_what_may_be_another_is_no_one_body(a: str | None, b: str | None) -> None:
    assert not is_one_body(figure("9", speaker=a), figure("8", speaker=b))


def test_the_day_of_a_funeral_is_not_the_day_on_which_those_buried_died() -> None:
    held = dt.date(2031, 5, 7)
    at_rest = side(entry("9", event="funerals", event_words=("funerals",), event_day=held))
    assert at_rest.happened is None
    assert not at_rest.own_kinds
    assert side(entry("9", event="funeral bombing", event_words=("funeral", "bombing"), event_day=held)).happened == (held, held)
    assert side(entry("9", metric="participants", event="funeral", event_words=("funeral",), event_day=held)).happened == (held, held)


@pytest.mark.parametrize(
    ("a", "b", "is_one"),
    [
        ("Medics", "medics at the district hospital", True),
        ("witnesses", "witnesses at the scene", False),
        ("her owner", "The owner", True),
        ("her owner", "The operator", False),
    ],
)
def test_those_named_by_their_trade_are_one_body(a: str, b: str, is_one: bool) -> None:
    assert is_one_body(figure("9", speaker=a), figure("9", speaker=b)) is is_one


def test_an_article_long_after_the_one_day_that_it_opens_with_counts_of_then() -> None:
    fell, told = dt.date(2031, 3, 1), dt.date(2031, 5, 6)
    made = entry("9")
    back = replace(made.heading, days=(fell,))
    assert side(Entry(made.figure, back)).told_of == (fell, fell)
    assert side(Entry(made.figure, replace(back, days=(fell, told)))).told_of == (told, told)
    assert side(Entry(made.figure, replace(back, days=(dt.date(2031, 5, 3),)))).told_of == (told, told)
    since = replace(made.figure, scope=replace(made.figure.scope, period="since June"))
    assert side(Entry(since, back)).told_of == (told, told)
    assert side(Entry(replace(made.figure, cumulative=True), back)).told_of == (told, told)
