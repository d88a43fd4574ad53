"""The claims that linked pairs make: sets of figures that answer one question, with a readable name built by rule."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from tracker.compare import growing, naming, origins
from tracker.compare.grounds import Look, grounds
from tracker.compare.holding import extent
from tracker.compare.parting import Part, part, tie, written
from tracker.compare.sides import Order, Side
from tracker.model import SERIOUSNESS, Claim, Pair, changed, content_hash

Keep = Callable[[Sequence[Pair]], Sequence[Pair]]


def claims(
    sides: Sequence[Side], pairs: Sequence[Pair], sure: Container[frozenset[str]] = (), keep: Keep | None = None
) -> tuple[Claim, ...]:
    """One claim for each set of figures that linked pairs tie and that holds together, the earliest figure first.

    A figure without a linked pair is a claim of its own. sure — pairs that a person tied; keep — of the pairs within a set those that may
    stand in one claim, where people told figures apart.
    """
    by_id = {side.id: side for side in sides}
    linked = [pair for pair in pairs if pair.relation.is_linked and pair.a in by_id and pair.b in by_id]
    ties = [tie(pair, sure, by_id) for pair in linked]
    made = of_parts(part({side.id: extent(side) for side in sides}, ties), by_id, linked, sure, keep)
    return tuple(sorted(made, key=lambda claim: when_told(by_id[claim.figures[0]])))


def of_parts(
    parts: Sequence[Part], by_id: Mapping[str, Side], linked: Iterable[Pair], sure: Container[frozenset[str]] = (), keep: Keep | None = None
) -> Iterator[Claim]:
    """The claim of each part; of one within which people told figures apart, several. linked — pairs, among them all of these parts."""
    number = {member: at for at, part in enumerate(parts) for member in part.figures}
    within: list[list[Pair]] = [[] for _ in parts]
    for pair in linked:
        if (at := number.get(pair.a)) is not None and at == number.get(pair.b):
            within[at].append(pair)
    for one, pairs in zip(parts, within, strict=True):
        kept = keep(pairs) if keep else pairs
        if len(kept) == len(pairs):
            yield of_part(one, by_id, pairs)
        else:
            extents = {member: extent(by_id[member]) for member in one.figures}
            yield from of_parts(part(extents, [tie(pair, sure, by_id) for pair in kept]), by_id, kept)


def of_part(part: Part, by_id: Mapping[str, Side], pairs: Sequence[Pair]) -> Claim:
    """pairs — those of the figures, or what stands for them."""
    members = sorted((by_id[member] for member in part.figures), key=when_told)
    made = claim(members, pairs)
    return changed(made, holding=written(made.figures, {side.id: extent(side) for side in members}, part.bonds))


def claim(members: Sequence[Side], pairs: Sequence[Pair], look: Look | None = None) -> Claim:
    """members — in order of as-of day, never empty; look — the orders of figures, where not all are among the members."""
    relation = next((r for r in SERIOUSNESS if any(pair.relation is r for pair in pairs)), None)
    scopes = [side.figure.scope for side in members]
    population = first(s.population for s in scopes)
    event, place, period = first(s.event for s in scopes), first(s.place for s in scopes), first(s.period for s in scopes)
    numbers = [n for side in members for n in (side.figure.low, side.figure.high) if n is not None]
    shown = grounds(pairs, relation, look or (lambda _: {side.id: side.order for side in members}))
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
        reason=shown.reason if shown else "one figure only",
        low=min(numbers, key=Decimal, default=None),
        high=max(numbers, key=Decimal, default=None),
        origin_groups=origin_groups,
        witnesses=growing.witnesses(members),
        pair=(shown.a, shown.b) if shown else (),
        points=shown.points if shown else None,
    )


def when_told(side: Side) -> Order:
    return side.order


def first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
