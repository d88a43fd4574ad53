"""What a cue says of the figures after it."""

from __future__ import annotations

from dataclasses import replace

from tests.compare.making import figure
from tracker.compare import cues
from tracker.model import Figure, Span
from tracker.text.phrases import words


def spread(*told: tuple[str, str | None], metric: str = "killed") -> list[str | None]:
    made: list[Figure] = [figure(words, sentence=Span(0, 90), update=update) for words, update in told]
    made[-1] = replace(made[-1], metric=metric)
    once = list(cues.spread(made))
    assert list(cues.spread(once)) == once
    return [one.update for one in once]


def test_at_first_is_said_of_the_dead_and_the_hurt() -> None:
    assert spread(("5", "at first"), ("9", None), metric="injured") == ["at first", "at first"]


def test_what_follows_of_the_same_measure_is_what_is_given_now() -> None:
    assert spread(("5", "first spoke of"), ("9", None)) == ["first spoke of", None]


def test_the_number_behind_and_not_was_given_before_and_no_other() -> None:
    assert spread(("5", "and not"), ("9", None), ("7", None)) == ["and not", cues.REPLACED, None]
    assert spread(("60", "and not"), ("1", None)) == ["and not", None]


def test_what_was_given_before_has_no_day_of_its_own() -> None:
    assert all(cues.is_cited(figure("5", update=cue)) for cue in (cues.REPLACED, "had spoken of", "the … given"))
    assert not any(cues.is_cited(replace(figure("5"), update=cue)) for cue in (None, "has risen to", "and not"))


def test_every_word_by_which_one_owns_to_a_number_contrasts_it() -> None:
    assert all(cues.CONTRASTED.search(word) for word in words("owned") | words("small"))


def test_a_toll_raised_from_no_number_has_only_risen() -> None:
    assert cues.is_rising("raised the toll from the landslip to")
    assert not cues.is_rising("raised the toll from an earlier 12 to")
    assert not cues.is_rising("rose to … from the 12")
