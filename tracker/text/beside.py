"""Does one word stand right before another? A cheap question, asked of a whole text before a dear pattern is tried on it."""

from __future__ import annotations


def precedes(text: str, words: tuple[str, ...], following: str) -> bool:
    """One of the words, or a longer one that ends like it, stands before `following`, or before a word that begins with it.

    >>> precedes("the ministry's figure of 29", ("figure", "count"), "of")
    True
    """
    return any(part.rstrip().endswith(words) for part in text.split(following)[:-1])
