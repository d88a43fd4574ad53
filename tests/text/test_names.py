"""Names are read from their form: titles told apart, particles and suffixes kept, function words left out."""

from __future__ import annotations

import pytest

from tracker.text.names import names

FORMS = [
    ("title before", "Mayor Ann Ruiz spoke.", [("Mayor", "Ann Ruiz", "person")]),
    ("ranks", "He met Brig. Gen. Tom O’Dea.", [("Brig. Gen.", "Tom O’Dea", "person")]),
    ("office of several words", "City Council President Jo Lind left.", [("City Council President", "Jo Lind", "person")]),
    ("office with of", "Secretary of State Ida Roe left.", [("Secretary of State", "Ida Roe", "person")]),
    ("lower-case descriptor", "Then pollster Rolf Berg left.", [("pollster", "Rolf Berg", "person")]),
    ("suffix", "Robert F. Lund Jr. spoke.", [("", "Robert F. Lund Jr", "person")]),
    ("particle with a hyphen", "So Karim al-Zahri spoke.", [("", "Karim al-Zahri", "person")]),
    ("particle between", "Then Anna van der Berg left.", [("", "Anna van der Berg", "person")]),
    ("a possessive is no part", "Ann Ruiz’s house burned.", [("", "Ann Ruiz", "person")]),
    ("a body whose field is a title too", "The Ministry of Justice said no.", [("", "Ministry of Justice", "organisation")]),
    ("a body over a preposition", "The Ministry of Health said no.", [("", "Ministry of Health", "organisation")]),
    ("a body whose first word is a rank", "The General Motors plant shut.", [("", "General Motors", "organisation")]),
    ("an acronym", "The WHO said no.", [("", "WHO", "organisation")]),
    ("a day between two names parts them", "In Oslo Monday Ruiz spoke.", [("", "Oslo", ""), ("", "Ruiz", "")]),
    ("a sentence's first word is none", "Critics left. Although it rained, Nobody came.", []),
    ("a body of people for something", "Then Doctors for Peace left.", [("", "Doctors for Peace", "organisation")]),
    ("a body with small words", "The Stop It Now Coalition left.", [("", "Stop It Now Coalition", "organisation")]),
    ("a body with a small last word", "Burma Rights Watch left.", [("", "Burma Rights Watch", "organisation")]),
    ("a body, a given name first", "Later Thor Shipping sank.", [("", "Thor Shipping", "organisation")]),
    ("a surname that ends bodies too", "Later James Church left.", [("", "James Church", "person")]),
    ("a given name that is a verb", "Then captain Will Lind left.", [("captain", "Will Lind", "person")]),
    ("a police rank", "DSP Moses Tarr left. Cllr Ann Ruiz came.", [("DSP", "Moses Tarr", "person"), ("Cllr", "Ann Ruiz", "person")]),
    ("the country of a post", "The envoy for Malta Sefan de Mura left.", [("", "Sefan de Mura", "")]),
    ("a body for a word that is no name", "Doctors for All, a charity, left.", [("", "Doctors for All", "organisation")]),
    ("a body of a people", "The Sella People’s Front left.", [("", "Sella People’s Front", "organisation")]),
    ("a people's body alone", "Then the Women's Council left.", [("", "Women's Council", "organisation")]),
    ("an office of the Church", "So Canon Anna Roe spoke.", [("Canon", "Anna Roe", "person")]),
    ("a body of two names", "The new Sella and Roe Bank left.", [("", "Sella and Roe Bank", "organisation")]),
    ("a maker of that name", "So Canon left.", [("", "Canon", "")]),
    ("a neighbour", "Neighbour Anna Roe spoke.", [("Neighbour", "Anna Roe", "person")]),
    ("a title alone is none", "The Prime Minister left.", []),
]


@pytest.mark.parametrize(("form", "text", "expected"), FORMS)
def test_a_name_is_read_in_its_parts(form: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = names(text)
    assert [(n.title, n.text, n.kind) for n in found] == expected
    assert all(n.span.of(text) == n.text for n in found)


def test_gender_comes_from_the_title_before_the_given_name() -> None:
    assert [n.gender for n in names("Mr. Ruiz met Ann Lind, spokesman Kim Berg and Dr. Ito.")] == ["m", "f", "m", ""]


def test_a_lone_surname_takes_the_kind_of_the_one_fuller_name() -> None:
    assert [(n.kind, n.gender) for n in names("Ann Ruiz spoke. Then Ruiz left.")] == [("person", "f")] * 2


def test_a_surname_that_two_bear_takes_nothing() -> None:
    assert names("Ann Ruiz and Tom Ruiz spoke. Then Ruiz left.")[-1].gender == ""


@pytest.mark.parametrize("text", ["", "A", "A.", "Mr.", "U.S.", "Al", "İ", "J. K.", "The of the", "Of", "O’", "al-"])
def test_odd_text_raises_nothing(text: str) -> None:
    assert all(n.span.of(text) == n.text for n in names(text))
