"""Two words for what is counted: one count where the number and all else say so, two answers only of words that tell of one thing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.compare.making import entry
from tracker.compare import claims, measures, relate
from tracker.compare.measures import Word
from tracker.model import Entry, FigureKind, Pair, Relation

PORT = {"place": "Port Elm", "places": ("Port Elm",), "event_words": ("raid", "harbour")}


def told(words: str, metric: str, **more: Any) -> Entry:
    return entry(words, metric=metric, **{**PORT, **more})


def relation(a: Entry, b: Entry) -> Pair | None:
    return next(iter(relate((a, b), ())), None)


@pytest.mark.parametrize(
    ("metric", "says"),
    [
        ("killed", Word.DEED),
        ("participants", Word.DEED),
        ("troops", Word.WHO),
        ("villagers", Word.WHO),
        ("lorries", Word.UNKNOWN),
        ("missiles", Word.THING),
        ("candles", Word.UNKNOWN),
        ("cottages", Word.UNKNOWN),
    ],
)
def test_a_metric_says_what_became_of_those_counted_or_who_they_are_or_what(metric: str, says: Word) -> None:
    assert measures.word(metric) is says


def test_a_noun_answers_the_question_of_a_deed_where_both_give_one_number() -> None:
    pair = relation(told("64", "killed"), told("64", "names", outlet="Herald"))
    assert pair
    assert pair.relation is Relation.CORROBORATES
    assert "one counts killed, the other names: taken for one count" in pair.reason


def test_two_words_and_numbers_that_can_both_hold_are_one_count_where_much_speaks_for_it() -> None:
    pair = relation(told("about 48000", "residents"), told("47500", "displaced"))
    assert pair
    assert pair.relation is Relation.COMPATIBLE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("64", "killed"), ("64", "injured")),
        (("64", "killed"), ("71", "names")),
        (("64", "killed"), ("64", "missiles")),
        (("9", "killed"), ("9", "names")),
        (("500", "killed"), ("500", "names")),
        (("64", "aircraft"), ("64", "missiles")),
        (("dozens of", "killed"), ("dozens of", "names")),
    ],
    ids=["two deeds", "two numbers", "people and things", "a small number", "a round number", "two things", "vague words"],
)
def test_two_words_are_two_counts(a: tuple[str, str], b: tuple[str, str]) -> None:
    assert relation(told(*a), told(*b)) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("168", "men"), ("174", "troops"), Relation.CONFLICT),
        (("168", "men"), ("400", "troops"), None),
        (("9", "men"), ("11", "troops"), None),
        (("110", "missing"), ("143", "abducted"), Relation.CONFLICT),
        (("110", "missing"), ("410", "abducted"), None),
        (("61000", "people"), ("38000", "displaced"), Relation.CONFLICT),
        (("61000", "people"), ("9000", "displaced"), None),
    ],
)
def test_two_words_that_only_say_who_or_tell_of_one_deed_may_be_two_answers(
    a: tuple[str, str], b: tuple[str, str], expected: Relation | None
) -> None:
    pair = relation(told(*a), told(*b, outlet="Herald"))
    assert (pair and pair.relation) == expected


def test_money_is_no_count_by_another_word() -> None:
    assert relation(told("64", "killed"), told("64", "money", kind=FigureKind.MONEY)) is None


def test_two_words_are_of_two_events_where_little_speaks_for_one() -> None:
    far = told("64", "names", title="Fire in Tarn", place="Tarn", places=("Tarn",), event_words=("fire",))
    pair = relation(told("64", "killed"), far)
    assert pair is None or not pair.relation.is_linked


def test_the_claim_is_called_by_the_deed_whichever_was_told_first() -> None:
    figures = (told("64", "names", outlet="A"), told("64", "killed", outlet="B"))
    (claim,) = claims(figures, relate(figures, ()))
    assert claim.metric == "killed"
    assert claim.name.startswith("killed")


@pytest.mark.parametrize(
    ("more", "measured"),
    [
        ({"metric": "people", "event_words": ("march",)}, "participants"),
        ({"metric": "residents", "event_words": ("measles",)}, "cases"),
        ({"metric": "people", "event_words": ("exodus",)}, "displaced"),
        ({"metric": "people", "event_words": ("air", "strike")}, "people"),
        ({"metric": "people"}, "people"),
        ({"metric": "injured", "event_words": ("march",)}, "injured"),
        ({"metric": "aboard", "counted": "charred bodies"}, "killed"),
        ({"metric": "recovered", "counted": "bodies"}, "killed"),
    ],
)
def test_the_event_or_the_noun_gives_the_deed_that_the_figure_does_not(more: dict[str, Any], measured: str) -> None:
    assert measures.measure(entry("64", **more).figure) == measured


def test_two_who_count_a_crowd_contradict_each_other_by_whatever_word() -> None:
    march = {"place": "Orlo", "places": ("Orlo",), "event_words": ("march",), "title": "March in Orlo"}
    pair = relation(
        entry("550", metric="participants", speaker="the police", outlet="A", **march),
        entry("1000", metric="people", speaker="the union", outlet="B", **march),
    )
    assert pair
    assert pair.relation is Relation.CONFLICT
