"""The claims that linked pairs make: sets of figures that answer one question, with a readable name built by rule."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from tracker.compare import growing, naming, origins
from tracker.compare.components import components
from tracker.compare.holding import parted
from tracker.compare.sides import Order, Side
from tracker.model import SERIOUSNESS, Claim, Pair, changed, content_hash


def claims(sides: Sequence[Side], pairs: Iterable[Pair], sure: Container[frozenset[str]] = ()) -> tuple[Claim, ...]:
    """One claim for each set of figures tied by linked pairs, parted where it does not hold together, the earliest figure first.

    A figure without a linked pair is a claim of its own. sure — pairs that a person tied.
    """
    by_id = {side.id: side for side in sides}
    linked = [pair for pair in pairs if pair.relation.is_linked and pair.a in by_id and pair.b in by_id]
    groups = components(by_id, [(pair.a, pair.b) for pair in linked])
    pairs_by_group: dict[str, list[Pair]] = {}
    first_of = {member: group[0] for group in groups for member in group}
    for pair in linked:
        pairs_by_group.setdefault(first_of[pair.a], []).append(pair)
    made = [one for group in groups for one in of_component(group, by_id, pairs_by_group.get(group[0], []), sure)]
    return tuple(sorted(made, key=lambda claim: when_told(by_id[claim.figures[0]])))


def of_component(group: Sequence[str], by_id: Mapping[str, Side], tied: Sequence[Pair], sure: Container[frozenset[str]]) -> Iterator[Claim]:
    """The claims of figures that are all tied to one another, directly or through others."""
    parts = parted(group, by_id, [(pair.a, pair.b) for pair in tied], sure)
    number = {member: at for at, part in enumerate(parts) for member in part}
    within: list[list[Pair]] = [[] for _ in parts]
    for pair in tied:
        if number[pair.a] == number[pair.b]:
            within[number[pair.a]].append(pair)
    for part, pairs in zip(parts, within, strict=True):
        yield changed(claim(sorted((by_id[member] for member in part), key=when_told), pairs), parted=len(parts) > 1)


def claim(members: Sequence[Side], pairs: Sequence[Pair]) -> Claim:
    """members — in order of as-of day, never empty."""
    relation = next((r for r in SERIOUSNESS if any(pair.relation is r for pair in pairs)), None)
    scopes = [side.figure.scope for side in members]
    population = first(s.population for s in scopes)
    event, place, period = first(s.event for s in scopes), first(s.place for s in scopes), first(s.period for s in scopes)
    numbers = [n for side in members for n in (side.figure.low, side.figure.high) if n is not None]
    reason = min((pair.reason for pair in pairs if pair.relation is relation), default="one figure only")
    origin_groups = origins.groups(members)
    return Claim(
        id=content_hash("claim", members[0].id),
        name=naming.name(members, place, period),
        metric=naming.asked(members),
        population=population,
        event=event,
        place=place,
        period=period,
        relation=relation,
        figures=tuple(side.id for side in members),
        origins=1 + max(origin_groups),
        reason=reason,
        low=min(numbers, key=Decimal, default=None),
        high=max(numbers, key=Decimal, default=None),
        origin_groups=origin_groups,
        witnesses=growing.witnesses(members),
    )


def when_told(side: Side) -> Order:
    return side.order


def first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
