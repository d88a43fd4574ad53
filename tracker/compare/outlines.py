"""What an article's figures could be tied by, in a few words: so that of a neighbour's figures only those are read that could be.

An outline holds of each figure its days, kinds, number, side and place, and of the article the words that any of its figures rests on.
From two outlines follows what the evidence for two figures comes to at the most. It says of no two figures that they belong together: what
it lets pass is weighed by `events`, and what it leaves out would not have been worth a word.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from tracker.compare import measures, units
from tracker.compare.events import SHOWN
from tracker.compare.evidence import STOCK, Line, by_day, by_kind, by_number, by_side, by_size, by_title, weighed, within
from tracker.compare.scope import NO_QUESTION
from tracker.compare.sides import Side, are_stocks
from tracker.model import Figure, Heading, Scope, Span

OF_FIGURES: tuple[tuple[Line, float], ...] = ((by_number, 5.0), (by_side, 3.0), (by_day, 1.0), (by_kind, 0.0), (by_size, 0.0))
"""Lines of the evidence for which an outline holds all that they ask, and what those after each can still give."""
ONE_PLACE, TWO_PLACES, ONE_COUNTRY, OPEN = 2.0, -2.0, 0.25, 1.0
"""What the other lines give at the most, and take at the least."""
ENOUGH = SHOWN - 0.001
"""Sums of tenths differ a little by the order in which they are added."""
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Outline:
    """
    sides   figures by measure; those read again hold of the words only their places and kinds
    words   stems that any figure rests on; told — those that all do: of title, lead and the places of the article
    around  the places of the article; placed — these and the figures' own
    counted  figures by measure and by about what number (`measures.counts`), each with its measure; none where they are read again
    """

    sides: dict[str, list[Side]]
    words: Words
    told: Words
    around: Words
    placed: Words
    counted: measures.Counted[Side] = field(default_factory=measures.Counted)


def outline(sides: Iterable[Side]) -> Outline:
    """Of the figures of one article, those that can be compared."""
    held: dict[str, list[Side]] = {}
    for side in sides:
        if not side.figure.uncompared and (measure := measures.measure(side.figure)) not in NO_QUESTION:
            held.setdefault(measure, []).append(side)
    every = [side for group in held.values() for side in group]
    around = every[0].around if every else frozenset()
    placed = around.union(*(side.places for side in every))
    told = around.union(every[0].title if every else ())
    return Outline(held, placed.union(*(side.about for side in every)), told, around, placed, by_count(held))


def by_count(held: Mapping[str, Iterable[Side]]) -> measures.Counted[Side]:
    found = measures.Counted[Side]()
    for measure, sides in held.items():
        for side in sides:
            found.put(measure, side.numbers, side)
    return found


def near(a: Outline, b: Outline) -> Iterator[str]:
    """Ids of the figures of b for which one of a can be worth a word."""
    both = (a.placed & (b.placed | b.words)) | (b.placed & a.words)
    everywhere = (a.around & b.told) | (b.around & a.told)
    shared = weighed((a.words & b.words) - everywhere)[0]
    for measure, sides in b.sides.items():
        for other in sides:
            if any(one in units.UNITS or can_be_shown(side, other, shared, both) for one, side in a.counted.like(measure, other.numbers)):
                yield other.id


def can_be_shown(a: Side, b: Side, shared: float, both: Words) -> bool:
    """shared — points for the words of their articles; both — places of both."""
    if are_stocks(a, b):
        return sum([line(a, b)[0] for line in STOCK]) >= ENOUGH
    points = shared + of_place(a, b, both) + by_title(a, b)[0]
    for line, rest in OF_FIGURES:
        points += line(a, b)[0]
        if points + rest < ENOUGH:
            return False
    return True


def of_place(a: Side, b: Side, both: Words) -> float:
    """Also for counts that can still grow in one place."""
    is_open = OPEN if both and a.is_open and b.is_open else 0.0
    if within(both):
        return ONE_PLACE + is_open
    if within(a.places or a.around) and within(b.places or b.around):
        return TWO_PLACES + is_open
    return ONE_COUNTRY + is_open if both else 0.0


def written(made: Outline) -> str:
    """As a store keeps it; empty where there is nothing to compare."""
    sides = [side for group in made.sides.values() for side in group]
    if not sides:
        return ""
    top = sides[0].heading
    words = [" ".join(sorted(stems)) for stems in (made.words, made.told, made.around)]
    return json.dumps(
        [top.title, top.url, day_number(top.day), *words, [row(side) for side in sides]], ensure_ascii=False, separators=(",", ":")
    )


def row(side: Side) -> list[Any]:
    first, last = side.happened or (None, None)
    return [
        side.id,
        measures.measure(side.figure),
        side.figure.metric,
        side.figure.scope.side,
        [day_number(day) for day in (side.day, first, last)],
        side.is_open + 2 * side.is_stock + 4 * side.is_telling,
        [" ".join(sorted(stems)) for stems in (side.place, side.places, side.kinds, side.own_kinds)],
        [n if isinstance(n, int) else str(n) for n in side.numbers],
        None if side.interval[1] is None else float(side.interval[1]),
    ]


@lru_cache(maxsize=2_000)
def read(text: str) -> Outline:
    """What `written` wrote. Kept for those met again."""
    title, url, day, words, told, around, figures = json.loads(text) if text else (None, None, 0, "", "", "", ())
    heading = Heading("", title, published=calendar(day), url=url)
    held: dict[str, list[Side]] = {}
    for made in figures:
        held.setdefault(made[1], []).append(side(heading, stems(around), made))
    placed = stems(around).union(*(one.places for group in held.values() for one in group))
    return Outline(held, stems(words), stems(told), stems(around), placed)


def side(heading: Heading, around: Words, made: Sequence[Any]) -> Side:
    key, _, metric, of_side, days, marks, words, numbers, most = made
    day, first, last = map(calendar, days)
    place, places, kinds, own_kinds = map(stems, words)
    return Side(
        figure=counted(metric, of_side),
        heading=heading,
        id=key,
        interval=(None, most),
        numbers=tuple(Decimal(n) if isinstance(n, str) else n for n in numbers),
        day=day,
        claimant="",
        happened=(first, last) if first and last else None,
        place=place,
        places=places,
        around=around,
        names=NONE,
        title=NONE,
        about=NONE,
        kinds=kinds,
        own_kinds=own_kinds,
        is_open=bool(marks & 1),
        is_stock=bool(marks & 2),
        is_telling=bool(marks & 4),
        counts=None,
        order=("", False, "", "", 0),
    )


NONE: Words = frozenset()


@lru_cache(maxsize=10_000)
def stems(text: str) -> Words:
    return frozenset(text.split())


@lru_cache(maxsize=1_000)
def counted(metric: str, side: str | None) -> Figure:
    """Nothing but what is counted, and whose."""
    return Figure("", Span(0, 0), Span(0, 0), "", None, None, metric=metric, scope=Scope(side=side))


def day_number(day: dt.date | None) -> int:
    return day.toordinal() if day else 0


@lru_cache(maxsize=10_000)
def calendar(number: int) -> dt.date | None:
    return dt.date.fromordinal(number) if number else None
