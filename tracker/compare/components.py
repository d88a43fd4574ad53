"""Sets of things tied to one another, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable


class Joined:
    """Numbers from 0, each in a set of its own until it is joined to another."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))

    def root(self, one: int) -> int:
        parent = self.parent
        while parent[one] != one:
            parent[one] = one = parent[parent[one]]
        return one

    def are_one(self, one: int, other: int) -> bool:
        return self.root(one) == self.root(other)

    def join(self, one: int, other: int) -> None:
        self.parent[self.root(one)] = self.root(other)


def components(ids: Iterable[str], ties: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The ids in sets, in order of each set's first id; an id without a tie is alone. Ties of ids not listed are left out."""
    number_by_id = {one: number for number, one in enumerate(dict.fromkeys(ids))}
    joined = Joined(len(number_by_id))
    for a, b in ties:
        if a in number_by_id and b in number_by_id:
            joined.join(number_by_id[a], number_by_id[b])
    groups: dict[int, list[str]] = {}
    for one, number in number_by_id.items():
        groups.setdefault(joined.root(number), []).append(one)
    return list(groups.values())
