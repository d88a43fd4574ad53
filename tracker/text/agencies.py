"""The news agencies by each printed form of their names."""

from __future__ import annotations

from functools import cache

from tracker.text.wordlists import lines


@cache
def agencies() -> dict[str, str]:
    """Form → the agency's key: "AP" and "Associated Press" have one."""
    rows = (line.split("\t") for line in lines("agencies.txt"))
    return {form: key for key, *forms in rows for form in forms}
