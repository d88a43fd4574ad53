"""Update cues: which figures they tie, and in which direction."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.compare.making import DAY, entry, figure
from tracker.compare import cues, updates
from tracker.compare.sides import side
from tracker.model import Span

NEXT = DAY + dt.timedelta(days=1)
ONE = {"article": "one"}
SENTENCE = {**ONE, "sentence": Span(0, 90)}


@pytest.mark.parametrize(
    ("name", "a", "b", "tied"),
    [
        ("one sentence", SENTENCE, {**SENTENCE, "update": "updating an earlier toll of"}, True),
        ("one sentence adds", SENTENCE, {**SENTENCE, "update": "bringing the total to"}, False),
        ("the number named", {}, {"update": "up from 20", "speaker": "the coroner"}, True),
        ("a number within the reading of the other", {"words": "at least 20"}, {"update": "down from 23"}, True),
        ("a number named with its scale", {"words": "1400000"}, {"words": "3200000", "update": "up from the $1.4 million"}, True),
        ("half a number named", {}, {"update": "up from 0.5"}, False),
        ("another number named", {}, {"update": "up from 31"}, False),
        ("the same article", ONE, {**ONE, "update": "has risen to"}, True),
        ("risen to less than another of the article gives", {**ONE, "words": "90"}, {**ONE, "update": "has risen to"}, False),
        ("one speaker, two articles", {"speaker": "the mayor"}, {"speaker": "the mayor", "update": "has risen to", "day": NEXT}, True),
        ("two named speakers", {"speaker": "the mayor"}, {"speaker": "the coroner", "update": "has risen to", "day": NEXT}, False),
        (
            "what one adds to the count of another",
            {"speaker": "the mayor"},
            {"speaker": "the coroner", "update": "taking the number killed to", "day": NEXT},
            True,
        ),
        ("a lower number has not risen", {"words": "90"}, {"update": "has risen to", "day": NEXT}, False),
        ("a lower number may be corrected", {"words": "90"}, {"update": "revised to", "day": NEXT}, True),
        ("the earlier one is named so", {**ONE, "update": "the previous count was"}, ONE, True),
        ("a count set against another", ONE, {**ONE, "words": "12", "update": "a lower toll, of"}, False),
        ("one and not the other", SENTENCE, {**SENTENCE, "update": "and not"}, True),
        ("one and not another of its sentence", ONE, {**ONE, "update": "and not"}, False),
        ("one set against the other", SENTENCE, {**SENTENCE, "update": "while the warden gave"}, False),
        ("no cue", ONE, ONE, False),
    ],
)
def test_a_cue_ties_what_it_can_mean(name: str, a: dict[str, Any], b: dict[str, Any], tied: bool) -> None:
    first, second = side(entry(**{"words": "20", **a})), side(entry(**{"words": "55", **b}))
    assert bool(updates.ties(first, second)) is tied, name
    assert bool(updates.ties(second, first)) is tied, name


def test_what_is_summed_up_over_more_places_replaces_no_count_of_one() -> None:
    told = {"words": "97", "article": "one", "speaker": "the mayor"}
    for cue, tied in (("bringing the toll to", True), ("bringing the toll nationwide to", False)):
        later = {**told, "words": "101", "update": cue}
        assert bool(updates.ties(side(entry(**told)), side(entry(**later)))) is tied, cue


def test_a_figure_called_earlier_lends_the_word_to_those_after_it_in_the_sentence() -> None:
    early = figure("5", update="the first count was", sentence=Span(0, 60))
    same, other = figure("9", metric="injured", sentence=Span(0, 60)), figure("7", sentence=Span(70, 99))
    assert [f.update for f in cues.spread([early, same, other])] == ["the first count was", "the first count was", None]
    risen = figure("5", update="rose to", sentence=Span(0, 60))
    assert [f.update for f in cues.spread([risen, same])] == ["rose to", None]


def test_a_cue_joins_a_part_and_its_whole_only_where_it_leaves_no_doubt() -> None:
    pilgrims, people = {"population": "pilgrims", **ONE}, {"words": "55", "population": "people", **ONE}
    whole = side(entry(**{**people, "update": "has reached"}))
    assert not updates.corrects(side(entry("20", **pilgrims)), whole)
    named = side(entry(**{**people, "update": "up from 20"}))
    assert updates.corrects(side(entry("20", **pilgrims)), named)


def test_numbers_in_a_cue_are_read_however_many_digits_they_have() -> None:
    assert cues.named_numbers("up from 1,112 and 0.5 or 7 billion") == {"1112", "0.5", "7000000000"}
    assert cues.named_numbers("rose to") == set()
    assert cues.named_numbers("up from " + "9," * 5000)
