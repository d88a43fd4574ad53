"""A claim that grows by a few figures, or by another claim, without looking at all they have.

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
from tracker.compare.sides import Order, Side
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
FEW = 10
"""Of a claim about so many figures are looked at to find the place of a new one among them."""
Look = Callable[[Sequence[str]], dict[str, Order]]


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


def placed(claims: Sequence[Claim], new: Sequence[Side], look: Look) -> list[str]:
    """All figures in order. claims — the longest first; look — the orders of figures. Of a long claim only those are looked at between
    which a few others come, the last first: news comes in order, nearly.
    """
    old, *others = (claim.figures for claim in claims)
    order_by_id = {side.id: side.order for side in new} | look([figure for figures in others for figure in figures])
    if FEW * len(order_by_id) > len(old):
        order_by_id |= look(old)
        return sorted((*old, *order_by_id.keys() - set(old)), key=order_by_id.__getitem__)
    found = list(old)
    for one in sorted(order_by_id, key=order_by_id.__getitem__):
        low, high = 0, len(found)
        middle = high - 1
        while low < high:
            if found[middle] not in order_by_id:
                order_by_id |= look([found[middle]])
            low, high = (middle + 1, high) if order_by_id[found[middle]] <= order_by_id[one] else (low, middle)
            middle = (low + high) // 2
        found.insert(low, one)
    return found


def grouped(claims: Sequence[Claim], voices: Mapping[str, Voice], new: Sequence[Side], copies: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Figure → the number of its origin, of claims that become one with new figures; numbers tell origins apart and nothing else.

    copies — texts that are one, of every two of which one is in more than the first claim; voices — of the figures of all others than the
    first claim, and of those of the first that are credited as one of them is, or stand in such a text.
    """
    copied = {text for pair in copies for text in pair}
    held = {figure: f"{at} {n}" for at, claim in enumerate(claims) for figure, n in zip(claim.figures, claim.origin_groups, strict=True)}
    held |= {side.id: origins.origin(side) for side in new}
    voices = {**voices, **{side.id: origins.voice(side) for side in new}}
    ties = [(f"text {a}", f"text {b}") for a, b in copies]
    ties += [(held[figure], origins.credit_of(voice)) for figure, voice in voices.items()]
    ties += [(held[figure], f"text {voice.article}") for figure, voice in voices.items() if voice.article in copied]
    found = components((*held.values(), *(end for tie in ties for end in tie)), ties)
    number_by_name = {name: number for number, names in enumerate(found) for name in names}
    return {figure: number_by_name[name] for figure, name in held.items()}


def grown(made: Claim, figures: Sequence[str], group_by_figure: dict[str, int]) -> Claim:
    """The claim of the witnesses and the new figures, with the figures of all and their origins."""
    numbers: dict[int, int] = {}
    groups = tuple(numbers.setdefault(group_by_figure[figure], len(numbers)) for figure in figures)
    return changed(made, figures=tuple(figures), origins=len(numbers), origin_groups=groups)
