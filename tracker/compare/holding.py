"""Whether figures tied one to the next hold together as one question, and how they are parted where they do not.

Ties go from one news of the day to the next: an attack, another the day after, a third, each tied to its neighbours by town and kind. So
a set of figures is looked at as a whole: the days of its events, the days on which undated news of it was told, the size of its numbers.
Where they do not go together, the strongest ties are taken first, and a tie that would join what does not go together joins nothing. The
outcome is read off the figures and their ties alone, whatever the order in which they came.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.compare import events, words
from tracker.compare.components import Joined
from tracker.compare.sides import Side
from tracker.model import Claim, Pair, Relation, changed

VIOLENCE, SELDOM, LONG = 4, 120, 36_500
"""Days from the first to the last news of an event that nobody dates: of an attack, of what a place seldom sees twice, of anything else."""
LATER = 31
"""Days after an attack of a known day within which undated news is of that attack."""
HELD = 100
"""The toll of a war is no more than so many times that of an incident it holds, where one claim counts both."""
WHY = "but what each is tied to does not go together"
EVER = (dt.date.min, dt.date.max)


@dataclass(frozen=True, slots=True)
class Extent:
    """Of a set of figures: the days that all their dated events have in common; first and last day of undated news, and the days between
    them that one event may take; smallest and greatest of the closed counts, and greatest of the open ones.
    """

    dated: tuple[dt.date, dt.date] = EVER
    told: tuple[dt.date, dt.date] = (dt.date.max, dt.date.min)
    most: int = LONG
    least: float = float("inf")
    open_most: float = 0.0

    def with_(self, other: Extent) -> Extent:
        return Extent(
            (max(self.dated[0], other.dated[0]), min(self.dated[1], other.dated[1])),
            (min(self.told[0], other.told[0]), max(self.told[1], other.told[1])),
            min(self.most, other.most),
            min(self.least, other.least),
            max(self.open_most, other.open_most),
        )

    @property
    def holds(self) -> bool:
        (began, ended), (first, last) = self.dated, self.told
        if began > ended or self.open_most > HELD * self.least:
            return False
        if first > last:
            return True
        is_late = self.most == VIOLENCE and began > dt.date.min and ((last - ended).days > LATER or (began - first).days > 1)
        return (last - first).days <= self.most and not is_late


def extent(side: Side) -> Extent:
    """Of one figure."""
    greatest = float(max(side.numbers, default=0))
    if side.is_stock or side.is_open:
        return Extent(open_most=greatest if is_violence(side) and not side.is_stock else 0.0)
    least = greatest if is_violence(side) and greatest else float("inf")
    if side.happened:
        return Extent(dated=side.happened, least=least)
    return Extent(told=(side.day, side.day) if side.day else (dt.date.max, dt.date.min), most=longest(side), least=least)


def is_violence(side: Side) -> bool:
    return bool(side.kinds & (words.vocabulary().alike["attack"] | {"war"}))


def longest(side: Side) -> int:
    if side.kinds & words.vocabulary().alike["attack"]:
        return VIOLENCE
    return SELDOM if side.kinds and side.kinds <= words.vocabulary().seldom else LONG


def untied(pairs: Iterable[Pair], claims: Iterable[Claim]) -> tuple[Pair, ...]:
    """The pairs, those of two claims no longer as linked but as possible."""
    claim_by_figure = {figure: claim.id for claim in claims for figure in claim.figures}
    return tuple(
        changed(pair, relation=Relation.POSSIBLE, reason=f"{pair.reason}; {WHY}")
        if pair.relation.is_linked and claim_by_figure.get(pair.a) != claim_by_figure.get(pair.b)
        else pair
        for pair in pairs
    )


def hold(sides: Iterable[Side]) -> bool:
    whole = Extent()
    for side in sides:
        whole = whole.with_(extent(side))
    return whole.holds


def parted(
    members: Sequence[str], side_by_id: Mapping[str, Side], ties: Iterable[tuple[str, str]], sure: Container[frozenset[str]] = ()
) -> list[list[str]]:
    """The members in sets that each hold together, in order of each set's first member. sure — ties that a person made: they hold. One that
    gives the number of another anew, later, is of its set and draws no other along.
    """
    if hold(side_by_id[member] for member in members):
        return [list(members)]
    number = {member: at for at, member in enumerate(members)}
    extents = [extent(side_by_id[member]) for member in members]
    joined, tied = Joined(len(members)), set[str]()
    ranked = sorted((frozenset(tie) not in sure, -points(tie, side_by_id), tuple(sorted(tie))) for tie in ties)
    for is_found, _, (a, b) in ranked:
        one, other = joined.root(number[a]), joined.root(number[b])
        together, alone = extents[one].with_(extents[other]), {a, b} - tied
        looks_back = bool(alone) and events.is_repeated(side_by_id[a], side_by_id[b])
        if one != other and (together.holds or looks_back or not is_found):
            extent_of_both = together if together.holds or not looks_back else extents[one if b in alone else other]
            joined.join(one, other)
            tied |= {a, b}
            extents[joined.root(one)] = extent_of_both
    groups: dict[int, list[str]] = {}
    for member in members:
        groups.setdefault(joined.root(number[member]), []).append(member)
    return list(groups.values())


def points(tie: tuple[str, str], side_by_id: Mapping[str, Side]) -> float:
    a, b = sorted(tie)
    return events.points(side_by_id[a], side_by_id[b])
