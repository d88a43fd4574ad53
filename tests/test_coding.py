"""Values survive their JSON form, whatever they hold."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tracker import coding
from tracker.model import (
    Anchor,
    Article,
    Bound,
    Decision,
    Figure,
    Heading,
    Kind,
    Role,
    Scope,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Verdict,
    Words,
)

DAY = dt.date(2021, 3, 4)
FIGURE = Figure(
    "a", Span(0, 9), Span(3, 9), "about 1,200", 1200, None, Bound.APPROX, metric="killed", role=Role.INCREMENT, part_of=Span(20, 23),
    scope=Scope("us troops", places=("Port Elm", "Maridia"), event_day=DAY, open=True), as_of=DAY, interval=(Decimal("1140.5"), None),
    via=("Wire", 'a "post"'),
)  # fmt: skip
VALUES: list[Any] = [
    FIGURE,
    dataclasses.replace(FIGURE, low=Decimal("2.50"), high=Decimal("3"), interval=None),
    Statement("a", Kind.MIXED, (Span(1, 4), Span(6, 8)), "öl [sic] – \u202e", Words(0, 1, "x"), via=(Words(1, 2, "y"),), said_on=DAY),
    Speaker("s", "Ana Ruiz", SpeakerKind.PERSON, ("Ruiz",), (("mayor", DAY, None), ("", None, None))),
    Article("text", published=dt.datetime(2021, 3, 4, 5, 6, tzinfo=dt.UTC), inferred=(("title", "first line"),)),
    Article("text", published=DAY),
    Heading("a", days=(DAY, DAY), event_words=("fire",)),
    Decision(Verdict.PREFER, (Anchor("figure", "12", "a", 1, 3),), "ana", dt.datetime(2021, 3, 4, tzinfo=dt.UTC)),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_as_it_was(value: Any) -> None:
    again = coding.of_text(type(value), coding.text(value))
    assert again == value
    assert repr(again) == repr(value)


def test_a_number_keeps_its_written_precision() -> None:
    value = dataclasses.replace(FIGURE, low=Decimal("2.50"), high=3)
    again = coding.of_text(Figure, coding.text(value))
    assert (str(again.low), type(again.high)) == ("2.50", int)


def test_keys_of_a_later_version_are_left_alone() -> None:
    assert coding.value_of(Scope, {"place": "Halden", "weather": "rain"}) == Scope(place="Halden")


def test_fields_at_their_default_are_not_written() -> None:
    assert coding.plain(Scope()) == {}


def test_a_type_that_no_field_has_is_refused() -> None:
    with pytest.raises(TypeError):
        coding.plain({1, 2})
