"""Keys under which figures meet: a new article is compared with its neighbours only, however many figures are stored."""

from __future__ import annotations

from tracker.compare import units, words
from tracker.compare.sides import Side

FORTNIGHT = 14
NAMES = 4
"""Names and places under which a figure is filed, the most telling first."""


def keys(side: Side) -> tuple[str, ...]:
    """Few and selective: the metric with the article; with the day of the event; with the number; and with the most telling places and
    names. Figures of passing events are filed under two overlapping months, so that two a fortnight apart always meet; figures of a state
    that goes on (troops in a country, a war's dead) under their names at any time, too.
    """
    metric = units.measure(side.figure)
    found = [f"{metric} article {side.heading.id}"]
    if side.heading.title:
        found.append(f"{metric} title {side.heading.title}")
    if side.happened:
        found.append(f"{metric} day {side.happened[0].isoformat()}")
    found += [f"{metric} {kind} {when}" for kind in sorted(side.kinds) for when in periods(side) if when != "any"]
    for name in telling(side):
        found += [f"{metric} {name} {when}" for when in periods(side)]
    return tuple(found)


def telling(side: Side) -> list[str]:
    """Places first, then the heaviest words; the figure's own before those of its title."""
    own = sorted(side.places) + sorted(side.names, key=order)
    around = sorted(side.title | side.around, key=order)
    return list(dict.fromkeys(name for name in (*own, *around) if words.weight(name)))[:NAMES]


def order(stem: str) -> tuple[float, str]:
    return -words.weight(stem), stem


def periods(side: Side) -> tuple[str, ...]:
    always = ("any",) if side.is_open or not side.day else ()
    number = side.day.toordinal() // FORTNIGHT if side.day else 0
    return (*always, f"{number // 2}a", f"{(number + 1) // 2}b") if side.day else always
