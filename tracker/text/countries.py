"""Country names and the words for their people, folded to one form each."""

from __future__ import annotations

from functools import cache

from tracker.text.wordlists import lines


@cache
def countries() -> dict[str, str]:
    """Country name, adjective, people or initials in lower case → the country ("israelis" → "israel")."""
    rows = ([form.strip() for form in row.split("|")] for row in lines("countries.txt"))
    return {form: row[0] for row in rows for form in row}


def country(words: str) -> str | None:
    """The country that a name or adjective means, None where it is none."""
    return countries().get(words.lower().replace(".", ""))


def is_country(words: str) -> bool:
    return country(words) is not None


def is_demonym(word: str) -> bool:
    """An adjective that a country has besides its name: "Norwegian"; not the plural of its people.

    >>> is_demonym("Norwegian"), is_demonym("Norway"), is_demonym("Norwegians")
    (True, False, False)
    """
    return country(word) not in (None, word.lower()) and word[:1].isupper() and not word.isupper() and not word.endswith("s")
