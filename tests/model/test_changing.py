"""`changed` gives what `dataclasses.replace` gives, and leaves the value alone."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from tracker.model import Article, Figure, Kind, Reading, Span, Statement, changed

STATEMENT = Statement("a", Kind.DIRECT, (Span(1, 2),), "x")
FIGURE = Figure("a", Span(1, 2), Span(1, 2), "12", 12, 12)


def test_a_changed_value_is_what_replace_makes() -> None:
    assert changed(STATEMENT, speaker="Ann Roe", confidence=0.5) == replace(STATEMENT, speaker="Ann Roe", confidence=0.5)
    assert changed(FIGURE, low=None, via=("Wire",)) == replace(FIGURE, low=None, via=("Wire",))


def test_nothing_changed_is_equal_and_another_object() -> None:
    copy = changed(FIGURE)
    assert copy == FIGURE
    assert copy is not FIGURE


def test_the_value_itself_stays_and_both_are_frozen() -> None:
    made = changed(STATEMENT, speaker="Ann Roe")
    assert STATEMENT.speaker is None
    with pytest.raises(FrozenInstanceError):
        made.speaker = "Jo Li"  # type: ignore[misc]


def test_a_name_that_is_no_field_is_refused() -> None:
    with pytest.raises(KeyError):
        changed(STATEMENT, speeker="Ann Roe")


def test_every_value_of_a_reading_can_be_changed() -> None:
    reading = Reading(Article("Water rose."))
    assert changed(reading, figures=(FIGURE,)).figures == (FIGURE,)
