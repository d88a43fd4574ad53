"""Which of the figures tied to one another are one claim, where they do not all hold together.

The strongest ties are taken first, and a tie that would join what does not go together joins nothing. So what becomes of a tie depends on
stronger ones alone, and the outcome on the figures and their ties, whatever the order in which they came.

The ties that joined a set's figures, its bonds, say of it all that there is to say: what else ties two of them changes nothing, and what
tied them to others was refused. New figures bring ties of their own; as long as each set stays together, it comes to the same whether
these are taken among all ties or among the bonds. A set that falls apart is to be looked at again with all its ties.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from tracker.compare import events
from tracker.compare.components import Joined
from tracker.compare.holding import Extent
from tracker.compare.sides import Side
from tracker.model import Claim, Pair

Key = frozenset[str]


class Tie(NamedTuple):
    """In the order in which they are taken: those that a person made, the strongest, by ids. points — less than nothing; is_again — one
    gives the number of the other anew, later.
    """

    is_found: bool
    points: float
    a: str
    b: str
    is_again: bool = False


class Part(NamedTuple):
    """Figures that are one claim. bonds — the ties that joined them, in order; is_plain — each joined what holds together."""

    figures: list[str]
    bonds: list[Tie]
    is_plain: bool


def tie(pair: Pair, sure: Container[Key] = (), side_by_id: Mapping[str, Side] | None = None) -> Tie:
    """sure — pairs that a person tied: they hold. side_by_id — by which is weighed what was not."""
    a, b = sorted((pair.a, pair.b))
    if frozenset((a, b)) in sure:
        return Tie(False, 0.0, a, b)
    if pair.points is not None or not side_by_id:
        return Tie(True, -(pair.points or 0.0), a, b, pair.is_again)
    return Tie(True, -events.points(side_by_id[a], side_by_id[b]), a, b, events.is_repeated(side_by_id[a], side_by_id[b]))


def part(extent_by_figure: Mapping[str, Extent], ties: Iterable[Tie]) -> list[Part]:
    """The figures in sets, in order of each set's first; ties of others are left out. One that gives the number of another anew, later, is
    of its set and draws no other along.
    """
    number = {figure: at for at, figure in enumerate(extent_by_figure)}
    extents, joined = list(extent_by_figure.values()), Joined(len(number))
    sizes, plain, bonds = [1] * len(number), [True] * len(number), []
    for one_tie in sorted({one for one in ties if one.a in number and one.b in number}):
        one, other = joined.root(number[one_tie.a]), joined.root(number[one_tie.b])
        if one == other:
            continue
        together = extents[one].with_(extents[other])
        is_held = together.holds
        looks_back = not is_held and one_tie.is_again and 1 in (sizes[one], sizes[other])
        if is_held or looks_back or not one_tie.is_found:
            joined.join(one, other)
            bonds.append(one_tie)
            extents[other] = extents[one if sizes[other] == 1 else other] if looks_back else together
            sizes[other] += sizes[one]
            plain[other] = is_held and plain[one] and plain[other]
    parts: dict[int, Part] = {}
    for figure, at in number.items():
        root = joined.root(at)
        parts.setdefault(root, Part([], [], plain[root])).figures.append(figure)
    for bond in bonds:
        parts[joined.root(number[bond.a])].bonds.append(bond)
    return list(parts.values())


def written(figures: Sequence[str], extents: Mapping[str, Extent], bonds: Iterable[Tie]) -> str:
    """As a claim keeps it. figures — those of the claim, in its order."""
    number = {figure: at for at, figure in enumerate(figures)}
    rows = [(bond.points, number[bond.a], number[bond.b], bond.is_again + 2 * bond.is_found) for bond in bonds]
    return json.dumps([[extents[figure] for figure in figures], rows], separators=(",", ":"))


def read(claim: Claim) -> tuple[dict[str, Extent], list[Tie]]:
    """Of a claim the extents of its figures, and its bonds."""
    extents, bonds = json.loads(claim.holding)
    names = claim.figures
    ties = [Tie(marks >= 2, points, names[a], names[b], bool(marks & 1)) for points, a, b, marks in bonds]
    return dict(zip(names, (Extent(*made) for made in extents), strict=True)), ties
