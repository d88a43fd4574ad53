"""Places that stand for a body: one list for who reads them and for who joins names."""

from __future__ import annotations

from tracker.text.metonyms import bodies


def test_a_place_is_known_as_printed_with_the_body_it_stands_for() -> None:
    assert bodies()["Kremlin"] == "russian president"


def test_a_place_without_a_body_of_its_own_is_known_all_the_same() -> None:
    assert bodies()["Capitol"] == ""


def test_every_place_begins_with_a_capital_and_no_body_is_left_unsaid_behind_a_mark() -> None:
    assert all(place[:1].isupper() and "=" not in body for place, body in bodies().items())
