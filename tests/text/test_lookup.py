"""Two names that can be one share a key; few others do."""

from __future__ import annotations

import pytest

from tracker.text.lookup import asked, filed

CAN_BE_ONE = [
    ("Tomas Reyna", "Tomás L. Reyna", False),
    ("Fareed al-Harbi", "Farid El Harbi", False),
    ("Muammar Qadri", "Moammar Kadri", False),
    ("Bill Tanner", "William Tanner", False),
    ("Reyna", "Tomas Reyna", False),
    ("Tomas Reyna", "Reyna", False),
    ("Ye Min-seok", "Ye Minseok", False),
    ("Coastal Defence Forces", "CDF", True),
    ("CDF", "Coastal Defence Forces", True),
    ("Harakat al-Sahil", "Al Sahil Movement", True),
]


@pytest.mark.parametrize(("stored", "new", "is_body"), CAN_BE_ONE)
def test_names_that_can_be_one_find_each_other(stored: str, new: str, is_body: bool) -> None:
    assert filed(stored, is_body) & asked(new)


@pytest.mark.parametrize(("stored", "new"), [("John Reyna", "John Tanner"), ("Ines Duarte", "Tomas Duarte"), ("Reyna", "Reyna Tanner")])
def test_a_shared_given_name_or_family_name_brings_no_candidate(stored: str, new: str) -> None:
    assert not filed(stored, False) & asked(new)


@pytest.mark.parametrize("name", ["", "...", "☃"])
def test_a_name_without_letters_is_filed_nowhere_and_found_by_nothing(name: str) -> None:
    assert not filed(name, False)
    assert not filed("Tomas Reyna", False) & asked(name)
