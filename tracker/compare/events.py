"""Whether two figures are about one event: by day, place, the words that name it, title and article. The reason names what linked them.

Weights stand in LINKS: each line gives its points and its words. A pair is of one event from ENOUGH points on; where event or place is
unknown on a side it is *possible*, never an alarm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from tracker.compare import words
from tracker.compare.sides import Side

ENOUGH = 3.0
SHOWN = 2.0
"""Points from which a pair that is not linked is worth showing as possible."""


class Linked(StrEnum):
    SAME = "same"
    UNKNOWN = "unknown"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Link:
    verdict: Linked
    reason: str
    points: float = 0.0

    @property
    def is_shown(self) -> bool:
        return self.verdict is Linked.SAME or self.points >= SHOWN


def link(a: Side, b: Side) -> Link:
    if why := apart(a, b):
        return Link(Linked.OTHER, why, points(a, b)[0])
    total, reasons = points(a, b)
    if total >= ENOUGH:
        return Link(Linked.SAME, f"linked by {', '.join(reasons)}", total)
    return Link(Linked.UNKNOWN, f"the words do not say that both are about one event ({', '.join(reasons) or 'nothing links them'})", total)


def points(a: Side, b: Side) -> tuple[float, list[str]]:
    found = [line(a, b) for line in LINKS]
    return sum(value for value, _ in found), [why for value, why in found if value > 0]


def apart(a: Side, b: Side) -> str | None:
    """What shows that the two are about different events; None where nothing does."""
    if a.happened and b.happened and (a.happened[1] < b.happened[0] or b.happened[1] < a.happened[0]):
        return f"one happened on {day(a)}, the other on {day(b)}"
    if a.kinds and b.kinds and not alike(a.kinds, b.kinds):
        return f"one is about {named(a.kinds)}, the other about {named(b.kinds)}"
    return None


def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    known = words.vocabulary()
    opened = (a | b) - known.closed
    return bool(opened) or any(other in known.alike[name] for name in a for other in b)


def named(kinds: frozenset[str]) -> str:
    return " or ".join(sorted(kinds))


def day(side: Side) -> str:
    assert side.happened
    return f"{side.happened[0].day} {side.happened[0]:%b %Y}"


def by_article(a: Side, b: Side) -> tuple[float, str]:
    if a.heading.id == b.heading.id:
        return 2.0, "one article"
    same = a.heading.title and a.heading.title == b.heading.title
    return (2.0, "one title") if same else (0.0, "")


def by_day(a: Side, b: Side) -> tuple[float, str]:
    """The day of the event where both give it; else how far apart the figures hold."""
    if a.happened and b.happened:
        return 2.0, f"the day, {day(a)}"
    for dated, other in ((a, b), (b, a)):
        if dated.happened and other.day and dated.happened[0] > other.day:
            return -3.0, ""
    if not (a.day and b.day):
        return 0.0, ""
    gap = abs((a.day - b.day).days)
    if a.happened or b.happened or not (a.is_open and b.is_open):
        return next(((value, why) for most, value, why in GAPS if gap <= most), (-3.0, ""))
    return 0.0, ""


GAPS = ((1, 1.5, "days close together"), (3, 0.5, "days close together"), (8, 0.0, ""), (31, -1.0, ""))


def by_place(a: Side, b: Side) -> tuple[float, str]:
    """The places of the figures themselves, else of their articles."""
    for points, first, second in ((2.0, a.places, b.places), (1.5, a.places | a.around, b.places | b.around)):
        if shared := {stem for stem in first & second if stem not in words.countries()}:
            return points, f"the place, {listed(shared)}"
    if specific(a) and specific(b):
        return -2.0, ""
    shared = set((a.places | a.around) & (b.places | b.around))
    return (0.5, f"the country, {listed(shared)}") if shared else (0.0, "")


def specific(side: Side) -> bool:
    """A place within a country is known."""
    return any(stem not in words.countries() for stem in side.places or side.around)


def by_kind(a: Side, b: Side) -> tuple[float, str]:
    shared = a.kinds & b.kinds
    return (1.0, f"the kind of event, {named(shared)}") if shared else (0.0, "")


def by_words(a: Side, b: Side) -> tuple[float, str]:
    """Words that name the event, weighed by how much they tell; those of the figures count more than those of the titles."""
    shared = (a.names | a.title) & (b.names | b.title)
    total = sum(words.weight(stem) for stem in shared)
    telling = [stem for stem in shared if words.weight(stem)]
    return min(4.0, 0.75 * total), f"the words {listed(telling)}" if telling else ""


def by_number(a: Side, b: Side) -> tuple[float, str]:
    """Two texts that happen to give the same large number are seldom about two events."""
    same = a.numbers == b.numbers and a.numbers and min(a.numbers) > 12
    return (1.0, "the same number") if same else (0.0, "")


LINKS: tuple[Callable[[Side, Side], tuple[float, str]], ...] = (by_article, by_day, by_place, by_kind, by_words, by_number)


def listed(stems: Iterable[str]) -> str:
    return ", ".join(sorted(stems))
