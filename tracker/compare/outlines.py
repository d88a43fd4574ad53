"""What an article's figures could be tied by, in a few words: so that of a neighbour's figures only those are read that could be.

An outline holds of each figure its days, kinds, number, side and place, and of the article the words that any of its figures rests on.
From two outlines follows what the evidence for two figures comes to at the most. It says of no two figures that they belong together: what
it lets pass is weighed by `events`, and what it leaves out would not have been worth a word.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from tracker.compare import cues, measures, units
from tracker.compare.days import by_day
from tracker.compare.events import SHOWN
from tracker.compare.evidence import STOCK, TITLES, Line, by_kind, by_number, by_side, by_size, by_title, weighed
from tracker.compare.located import within
from tracker.compare.scope import NO_QUESTION
from tracker.compare.sides import Side, are_stocks
from tracker.model import Figure, Heading, Number, Scope, Span

OF_FIGURES: tuple[tuple[Line, float], ...] = ((by_number, 5.0), (by_side, 3.0), (by_day, 1.0), (by_kind, 0.0), (by_size, 0.0))
"""Lines of the evidence for which an outline holds all that they ask, and what those after each can still give."""
ONE_PLACE, TWO_PLACES, ONE_COUNTRY, OPEN, OWNED = 2.0, -2.0, 0.25, 1.0, 0.75
"""What the other lines give at the most, and take at the least."""
NEAREST = ((0, 2.0), (1, 1.5), (8, 0.75), (31, 0.5), (92, 0.25))
"""Days between two events, and what these can speak for one."""
TELLING_NUMBER = 12
"""A number up to this tells nothing: see `evidence.by_number`."""
ENOUGH = SHOWN - 0.001
"""Sums of tenths differ a little by the order in which they are added."""
Words = frozenset[str]
NONE: Words = frozenset()


class Gist(NamedTuple):
    """Of all figures of an article together: what tells most often that none of them can be tied to any of another's.

    numbers   that may be met again, as stated; whose — sides; first, last — of the days of their events, as numbers
    is_within each is in a place within a country; is_apart — a unit or a stock is among them, of which other evidence is asked
    """

    numbers: Words
    whose: Words
    kinds: Words
    first: int
    last: int
    is_within: bool
    is_open: bool
    is_apart: bool


@dataclass(frozen=True)
class Outline:
    """
    words   stems that any figure rests on; told — those that all do: of title, lead and the places of the article
    around  the places of the article; placed — these and the figures' own
    fresh   the figures; where they are read again, kept — as they were written: of most articles met they are not asked for
    """

    title: str | None
    words: Words
    told: Words
    around: Words
    placed: Words
    gist: Gist
    fresh: tuple[Side, ...] = ()
    kept: str = ""

    @cached_property
    def sides(self) -> list[tuple[str, Side]]:
        """The figures, each with its measure; those read again hold of the words only their places and kinds."""
        return measured(self.fresh) if self.fresh else again(self.title, self.around, *json.loads(self.kept or "[null,0,[]]"))

    @cached_property
    def counted(self) -> measures.Counted[Side]:
        found = measures.Counted[Side]()
        for measure, one in self.sides:
            found.put(measure, one.numbers, one)
        return found


def outline(sides: Iterable[Side]) -> Outline:
    """Of the figures of one article, those that can be compared."""
    every = tuple(side for side in sides if not side.figure.uncompared and measures.measure(side.figure) not in NO_QUESTION)
    around = every[0].around if every else NONE
    placed = around.union(*(side.places for side in every))
    told = around.union(every[0].title if every else ())
    title = every[0].heading.title if every else None
    words = placed.union(*(side.about for side in every))
    return Outline(title, words, told, around, placed, gist(measured(every)), every)


def measured(sides: Iterable[Side]) -> list[tuple[str, Side]]:
    return [(measures.measure(side.figure), side) for side in sides]


def again(title: str | None, around: Words, url: str | None, day: int, written: Iterable[Sequence[Any]]) -> list[tuple[str, Side]]:
    heading = Heading("", title, published=calendar(day), url=url)
    return [(made[1], side(heading, around, made)) for made in written]


def gist(figures: Sequence[tuple[str, Side]]) -> Gist:
    """figures — each with its measure."""
    sides = [side for _, side in figures]
    told = {",".join(map(str, side.numbers)) for side in sides if all(not isinstance(n, int) or n > TELLING_NUMBER for n in side.numbers)}
    days = [day_number(day) for side in sides for day in side.told_of or () if day]
    return Gist(
        numbers=frozenset(told - {""}),
        whose=frozenset(whose for side in sides if (whose := side.figure.scope.side) is not None),
        kinds=NONE.union(*(side.kinds for side in sides)),
        first=min(days, default=0),
        last=max(days, default=0),
        is_within=all(within(side.places or side.around) for side in sides),
        is_open=any(side.is_open for side in sides),
        is_apart=any(side.is_stock or measure in units.UNITS for measure, side in figures),
    )


def plain(number: Number) -> int | str:
    return number if isinstance(number, int) else str(number)


def near(a: Outline, b: Outline) -> Iterator[tuple[str, list[str]]]:
    """Ids of the figures of b for which one of a can be worth a word, by itself or by a number that both articles give; and of those of a
    that can by themselves.
    """
    both = (a.placed & (b.placed | b.words)) | (b.placed & a.words)
    everywhere = (a.around & b.told) | (b.around & a.told)
    shared = weighed((a.words & b.words) - everywhere)[0]
    if shared + most(a, b, both) < ENOUGH and not (a.gist.is_apart and b.gist.is_apart):
        return
    found, retold = dict[str, list[str]](), set[str]()
    for measure, other in b.sides:
        like = [
            side for one, side in a.counted.like(measure, other.numbers) if one in units.UNITS or can_be_shown(side, other, shared, both)
        ]
        if like:
            found[other.id] = [side.id for side in like]
        if any(side.numbers == other.numbers for side in like):
            retold.add(measure)
    yield from ((other.id, found.get(other.id, [])) for measure, other in b.sides if other.id in found or measure in retold)


def most(one: Outline, other: Outline, both: Words) -> float:
    """What all evidence but the words can come to for two figures of these articles. both — places of both."""
    a, b = one.gist, other.gist
    points = ONE_COUNTRY if both else 0.0
    if within(both):
        points = ONE_PLACE
    elif a.is_within and b.is_within:
        points = TWO_PLACES
    points += OPEN if both and a.is_open and b.is_open else 0.0
    points += 2.0 if one.title and one.title == other.title else TITLES
    points += 3.0 if a.numbers & b.numbers else 0.0
    points += 2.0 if a.whose & b.whose else 0.0
    points += 1.0 if a.kinds & b.kinds else 0.0
    gap = max(b.first - a.last, a.first - b.last, 0)
    return points + next((value for days, value in NEAREST if gap <= days), 0.0)


def can_be_shown(a: Side, b: Side, shared: float, both: Words) -> bool:
    """shared — points for the words of their articles; both — places of both."""
    if are_stocks(a, b):
        return sum([line(a, b)[0] for line in STOCK]) + OWNED >= ENOUGH
    points = shared + of_place(a, b, both) + (by_title(a, b)[0] or TITLES)
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
    """As a store keeps it: in one line what is asked of every article met, its figures in another. Empty where nothing can be compared."""
    if not made.fresh:
        return ""
    top = made.fresh[0].heading
    numbers, whose, kinds, *rest = made.gist
    words = map(joined, (made.words, made.told, made.around, made.placed, numbers, kinds))
    line = "\t".join((*words, *map(str, map(int, rest)), dumped(sorted(whose)), dumped(made.title)))
    return f"{line}\n{dumped([top.url, day_number(top.day), list(map(row, made.fresh))])}"


def dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def joined(stems: Words) -> str:
    return " ".join(sorted(stems))


def row(side: Side) -> list[Any]:
    first, last = side.happened or (None, None)
    told = side.told_of[0] if side.told_of and not first else None
    return [
        side.id,
        measures.measure(side.figure),
        side.figure.metric,
        side.figure.scope.side,
        [day_number(day) for day in (side.day, first, last, told)],
        side.is_open + 2 * side.is_stock + 4 * side.is_telling + 8 * cues.is_cited(side.figure) + 16 * cues.is_update(side.figure),
        [joined(stems) for stems in (side.place, side.places, side.kinds, side.own_kinds)],
        list(map(plain, side.numbers)),
        None if side.interval[1] is None else float(side.interval[1]),
    ]


@lru_cache(maxsize=2_000)
def read(text: str) -> Outline:
    """What `written` wrote. Kept for those met again."""
    line, _, figures = text.partition("\n")
    if not figures:
        return former(text)
    *told, first, last, is_within, is_open, is_apart, whose, title = line.split("\t")
    words, leading, around, placed, numbers, kinds = map(frozenset, map(str.split, told))
    marks = (is_within == "1", is_open == "1", is_apart == "1")
    gist = Gist(numbers, frozenset(json.loads(whose)) if whose != "[]" else NONE, kinds, int(first), int(last), *marks)
    return Outline(json.loads(title), words, leading, around, placed, gist, kept=figures)


def former(text: str) -> Outline:
    """What versions before wrote, all in one line."""
    title, url, day, words, told, around, figures = json.loads(text) if text else (None, None, 0, "", "", "", ())
    sides = again(title, stems(around), url, day, figures)
    placed = stems(around).union(*(side.places for _, side in sides))
    return Outline(title, stems(words), stems(told), stems(around), placed, gist(sides), kept=dumped([url, day, figures]))


def side(heading: Heading, around: Words, made: Sequence[Any]) -> Side:
    key, _, metric, of_side, days, marks, words, numbers, most = made
    day, first, last, told = map(calendar, days if len(days) > 3 else (*days, days[0]))
    happened = (first, last) if first and last else None
    place, places, kinds, own_kinds = map(stems, words)
    return Side(
        figure=counted(metric, of_side, cues.REPLACED if marks & 8 else cues.UPDATED if marks & 16 else None),
        heading=heading,
        id=key,
        interval=(None, most),
        numbers=tuple(Decimal(n) if isinstance(n, str) else n for n in numbers),
        day=day,
        claimant="",
        happened=happened,
        told_of=happened or ((told, told) if told else None),
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


@lru_cache(maxsize=10_000)
def stems(text: str) -> Words:
    return frozenset(text.split())


@lru_cache(maxsize=1_000)
def counted(metric: str, side: str | None, update: str | None) -> Figure:
    """Nothing but what is counted, whose, and whether it was given before, or takes the place of such a one."""
    return Figure("", Span(0, 0), Span(0, 0), "", None, None, metric=metric, scope=Scope(side=side), update=update)


def day_number(day: dt.date | None) -> int:
    return day.toordinal() if day else 0


@lru_cache(maxsize=10_000)
def calendar(number: int) -> dt.date | None:
    return dt.date.fromordinal(number) if number else None
