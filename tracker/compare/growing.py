"""A claim that grows by a few figures, without looking at all it has.

What a claim says of its figures — its name, the place, low and high, whether they hold together — it reads off a few of them: the first,
the first that names a place, the one that gives the least. These are its witnesses: with the new figures they say what all would. Only
where the figures come from is asked of all, for two texts may be one.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from tracker.compare import measures, naming, origins
from tracker.compare.components import components
from tracker.compare.holding import Extent, extent
from tracker.compare.sides import Side
from tracker.model import Claim, Voice, changed

FIRST: tuple[Callable[[Side], Any], ...] = (
    lambda side: side.figure.scope.population,
    lambda side: side.figure.scope.event,
    lambda side: naming.neat(side.figure.scope.event or ""),
    lambda side: " " in naming.neat(side.figure.scope.event or ""),
    lambda side: side.figure.scope.place,
    lambda side: side.figure.scope.period,
    lambda side: side.happened,
    lambda side: measures.is_said(side.figure.metric),
    lambda side: not side.is_open,
)
"""A claim and its name ask for the first figure of each of these."""
LEAST: tuple[Callable[[Extent], Any], ...] = (
    lambda one: one.ended,
    lambda one: one.first,
    lambda one: one.most,
    lambda one: one.least,
)
GREATEST: tuple[Callable[[Extent], Any], ...] = (lambda one: one.began, lambda one: one.last, lambda one: one.open_most)
"""What all figures together extend to is what these do."""

MANY = 12
"""Of fewer figures nothing is gained by choosing."""


def witnesses(members: Sequence[Side]) -> tuple[str, ...]:
    """Ids of those that say of a claim what all its members do, in order, the first and the last among them. members — in order."""
    if len(members) < MANY:
        return tuple(side.id for side in members)
    chosen = {side.id for side in (*members[:1], *telling(members), *members[-1:])}
    return tuple(side.id for side in members if side.id in chosen)


def telling(members: Sequence[Side]) -> Iterator[Side]:
    for holds in FIRST:
        yield from itertools.islice(filter(holds, members), 1)
    numbered = [(Decimal(n), side) for side in members for n in (side.figure.low, side.figure.high) if n is not None]
    if numbered:
        yield min(numbered, key=lambda one: one[0])[1]
        yield max(numbered, key=lambda one: one[0])[1]
    extents = [(extent(side), side) for side in members]
    for of in LEAST:
        yield min(extents, key=lambda one: of(one[0]))[1]
    for of in GREATEST:
        yield max(extents, key=lambda one: of(one[0]))[1]


def placed(old: Sequence[str], new: Sequence[Side], look: Callable[[str], Side]) -> list[str]:
    """All ids in order. old — in order; look — the figure of an id. What comes last is looked at first: news comes in order, nearly."""
    found = list(old)
    for side in sorted(new, key=lambda side: side.order):
        low, high = 0, len(found)
        middle = high - 1
        while low < high:
            low, high = (middle + 1, high) if look(found[middle]).order <= side.order else (low, middle)
            middle = (low + high) // 2
        found.insert(low, side.id)
    return found


def grouped(claim: Claim, voices: Mapping[str, Voice], new: Sequence[Side], copies: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Figure → the number of its origin, of a claim that gets new figures; numbers tell origins apart and nothing else.

    copies — texts that are one, a new one in each two; voices — of those figures it had that are credited as a new one is, or stand in such
    a text.
    """
    copied = {text for pair in copies for text in pair}
    number_by_figure = dict(zip(claim.figures, claim.origin_groups, strict=True))
    ties = [(f"text {a}", f"text {b}") for a, b in copies]
    ties += [(origins.origin(side), f"text {side.heading.id}") for side in new if side.heading.id in copied]
    for figure, voice in voices.items():
        number = str(number_by_figure[figure])
        ties += [(number, origins.credit_of(voice)), *([(number, f"text {voice.article}")] if voice.article in copied else ())]
    ends = (*map(str, claim.origin_groups), *map(origins.origin, new), *(end for tie in ties for end in tie))
    found = components(ends, ties)
    number_by_name = {name: number for number, names in enumerate(found) for name in names}
    numbers = {figure: number_by_name[str(group)] for figure, group in number_by_figure.items()}
    return numbers | {side.id: number_by_name[origins.origin(side)] for side in new}


def grown(made: Claim, figures: Sequence[str], group_by_figure: dict[str, int]) -> Claim:
    """The claim of the witnesses and the new figures, with the figures of all and their origins."""
    numbers: dict[int, int] = {}
    groups = tuple(numbers.setdefault(group_by_figure[figure], len(numbers)) for figure in figures)
    return changed(made, figures=tuple(figures), origins=len(numbers), origin_groups=groups)
