"""Where one piece of a text runs into the next without a stop: feeds and databases strip the marks between a title, a credit and a lead."""

from __future__ import annotations

from functools import cache
from typing import Final

from tracker.text.agencies import agencies
from tracker.text.phrases import is_plural
from tracker.text.tokens import Tokens

SHORTEST: Final = 3
"""Letters of initials that stand behind a name without being part of it: "Oru NWA", not "Oru DC"."""


@cache
def single_words() -> frozenset[str]:
    """The forms of news agencies that are one word, as printed."""
    return frozenset(form for form in agencies() if " " not in form)


def is_credit(tokens: Tokens, i: int) -> bool:
    """An agency, or initials behind a word that is none: "Oru Reuters", "Oru NWA"."""
    printed, before = tokens.raw[i], tokens.raw[i - 1] if i else ""
    are_initials = printed.isupper() and printed.isalpha() and len(printed) >= SHORTEST
    return is_agency(tokens, i) or (are_initials and before[1:2].islower())


def is_agency(tokens: Tokens, i: int) -> bool:
    return tokens.raw[i] in single_words()


def begins_anew(tokens: Tokens, i: int) -> bool:
    """A capital stands behind a plural noun in small letters: "killed nine rebels Airstrikes by …"."""
    before = tokens.word(i - 1)
    return tokens.is_name(i) and is_plural(before) and tokens.raw[i - 1].islower()
