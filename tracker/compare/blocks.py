"""Keys under which figures meet: a new article is compared with its neighbours only, however many figures are stored.

A figure is filed under some keys and looked up under others, so that two meet only where they could be told to be of one event: figures
with their own days meet on that day alone, and of figures that name a place those meet, by the kind of event, that name one country.
Who looks up whom makes no difference, and nothing is asked of the other figures stored: the order of coming changes no pair.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from tracker.compare import units, words
from tracker.compare.filing import head, low
from tracker.compare.sides import Side

NEAR, FORTNIGHT, HALF_YEAR = 4, 14, 182
"""Days in a stretch; a figure meets those of its own stretch, the one before and the one after."""
NAMES = 5
"""Names and places under which a figure is filed, the most telling first."""
TWO = 3
"""Of these so many, two together are a key that reaches further in time."""
TELLING_NUMBER = 12
"""A number up to this tells nothing: see `events.by_number`."""
LARGE = 1000
"""From here on a number alone brings together what is told within days of each other, however round it is."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """words — what it is named after; mark — how the figure stands there; meets — the marks of those that it can be compared with;
    stretch — the stretch of days, None where days do not matter.
    """

    words: str
    mark: str = ""
    meets: tuple[str, ...] = ("",)
    stretch: tuple[int, int] | None = None

    def filed(self, measure: str) -> int:
        length, number = self.stretch or (0, 0)
        return head(f"{measure} {self.words} {self.mark} {length}") | low(number)

    def wanted(self, measure: str) -> Iterator[int]:
        length, number = self.stretch or (0, 0)
        numbers = (number - 1, number, number + 1) if self.stretch else (number,)
        return (head(f"{measure} {self.words} {mark} {length}") | low(n) for mark in self.meets for n in numbers)


@lru_cache(maxsize=1_000)
def keys(side: Side) -> tuple[int, ...]:
    """Those that the figure is filed under."""
    measure = units.measure(side.figure)
    return tuple({shelf.filed(measure) for shelf in shelves(side)})


@lru_cache(maxsize=1_000)
def wanted(side: Side) -> tuple[int, ...]:
    """Those under which figures are filed that it can be compared with."""
    measure = units.measure(side.figure)
    return tuple({key for shelf in shelves(side) for key in shelf.wanted(measure)})


def shelves(side: Side) -> Iterator[Shelf]:
    """The article; the title (within a month where it is a heading like "News in brief"); for what goes on, its place within half a
    year; for what happened, its own day, the kind of event from one day to the next, the most telling places and names within a week, two
    of them within a month, and one with the number of what happened half a year apart (of three digits: at any distance): an anniversary
    repeats it.
    """
    yield Shelf(f"article {side.heading.id}")
    if side.heading.title:
        yield Shelf(f"title {side.heading.title}", stretch=None if names_event(side.title) else stretch(side.day, FORTNIGHT))
    mark, meets = ("dated", ("",)) if is_dated(side) else ("", ("", "dated"))
    if side.is_open or side.is_stock:
        yield from (Shelf(f"lasting {name}", mark, meets, stretch(side.day, HALF_YEAR)) for name in lasting(side))
    if side.is_stock:
        return
    names = telling(side)
    if side.happened:
        own = f"day {side.happened[0].isoformat()}"
        yield from (Shelf(f"{own} {name}") for name in dict.fromkeys((*names, *ranked(side.about & words.country_stems())[:TWO])))
        yield from by_kind(side, own, None, ("", ("",)))
    for day in {day: None for day in (side.day, side.happened and side.happened[0]) if day}:
        yield from by_kind(side, "kind", stretch(day, 1), (mark, meets))
    yield from (Shelf(name, mark, meets, stretch(side.day, NEAR)) for name in names)
    yield from (Shelf(two, mark, meets, stretch(side.day, FORTNIGHT)) for two in pairs(side, names))
    if (number := max(side.numbers, default=0)) > TELLING_NUMBER:
        if side.is_telling or number >= LARGE:
            yield Shelf(f"= {number}", mark, meets, stretch(side.day, NEAR))
        when = None if side.is_telling else stretch(side.happened[0] if side.happened else side.day, HALF_YEAR)
        yield from (Shelf(f"{name} = {number}", mark, meets, when) for name in (*names[:TWO], *groups(side.kinds)))


def names_event(title: frozenset[str]) -> bool:
    return bool(title & words.country_stems()) or any(words.weight(stem) >= 1 for stem in title)


def is_dated(side: Side) -> bool:
    """Its event has one day: it is not compared with those of another."""
    return side.happened is not None and not side.is_stock and side.happened[0] == side.happened[1]


def by_kind(side: Side, when: str, days: tuple[int, int] | None, dated: tuple[str, tuple[str, ...]]) -> Iterator[Shelf]:
    """Two that name different places within countries are of one event only by their words, unless they name one country."""
    mark, meets = dated
    around = side.places | side.around
    countries = sorted(around & words.country_stems())
    is_placed = bool(around - words.country_stems())
    place, places = ("placed", ("",)) if is_placed else ("", ("", "placed"))
    for kind in groups(side.kinds):
        yield Shelf(f"{when} {kind}", f"{mark} {place}", tuple(f"{a} {b}" for a in meets for b in places), days)
        if is_placed:
            yield from (Shelf(f"{when} {kind} {country}", mark, meets, days) for country in countries[:NAMES])


def pairs(side: Side, names: list[str]) -> list[str]:
    """Two of the most telling names together, and the place with the kind of event."""
    found = [" + ".join(sorted(two)) for two in combinations(names[:TWO], 2)]
    return found + [f"{place} : {kind}" for place in ranked(side.places or side.around)[:2] for kind in groups(side.kinds)]


def lasting(side: Side) -> list[str]:
    """What a state that goes on is filed under: where it is, and the words that name it; not what else its title says."""
    if side.is_stock:
        return sorted(side.place)
    named = [name for name in ranked(side.names) if words.weight(name) > 1 or "outbreak" in words.vocabulary().classes_of.get(name, ())]
    return list(dict.fromkeys((*(ranked(side.places) or ranked(side.around))[:2], *named[:2])))


def groups(kinds: frozenset[str]) -> list[str]:
    """The lines of classes that may be two names of one event, in which these kinds stand."""
    return sorted({group for kind in kinds for group in words.vocabulary().groups_of[kind]})


def telling(side: Side) -> list[str]:
    """Places first, then names and rare words, the figure's own before those of its title; common words only where nothing else is."""
    ranks = (ranked(side.places), ranked(side.names), ranked(side.title | side.around))
    rare = [name for names in ranks for name in names if words.weight(name) > 1]
    found = rare or [name for names in ranks for name in names if words.weight(name)]
    return list(dict.fromkeys(found))[:NAMES]


@lru_cache(maxsize=50_000)
def ranked(stems: frozenset[str]) -> tuple[str, ...]:
    """The heaviest first."""
    return tuple(sorted(stems, key=order))


def order(stem: str) -> tuple[float, str]:
    return -words.weight(stem), stem


def stretch(day: dt.date | None, length: int) -> tuple[int, int]:
    """Its length and number; those without a day have one of their own."""
    return (length, day.toordinal() // length) if day else (length, -9)
