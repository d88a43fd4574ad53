"""Two numbers that an article gives as two counts are two counts also where another article repeats one of them.

"120 fighters and 60 mercenaries were killed" says that 120 and 60 are no two counts of one thing; so the 120 of another report does not
contradict this 60.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.compare import measures, reasons, relations, scope
from tracker.compare.sides import Side
from tracker.model import Number, Pair, Relation, changed

Given = tuple[str, str, tuple[Number, ...]]
"""The article, the measure, the numbers."""


def parted(pairs: Sequence[Pair], side_by_id: Mapping[str, Side]) -> Iterator[Pair]:
    """The pairs, in their order; those of two articles as of different scope where one of these gives both numbers as two counts."""
    given: dict[Given, list[Side]] = {}
    for side in side_by_id.values():
        if side.numbers:
            given.setdefault((side.heading.id, measures.measure(side.figure), side.numbers), []).append(side)
    linked = {frozenset((pair.a, pair.b)) for pair in pairs if pair.relation.is_linked}
    for pair in pairs:
        a, b = side_by_id[pair.a], side_by_id[pair.b]
        apart = pair.relation.is_linked and a.numbers != b.numbers and told_apart(a, b, given, linked)
        yield changed(pair, relation=Relation.DIFFERENT_SCOPE, reason=reasons.sentence(a, b, WHY)) if apart else pair


WHY = "one of the articles gives both numbers, as two counts"


def told_apart(a: Side, b: Side, given: Mapping[Given, Sequence[Side]], linked: Iterable[frozenset[str]]) -> bool:
    if a.heading.id == b.heading.id:
        return False
    for one, other in ((a, b), (b, a)):
        same = given.get((other.heading.id, measures.measure(one.figure), one.numbers), ())
        if any(frozenset((one.id, twin.id)) in linked and scope.are_two(*relations.in_order(twin, other)) for twin in same):
            return True
    return False
