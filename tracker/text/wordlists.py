"""The plain word lists of `tracker/data/`: one entry a line, `#` starts a comment that says where the list comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

Tree = dict[str, "Tree"]


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of one list in file order, comments and empty lines left out."""
    text = (files("tracker") / "data" / name).read_text("utf-8")
    return tuple(entry for line in text.splitlines() if (entry := line.partition("#")[0].strip()))


@cache
def words(name: str) -> frozenset[str]:
    """Every word of one list, where lines hold several words each."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def tagged(name: str) -> dict[str, frozenset[str]]:
    """The words of one list by the tag that begins their line; a tag may begin several lines."""
    found: dict[str, frozenset[str]] = {}
    for line in lines(name):
        tag, *entries = line.split()
        found[tag] = found.get(tag, frozenset()) | frozenset(entries)
    return found


def pattern(entries: Iterable[str]) -> str:
    """A regular expression that matches any of the entries, the longest first, and tries each shared beginning once.

    >>> pattern(["said", "says", "say"])
    'sa(?:id|y(?:s)?)'
    """
    tree: Tree = {}
    for entry in entries:
        node = tree
        for char in entry:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: Tree) -> str:
    options = [re.escape(char) + _branch(below) for char, below in sorted(node.items()) if char]
    if not options:
        return ""
    joined = options[0] if len(options) == 1 and "" not in node else f"(?:{'|'.join(options)})"
    return joined + "?" if "" in node else joined
