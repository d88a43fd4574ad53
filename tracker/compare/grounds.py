"""Of the pairs that make a claim what it is the one whose reason the claim shows: one that a person asked for first.

A claim keeps it, so that what comes later is set beside it alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tracker.compare.sides import Order
from tracker.model import Claim, Pair, Relation

UPDATES = (Relation.REVISION, Relation.RUNNING_TOTAL)
Look = Callable[[Sequence[str]], Mapping[str, Order]]


def grounds(pairs: Iterable[Pair], relation: Relation | None, look: Look) -> Pair | None:
    """Of the pairs of this relation the newest update, or else that for which most speaks, of several the newest; None where there is none.

    look — the orders of figures; a figure that it does not know is older than any.
    """
    held = [pair for pair in pairs if pair.relation is relation]
    if relation not in UPDATES:
        most = max((pair.points or 0.0 for pair in held), default=0.0)
        held = [pair for pair in held if (pair.points or 0.0) == most]
    if len(held) < 2:
        return held[0] if held else None
    order_by_id = look(list(dict.fromkeys(end for pair in held for end in (pair.b, pair.a))))
    return max(held, key=lambda pair: (*(order_by_id.get(end, OLDEST) for end in (pair.b, pair.a)), pair.reason))


OLDEST: Order = ("", False, "", "", 0)


def chain(claim: Claim) -> Pair | None:
    """What stands for the pairs of a claim; None for that of one figure. Where an earlier version built it, its ends do."""
    a, b = claim.pair or (claim.figures[0], claim.figures[-1])
    return Pair(a, b, claim.relation, claim.reason, claim.points) if claim.relation else None
