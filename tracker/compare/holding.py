"""Whether figures tied one to the next hold together as one question.

Ties go from one news of the day to the next: an attack, another the day after, a third, each tied to its neighbours by town and kind. So
a set of figures is looked at as a whole: the days of its events, the days on which undated news of it was told, the size of its numbers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from tracker.compare import words
from tracker.compare.cues import is_cited
from tracker.compare.sides import Side
from tracker.model import Claim, Pair, Relation, changed

VIOLENCE, SELDOM, LONG = 4, 120, 36_500
"""Days from the first to the last news of an event that nobody dates: of an attack, of what a place seldom sees twice, of anything else."""
LATER = 31
"""Days after an attack of a known day within which undated news is of that attack."""
HELD = 100
"""The toll of a war is no more than so many times that of an incident it holds, where one claim counts both."""
WHY = "but what each is tied to does not go together"
FIRST, LAST = dt.date.min.toordinal(), dt.date.max.toordinal()


class Extent(NamedTuple):
    """Of a set of figures, days as numbers.

    began, ended   the days that all their dated events have in common
    first, last    of the days on which undated news of them was told; most — the days between these that one event may take
    least          smallest of the closed counts; open_most — greatest of the open ones
    """

    began: int = FIRST
    ended: int = LAST
    first: int = LAST
    last: int = FIRST
    most: int = LONG
    least: float = float("inf")
    open_most: float = 0.0

    def with_(self, other: Extent) -> Extent:
        return Extent(
            max(self.began, other.began),
            min(self.ended, other.ended),
            min(self.first, other.first),
            max(self.last, other.last),
            min(self.most, other.most),
            min(self.least, other.least),
            max(self.open_most, other.open_most),
        )

    @property
    def holds(self) -> bool:
        began, ended, first, last, most, least, open_most = self
        if began > ended or open_most > HELD * least:
            return False
        if first > last:
            return True
        is_late = most == VIOLENCE and began > FIRST and (last - ended > LATER or began - first > 1)
        return last - first <= most and not is_late


def extent(side: Side) -> Extent:
    """Of one figure."""
    greatest = float(max(side.numbers, default=0))
    if side.is_stock or side.is_open:
        return Extent(open_most=greatest if is_violence(side) and not side.is_stock else 0.0)
    least = greatest if is_violence(side) and greatest else float("inf")
    if side.happened:
        return Extent(began=side.happened[0].toordinal(), ended=side.happened[1].toordinal(), least=least)
    first, last = (side.day.toordinal(),) * 2 if side.day and not is_cited(side.figure) else (LAST, FIRST)
    return Extent(first=first, last=last, most=longest(side), least=least)


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
