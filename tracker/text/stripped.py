"""Text whose commas were lost on the way, as feeds, databases and telegrams lose them. Only counted here."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

SHORTEST: Final = 60
WORDS: Final = 150
"""Words from which it can be told, and how many of them a comma stands for at the least: newspapers have one in twenty."""


FEWEST: Final = 9
"""Blanks of the shortest sentence that holds a clause and its credit."""


@lru_cache(maxsize=4)
def is_stripped(text: str) -> bool:
    """Whether commas were taken out of the text; a number's ("1,200") are none, and of a short text nothing can be told.

    >>> is_stripped("The port is shut the mayor said. " * 12), is_stripped("The port is shut, the mayor said. " * 12)
    (True, False)
    """
    words = text.count(" ")
    return words >= SHORTEST and words > WORDS * text.count(", ")


def may_be_stripped(text: str) -> bool:
    """Whether a text too short to tell has no comma at all: one sentence of a wire may have lost it.

    >>> may_be_stripped("Nine boats sank off the island in the night the mayor said."), may_be_stripped("The port is shut, he said.")
    (True, False)
    """
    return "," not in text and FEWEST <= text.count(" ") < SHORTEST
