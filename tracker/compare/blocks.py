"""Keys under which figures meet: a new article is compared with its neighbours only, however many figures are stored."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from tracker.compare import units, words
from tracker.compare.sides import Side

FORTNIGHT = 14
HALF_YEAR = 182
NAMES = 5
"""Names and places under which a figure is filed, the most telling first."""


def keys(side: Side) -> tuple[str, ...]:
    """Few and selective: the measure with the article, with its title, with the day of the event, with the kind of event on one day or the
    next, and with the most telling places and names. Figures of passing events are filed under two overlapping months, so that two a
    fortnight apart always meet; figures of a state that goes on (troops in a country, a war's dead) under two overlapping years, too.
    """
    measure = units.measure(side.figure)
    found = [f"article {side.heading.id}"]
    if side.heading.title:
        found.append(f"title {side.heading.title}")
    if side.is_open or side.is_stock:
        found += [f"{name} {when}" for name in lasting(side) for when in periods(side.day, HALF_YEAR)]
    if side.is_stock:
        return tuple(f"{measure} {key}" for key in found)
    if side.happened:
        found.append(f"day {side.happened[0].isoformat()}")
    if side.day:
        found += [f"{kind} {when}" for kind in groups(side.kinds) for when in overlapping(side.day, 1)]
    fortnights = periods(side.day, FORTNIGHT)
    found += [f"{name} {when}" for name in telling(side) for when in fortnights]
    return tuple(f"{measure} {key}" for key in found)


def lasting(side: Side) -> list[str]:
    """What a state that goes on is filed under: where it is, else one name."""
    if side.is_stock:
        return sorted(side.place)
    return list(ranked(side.places)[:2] or ranked(side.around)[:2]) or telling(side)[:1]


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


def periods(day: dt.date | None, length: int) -> tuple[str, ...]:
    return overlapping(day, length) if day else ("undated",)


def overlapping(day: dt.date, length: int) -> tuple[str, str]:
    """Two stretches of twice the length: any two days no further apart than the length share one."""
    number = day.toordinal() // length
    return f"{length}a{number // 2}", f"{length}b{(number + 1) // 2}"
