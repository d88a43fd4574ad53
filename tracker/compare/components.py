"""Sets of things tied to one another, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable


def components(ids: Iterable[str], ties: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The ids in sets, in order of each set's first id; an id without a tie is alone. Ties of ids not listed are left out."""
    parent = {i: i for i in ids}

    def root(i: str) -> str:
        while parent[i] != i:
            parent[i] = i = parent[parent[i]]
        return i

    for a, b in ties:
        if a in parent and b in parent:
            parent[root(a)] = root(b)
    groups: dict[str, list[str]] = {}
    for i in parent:
        groups.setdefault(root(i), []).append(i)
    return list(groups.values())
