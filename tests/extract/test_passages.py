"""Which stretches are read for reported speech."""

from __future__ import annotations

from tracker.extract.passages import passages


def test_a_sentence_with_a_few_cues_is_one_passage() -> None:
    (found,) = passages("Lund said the mine was closed and added that it would stay so, as Roe had told him.")
    assert len(found.cues) == 3


def test_a_crowd_of_cues_is_no_prose() -> None:
    assert not list(passages("said " * 40))
    assert not list(passages("Ann said " * 40))
