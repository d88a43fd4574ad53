"""What a cue says of the figures after it."""

from __future__ import annotations

from dataclasses import replace

from tests.compare.making import figure
from tracker.compare import cues
from tracker.model import Figure, Span


def spread(*told: tuple[str, str | None]) -> list[str | None]:
    made: list[Figure] = [figure(words, sentence=Span(0, 90), update=update) for words, update in told]
    once = list(cues.spread(made))
    assert list(cues.spread(once)) == once
    return [one.update for one in once]


def test_at_first_is_said_of_all_that_follows() -> None:
    assert spread(("5", "at first"), ("9", None)) == ["at first", "at first"]


def test_had_spoken_of_is_said_of_one_number() -> None:
    assert spread(("5", "had spoken of"), ("9", None)) == ["had spoken of", None]


def test_the_number_behind_and_not_was_given_before_and_no_other() -> None:
    assert spread(("5", "and not"), ("9", None), ("7", None)) == ["and not", cues.REPLACED, None]
    assert spread(("60", "and not"), ("1", None)) == ["and not", None]


def test_what_was_given_before_has_no_day_of_its_own() -> None:
    assert all(cues.is_cited(figure("5", update=cue)) for cue in (cues.REPLACED, "had spoken of", "the … given"))
    assert not any(cues.is_cited(replace(figure("5"), update=cue)) for cue in (None, "has risen to", "and not"))
