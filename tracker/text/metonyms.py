"""Places and buildings that stand for a government or body when they are credited."""

from __future__ import annotations

from functools import cache

from tracker.text.wordlists import lines


@cache
def bodies() -> dict[str, str]:
    """Place as printed → the body that it often stands for; empty where it stands for none of its own."""
    rows = (line.partition("=") for line in lines("metonyms.txt"))
    return {place.strip(): body.strip() for place, _, body in rows}
