"""What an article says of two numbers holds also where another article repeats one of them.

Two that it gives as two counts are two counts: "120 fighters and 60 mercenaries were killed" says that 120 and 60 are no two counts of one
thing; so the 120 of another report does not contradict this 60. And two that it gives as answers to one question answer that of the other
article: "17, and not the 12 of which the guards had spoken" is set beside the 12 that they spoke of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.compare import events, measures, reasons, relations, scope
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


def joined(pairs: Sequence[Pair], side_by_id: Mapping[str, Side]) -> Iterator[Pair]:
    """The pairs, in their order, and those that follow from a number that two articles give: where one of them sets another number in its
    place, or against it, that is an answer to the question of the other article's too. In the place of such as were only possible.
    """
    beside: dict[tuple[str, str], list[Side]] = {}
    for side in side_by_id.values():
        beside.setdefault((side.heading.id, measures.measure(side.figure)), []).append(side)
    settled = {ends(pair) for pair in pairs if pair.relation is not Relation.POSSIBLE}
    made: dict[frozenset[str], Pair] = {}
    for pair in pairs:
        for one, twin in given_twice(pair, side_by_id):
            for other in beside[twin.heading.id, measures.measure(twin.figure)]:
                key = frozenset((one.id, other.id))
                if other.numbers != twin.numbers and key not in settled and key not in made and (found := retold(one, twin, other, pair)):
                    made[key] = found
    yield from (made.pop(ends(pair), pair) for pair in pairs)
    yield from made.values()


def ends(pair: Pair) -> frozenset[str]:
    return frozenset((pair.a, pair.b))


def given_twice(pair: Pair, side_by_id: Mapping[str, Side]) -> Iterator[tuple[Side, Side]]:
    """The two figures of a tie across articles that gives one number of one measure twice, either way round."""
    a, b = side_by_id[pair.a], side_by_id[pair.b]
    is_one = bool(a.numbers) and a.numbers == b.numbers and measures.measure(a.figure) == measures.measure(b.figure)
    if pair.relation.is_linked and is_one and a.heading.id != b.heading.id:
        yield from ((a, b), (b, a))


def retold(one: Side, twin: Side, other: Side, pair: Pair) -> Pair | None:
    """one and twin give one number, twin and other stand in one article. None where nothing follows for one and other."""
    beside = relations.relation(twin, other)
    a, b = relations.in_order(one, other)
    if beside is None or not beside.relation.is_linked or scope.apart(a, b) or events.apart(a, b):
        return None
    why = f"linked by {reasons.words(twin)}, which both articles give"
    found = relations.related(a, b, events.Link(events.Linked.SAME, why, min(pair.points or 0.0, beside.points or 0.0)))
    is_replaced = beside.relation is Relation.REVISION and found.relation is Relation.CONFLICT
    return changed(found, relation=Relation.REVISION) if is_replaced else found


WHY = "one of the articles gives both numbers, as two counts"


def told_apart(a: Side, b: Side, given: Mapping[Given, Sequence[Side]], linked: Iterable[frozenset[str]]) -> bool:
    if a.heading.id == b.heading.id:
        return False
    for one, other in ((a, b), (b, a)):
        same = given.get((other.heading.id, measures.measure(one.figure), one.numbers), ())
        if any(frozenset((one.id, twin.id)) in linked and scope.are_two(*relations.in_order(twin, other)) for twin in same):
            return True
    return False
