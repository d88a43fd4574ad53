"""The claims that linked pairs make: sets of figures that answer one question, with a readable name built by rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from tracker.compare import naming, origins
from tracker.compare.components import components
from tracker.compare.sides import Order, Side
from tracker.model import SERIOUSNESS, Claim, Pair, content_hash


def claims(sides: Sequence[Side], pairs: Iterable[Pair]) -> tuple[Claim, ...]:
    """One claim for each set of figures tied by linked pairs, the earliest figure first.

    A figure without a linked pair is a claim of its own.
    """
    linked = [pair for pair in pairs if pair.relation.is_linked]
    by_id = {side.id: side for side in sides}
    groups = components(by_id, [(pair.a, pair.b) for pair in linked])
    inside: dict[str, list[Pair]] = {}
    root = {member: group[0] for group in groups for member in group}
    for pair in linked:
        if pair.a in root and pair.b in root:
            inside.setdefault(root[pair.a], []).append(pair)
    found = [([by_id[member] for member in group], inside.get(group[0], [])) for group in groups]
    return tuple(
        claim(sorted(members, key=when_told), tied) for members, tied in sorted(found, key=lambda row: min(map(when_told, row[0])))
    )


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
        metric=members[0].figure.metric,
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
    )


def when_told(side: Side) -> Order:
    return side.order


def first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
