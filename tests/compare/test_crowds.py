"""What a figure is weighed against where a crowd tells of its event."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

import pytest

from tests.compare.making import DAY, entry
from tracker.compare import claims, crowd, crowds, keys, meetings, outline, relate
from tracker.model import Entry, Pair, Relation

SAYINGS, FEW = 8, 2
"""Fewer than it takes out there, for speed."""


@pytest.fixture(autouse=True)
def small_crowds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowds, "SAYINGS", SAYINGS)
    monkeypatch.setattr(crowds, "FEW", FEW)


def flood(number: int, words: str, speaker: str | None = None, days: int = 0) -> Entry:
    said = {"article": f"article {number}", "title": "Flood in Halden", "outlet": f"Courier {number}", "speaker": speaker}
    there = {"place": "Halden", "places": ("Halden",), "event_words": ("flood",), "event_day": DAY}
    return entry(words, day=DAY + dt.timedelta(days=days), **said, **there)


def told(count: int, seed: int = 1) -> list[Entry]:
    """Of one flood; two who speak, counts that go on for a season, in any order."""
    source = random.Random(seed)
    found = []
    for number in range(count):
        day, who = source.randrange(60), source.choice(("the mayor", "the health ministry"))
        found.append(flood(number, str(1200 + 530 * day + 200 * (who == "the mayor")), who, day))
    return found


def as_they_come(every: Sequence[Entry], together: int = 1) -> list[Pair]:
    """As a store does it: so many at a time."""
    pairs: list[Pair] = []
    filed: list[tuple[int, int]] = []
    for at in range(0, len(every), together):
        new = every[at : at + together]
        own = {one.heading.id: keys([one]) for one in new}
        made = crowd(new, meetings(own, filed), {number: one.heading.day for number, one in enumerate(every)}, own)
        while made.is_open:
            asked = made.numbers()
            picked = set(made.pick((number, outline([every[number]])) for number in asked))
            made.hear({number: [every[number]] for number in asked if every[number].figure.id in picked})
        pairs += made.pairs()
        filed += [(at + number, key) for number, one in enumerate(new) for key in own[one.heading.id]]
    return pairs


def test_the_pairs_of_an_event_grow_with_its_figures_and_not_with_their_square() -> None:
    few, many = (len(relate(told(count), ())) for count in (80, 160))
    assert few < many < 2.3 * few
    assert many < 160 * SAYINGS * FEW


def test_however_few_are_weighed_all_are_one_claim_whose_conflicts_stand() -> None:
    every = told(100)
    (made,) = claims(every, relate(every, ()))
    assert len(made.figures) == 100
    assert made.relation is Relation.CONFLICT
    assert made.origins == 2


def test_how_many_come_at_once_makes_no_difference_in_a_crowd_either() -> None:
    every = told(100, seed=2)
    found = as_they_come(every)
    assert len(found) > 50 * SAYINGS
    assert set(as_they_come(every, 7)) == set(as_they_come(every, 100)) == set(found) == set(relate(every, ()))


def test_what_few_say_is_weighed_each_against_each() -> None:
    every = [flood(number, str(20 + 40 * number), f"speaker {number}") for number in range(SAYINGS)]
    assert len(relate(every, ())) == SAYINGS * (SAYINGS - 1) / 2


def test_of_those_who_repeat_one_saying_few_are_weighed_and_another_number_is_against_each_of_these() -> None:
    every = [*(flood(number, "1200", "the mayor") for number in range(20)), flood(99, "1900", "a nurse")]
    pairs = relate(every, ())
    against = [pair for pair in pairs if every[-1].figure.id in (pair.a, pair.b)]
    assert [pair.relation for pair in against] == [Relation.CONFLICT] * FEW
    assert len(pairs) == FEW * 20 - FEW * (FEW + 1) / 2 + FEW


def test_where_all_repeat_what_was_heard_nobody_further_off_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowds, "REPEAT", 10)
    every = [flood(number, str(1200 + 700 * (number % 2)), "the mayor", number) for number in range(40)]
    asked = crowd([flood(99, "1200", "the mayor", 40)], {"article 99": range(40)}, {n: one.heading.day for n, one in enumerate(every)})
    monkeypatch.setattr(crowds, "SLICE", 5)
    asked.size = 5
    heard: list[int] = []
    while asked.is_open:
        heard += asked.numbers()
        asked.hear({number: [every[number]] for number in asked.numbers()})
    assert 10 < len(heard) < 40
    assert min(heard) > 0


def test_the_nearest_in_time_are_asked_first() -> None:
    every = [flood(number, str(1000 + 200 * number), f"speaker {number}", number) for number in range(SAYINGS + 20)]
    late = flood(999, "70000", "a nurse", SAYINGS + 19)
    met = {end for pair in relate([*every, late], ()) if late.figure.id in (pair.a, pair.b) for end in (pair.a, pair.b)} - {late.figure.id}
    assert met == {one.figure.id for one in every[-SAYINGS:]}


def test_who_finds_no_answer_goes_on_asking() -> None:
    """However many others tell of the same place and day, of something else."""
    others = [flood(number, str(50 + number), f"speaker {number}") for number in range(3 * SAYINGS)]
    rain = {"title": "Rally in Orlo", "place": "Orlo", "places": ("Orlo",), "event_words": ("rally",), "event_day": DAY}
    first, last = (entry("77", article=f"rally {n}", outlet=f"Post {n}", **rain) for n in range(2))
    assert [pair.relation for pair in relate([first, *others, last], ()) if pair.b == last.figure.id] == [Relation.CORROBORATES]


def test_two_of_one_article_are_always_weighed() -> None:
    every = [flood(number, str(20 + 40 * number), f"speaker {number}") for number in range(SAYINGS + 5)]
    both = [flood(500, "9000", "the mayor"), flood(500, "9700", "a nurse")]
    ids = {one.figure.id for one in both}
    assert any({pair.a, pair.b} == ids for pair in relate([*every, *both], ()))


def test_nobody_is_asked_where_nothing_is_new() -> None:
    assert relate([], [flood(1, "20")]) == ()
    assert not crowd([], {}).is_open
