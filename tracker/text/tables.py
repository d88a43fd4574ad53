"""Word lists from the data files that ship with the program. Nothing of a text is read here."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of tracker/data/`name`.toml. Raises FileNotFoundError where there is no such file."""
    return tomllib.loads(files("tracker").joinpath("data", f"{name}.toml").read_text("utf-8"))


Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""First word → (the words, what they stand for), the longest first."""


def phrases(lists: dict[str, list[str]]) -> Phrases:
    """Lists of phrases keyed by meaning → the phrases keyed by their first word, for `match_at`."""
    table: Phrases = {}
    for meaning, forms in lists.items():
        for form in forms:
            words = tuple(form.lower().split())
            table.setdefault(words[0], []).append((words, meaning))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def match_at(table: Phrases, words: list[str], i: int) -> tuple[int, str] | None:
    """The longest phrase that begins at word `i`: (how many words, its meaning); None where none does."""
    if i < len(words):
        for form, meaning in table.get(words[i], ()):
            if words[i : i + len(form)] == list(form):
                return len(form), meaning
    return None
