"""Whether two figures are about one event: by day, place, the words that name it, title and article. The reason names what linked them.

Each line of ACROSS or WITHIN gives its points and its words. A pair is of one event from ENOUGH points on; where event or place is unknown
on a side it is *possible*, never an alarm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tracker.compare import words
from tracker.compare.sides import Side
from tracker.compare.units import in_two_units
from tracker.compare.updates import ties

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
    lines = WITHIN if a.heading.id == b.heading.id else ACROSS
    found = [line(a, b) for line in lines]
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
    return 1.0, "one article"


def by_title(a: Side, b: Side) -> tuple[float, str]:
    same = a.heading.title and a.heading.title == b.heading.title
    return (2.0, "one title") if same else (0.0, "")


def by_own_day(a: Side, b: Side) -> tuple[float, str]:
    return (2.0, f"the day, {day(a)}") if a.happened and b.happened else (0.0, "")


def by_own_place(a: Side, b: Side) -> tuple[float, str]:
    """Within an article only the figure's own words tell where it is."""
    shared = a.places & b.places
    if named := {stem for stem in shared if stem not in words.countries()}:
        return 1.5, f"the place, {listed(named)}"
    return (0.5, f"the country, {listed(shared)}") if shared else (-1.5, "") if a.places and b.places else (0.0, "")


def by_own_words(a: Side, b: Side) -> tuple[float, str]:
    return weighed(a.names & b.names)


def by_contrast(a: Side, b: Side) -> tuple[float, str]:
    """Two speakers set side by side, or a figure that names no event of its own: it speaks of the one before it."""
    if a.figure.speaker and b.figure.speaker and a.claimant != b.claimant:
        return 1.0, "two speakers set side by side"
    return (1.0, "no other event named") if not (a.names or a.places) or not (b.names or b.places) else (0.0, "")


def by_cue(a: Side, b: Side) -> tuple[float, str]:
    cue = ties(a, b)
    return (2.0, f"“{cue}”") if cue else (0.0, "")


def by_day(a: Side, b: Side) -> tuple[float, str]:
    """The day of the event where both give it; else how far apart the figures hold."""
    if a.happened and b.happened:
        return by_own_day(a, b)
    for dated, other in ((a, b), (b, a)):
        if dated.happened and other.day and dated.happened[0] > other.day:
            return -3.0, ""
    if not (a.day and b.day):
        return 0.0, ""
    gap = abs((a.day - b.day).days)
    if a.happened or b.happened or not (a.is_open and b.is_open):
        return next(((value, why) for most, value, why in GAPS if gap <= most), (-3.0, ""))
    return 0.0, ""


GAPS = ((1, 1.5, "days close together"), (3, 0.5, "days close together"), (8, -0.5, ""), (31, -1.5, ""))


def by_place(a: Side, b: Side) -> tuple[float, str]:
    """The places of the figures themselves, else of their articles."""
    own, either = a.places & b.places, (a.places | a.around) & (b.places | b.around)
    for value, shared in ((2.0, own), (1.5, either)):
        if named := {stem for stem in shared if stem not in words.countries()}:
            return value - 1.0 * (value < 2 and within(a.places) and within(b.places)), f"the place, {listed(named)}"
    if within(a.places or a.around) and within(b.places or b.around):
        return -2.0, ""
    return (0.5, f"the country, {listed(either)}") if either else (0.0, "")


def within(places: frozenset[str]) -> bool:
    """A place within a country is named."""
    return any(stem not in words.countries() for stem in places)


def by_kind(a: Side, b: Side) -> tuple[float, str]:
    shared = a.kinds & b.kinds
    return (1.0, f"the kind of event, {named(shared)}") if shared else (0.0, "")


def by_own_kind(a: Side, b: Side) -> tuple[float, str]:
    shared = a.own_kinds & b.own_kinds
    return (1.0, f"the kind of event, {named(shared)}") if shared else (0.0, "")


def by_size(a: Side, b: Side) -> tuple[float, str]:
    """Counts of one thing differ by a factor, seldom by orders of magnitude."""
    if not (a.numbers and b.numbers and min(*a.numbers, *b.numbers) > 0):
        return 0.0, ""
    if in_two_units(a.figure, b.figure):
        return 2.0, "one quantity in two units"
    few, many = sorted((max(a.numbers), max(b.numbers)), key=Decimal)
    ratio = Decimal(many) / Decimal(few)
    return -4.0 if ratio > 100 else -1.5 if ratio > 10 else 0.0, ""


def by_words(a: Side, b: Side) -> tuple[float, str]:
    """Words that name the event, weighed by how much they tell."""
    return weighed((a.names | a.title) & (b.names | b.title))


def weighed(shared: frozenset[str]) -> tuple[float, str]:
    """Names and rare words, and so much of common ones as together make less than one name."""
    weights = {stem: words.weight(stem) for stem in shared}
    rare = sum(0.75 * weight for weight in weights.values() if weight > 1)
    usual = sum(0.75 * weight for weight in weights.values() if weight <= 1)
    telling = [stem for stem, weight in weights.items() if weight]
    return min(3.0, rare) + min(1.5, usual), f"the words {listed(telling)}" if telling else ""


def by_number(a: Side, b: Side) -> tuple[float, str]:
    """Two texts that happen to give the same large number are seldom about two events."""
    same = a.numbers == b.numbers and a.numbers and min(a.numbers) > 12
    return (1.0, "the same number") if same else (0.0, "")


Line = Callable[[Side, Side], tuple[float, str]]
ACROSS: tuple[Line, ...] = (by_title, by_day, by_place, by_kind, by_words, by_number, by_size)
"""Lines for figures of two articles: the title and lead of each speak for its figures."""
WITHIN: tuple[Line, ...] = (by_article, by_own_day, by_own_place, by_own_kind, by_own_words, by_contrast, by_cue, by_size)
"""Lines for figures of one article: only what each says itself can tell them apart or together."""


def listed(stems: Iterable[str]) -> str:
    return ", ".join(sorted(stems))
