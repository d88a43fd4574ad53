"""The names of claims and the words of reasons, as a reader sees them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.compare.making import entry
from tracker.compare import claims, relate

NAMES: list[tuple[str, dict[str, Any], str]] = [
    ("plain", {"event": "attack on the harbour", "place": "Port Elm"}, "killed — attack on the harbour, Port Elm"),
    ("a weekday goes", {"event": "Thursday bombardment", "place": "Oru"}, "killed — bombardment, Oru"),
    ("nothing dangles", {"event": "rebel fire in government-", "place": "Oru"}, "killed — rebel fire, Oru"),
    (
        "a long one is cut",
        {"event": "militia rocket attack on the old quarter in the northern town of Oru", "place": "Oru"},
        "killed — militia rocket attack on the old quarter, Oru",
    ),
    ("the measure is not said twice", {"event": "raid on the mill", "population": "dead", "counted": "dead"}, "killed — raid on the mill"),
    (
        "a people keeps its capital",
        {"event": "raid on the mill", "population": "maltese sailors", "counted": "Maltese sailors"},
        "killed, Maltese sailors — raid on the mill",
    ),
    ("no event, no place", {}, "killed — Blast at Port Elm harbour"),
]


@pytest.mark.parametrize(("name", "scope", "expected"), NAMES, ids=[row[0] for row in NAMES])
def test_a_claim_is_named_shortly_and_whole(name: str, scope: dict[str, Any], expected: str) -> None:
    (claim,) = claims([entry("20", **scope)], ())
    assert claim.name == expected


def test_a_reason_shows_words_as_printed_and_few_of_them() -> None:
    told = {
        "event": "bombings of the old Maltese granaries by raiders",
        "event_words": ("bombings", "old", "maltese", "granaries", "raiders"),
    }
    (pair,) = relate([entry("20", **told), entry("55", outlet="Herald", **told)], ())
    assert "granaries" in pair.reason
    assert "granari," not in pair.reason
    shown = pair.reason.partition("the words ")[2].split(", ")
    assert 1 <= len(shown) <= 4
