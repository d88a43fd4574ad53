"""The table of names that are written or called in several ways: which lines a word stands in."""

from __future__ import annotations

from functools import cache

from tracker.text.wordlists import lines


@cache
def groups() -> dict[str, dict[str, str]]:
    """word → {the line it stands in, by its sign and first word: the sign, "~1" for a pet form}."""
    found: dict[str, dict[str, str]] = {}
    for line in lines("name_variants.txt"):
        sign, *words = line.split()
        for i, word in enumerate(words):
            found.setdefault(word, {})[sign + words[0]] = "~1" if sign == "~" and i else sign
    return found


@cache
def family_names() -> frozenset[str]:
    """Family names that customarily stand first (Chinese, Korean)."""
    return frozenset(word for line in lines("name_variants.txt") if line.startswith("&") for word in line.split()[1:])
