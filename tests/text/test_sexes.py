"""A given name or a form of address is a man's or a woman's only where it shows."""

from __future__ import annotations

import pytest

from tracker.text.sexes import gender_of_titles, sex_of


@pytest.mark.parametrize(("given", "sex"), [("Élodie", "f"), ("Elodie", "f"), ("John-Paul", "m"), ("Harbour", ""), ("", ""), ("\x00", "")])
def test_a_given_name_shows_it_or_not(given: str, sex: str) -> None:
    assert sex_of(given) == sex


def test_forms_of_address_show_it() -> None:
    assert (gender_of_titles()["Mr"], gender_of_titles()["spokeswoman"], gender_of_titles().get("minister")) == ("m", "f", None)
