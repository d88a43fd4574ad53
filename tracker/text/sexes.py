"""Whether a given name or a form of address is a man's or a woman's, where it shows."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from tracker.text.wordlists import lines


@cache
def gender_of_given_names() -> dict[str, str]:
    """Given name → "m" or "f"; names listed as both are left out."""
    return _gendered("given_names.txt")


@cache
def gender_of_titles() -> dict[str, str]:
    """Form of address or noun → "m" or "f" ("Mr", "spokeswoman")."""
    return _gendered("address.txt")


@lru_cache(maxsize=65536)
def sex_of(given: str) -> str:
    """ "m" or "f" where the word is a given name that shows it, accents and what follows a hyphen left aside; else "".

    >>> sex_of("Élodie"), sex_of("Harbour")
    ('f', '')
    """
    table = gender_of_given_names()
    plain = "".join(char for char in unicodedata.normalize("NFD", given) if not unicodedata.combining(char))
    return table.get(given) or table.get(plain) or table.get(plain.partition("-")[0]) or ""


def _gendered(name: str) -> dict[str, str]:
    sexes: dict[str, set[str]] = {}
    for line in lines(name):
        sex, *listed = line.split()
        for word in listed:
            sexes.setdefault(word, set()).add(sex)
    return {word: min(sex) for word, sex in sexes.items() if len(sex) == 1}
