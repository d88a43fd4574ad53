"""`changed` gives what `dataclasses.replace` gives, and leaves the value alone."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from tracker.model import Article, Bound, Figure, Kind, Reading, Scope, Span, Statement, changed

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


@pytest.mark.parametrize("value", [STATEMENT, FIGURE, Scope(place="Oru", places=("Oru",))])
def test_a_value_made_quickly_is_frozen_hashable_and_can_be_copied_and_pickled(value: object) -> None:
    assert type(value).__name__ in repr(value)
    with pytest.raises(FrozenInstanceError):
        setattr(value, fields(value)[0].name, "b")  # type: ignore[arg-type]
    assert len({value, copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))}) == 1
    assert type(copy.copy(value)) is type(value)


def test_a_value_made_quickly_takes_its_fields_as_any_dataclass_does() -> None:
    assert Figure("a", Span(1, 2), Span(1, 2), "12", 12, high=12, bound=Bound.EXACT) == FIGURE
    assert FIGURE.scope == Scope() and FIGURE.scope is not Figure("a", Span(1, 2), Span(1, 2), "12", 12, 12).scope
    with pytest.raises(TypeError, match="missing 4 required positional arguments"):
        Figure("a", Span(1, 2))  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'plaice'"):
        Scope(plaice="Oru")  # type: ignore[call-arg]
    assert [*inspect.signature(Scope).parameters][:2] == ["population", "side"]
