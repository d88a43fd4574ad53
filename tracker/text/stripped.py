"""Text whose commas were lost on the way, as feeds, databases and telegrams lose them. Only counted here."""

from __future__ import annotations

SHORTEST, WORDS = 60, 150
"""Words from which it can be told, and how many of them a comma stands for at the least: newspapers have one in twenty."""


def is_stripped(text: str) -> bool:
    """Whether commas were taken out of the text; a number's ("1,200") are none, and of a short text nothing can be told.

    >>> is_stripped("The port is shut the mayor said. " * 12), is_stripped("The port is shut, the mayor said. " * 12)
    (True, False)
    """
    words = text.count(" ")
    return words >= SHORTEST and words > WORDS * text.count(", ")
