"""Cost of comparing: the figures of one added article against those of a million stored, found by where their articles stand.

Two worlds, for how many articles meet is a matter of how many things there are to tell of: a narrow one, of a few hundred names that are in
most of the news, and one as broad as the news, where names follow Zipf's law. There two leads in five share a name: among 290 articles on
one election it is two in five, among 232 on one war one in four. Processor time, so that a busy machine does not change it much. What a
store keeps of an article beside its keys is made again where it is met: the index alone is kept.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tracker.compare import crowd, keys, meetings, outline
from tracker.compare.blocks import parts
from tracker.model import Bound, Entry, Figure, Heading, Scope, Span

STORED = int(os.environ.get("TRACKER_BENCH_STATEMENTS", "1000000"))
FIGURES = 12
"""Figures in one article."""
ADDED = 60
METRICS = ("killed", "injured", "missing", "displaced", "detained", "troops", "participants", "vehicles")
KINDS = ("blast", "flood", "strike", "earthquake", "rally", "fire", "crash", "shooting", "outbreak", "storm")
SYLLABLES = ("ka", "ro", "min", "tel", "sa", "vor", "el", "dun", "pi", "lar", "os", "mar", "ten", "bu", "qua")


@dataclass(frozen=True)
class World:
    """called — in the table; places and names there are; told — names in a title and lead; pick — one of so many."""

    called: str
    places: int
    names: int
    told: int
    pick: Callable[[random.Random, int], int]


def often(source: random.Random, many: int) -> int:
    """The first tenth of them nearly always."""
    return int(source.expovariate(10 / many)) % many


def zipf(source: random.Random, many: int) -> int:
    """The tenth a tenth as often as the first."""
    return int(many ** source.random()) - 1


WORLDS = (World("narrow", 3_000, 4_000, 3, often), World("broad", 20_000, 100_000, 9, zipf))


def rows() -> Iterator[tuple[str, str, str]]:
    for world in WORLDS:
        yield from measured(world)


def measured(world: World) -> Iterator[tuple[str, str, str]]:
    filed: dict[int, array[int]] = {}
    start = time.process_time()
    for number in range(STORED // FIGURES):
        for key in keys(article(world, number)):
            at, day = parts(key)
            filed.setdefault(at, array("L")).extend((number, day))
    each = 1e6 * (time.process_time() - start) / (STORED // FIGURES)
    yield f"{world.called}: where one article stands (making it included)", f"{each:.0f} µs", ""
    took, met, read = [], [], []
    for number in range(STORED // FIGURES, STORED // FIGURES + ADDED):
        new = article(world, number)
        own = keys(new)
        rows = [(other, at | day) for at in {parts(key)[0] for key in own} for other, day in pairs(filed.get(at, ()))]
        start = time.process_time()
        made = crowd(new, meetings({new[0].heading.id: own}, rows))
        spent = time.process_time() - start
        seen = figures = 0
        while made.is_open:
            stored = {other: article(world, other) for other in made.numbers()}
            told = [(other, outline(entries)) for other, entries in stored.items()]
            start = time.process_time()
            picked = set(made.pick(told))
            spent += time.process_time() - start
            near = {other: [entry for entry in entries if entry.figure.id in picked] for other, entries in stored.items()}
            seen, figures = seen + len(near), figures + sum(map(len, near.values()))
            start = time.process_time()
            made.hear(near)
            spent += time.process_time() - start
        start = time.process_time()
        made.pairs()
        took.append(spent + time.process_time() - start)
        met.append(seen)
        read.append(figures)
    took.sort()
    yield f"{world.called}: an article of {FIGURES} figures against {STORED:,}, median", f"{1e3 * took[ADDED // 2]:.1f} ms", "< 50 ms"
    yield f"{world.called}: the same, 95 % of articles under", f"{1e3 * took[int(ADDED * 0.95)]:.1f} ms", "< 50 ms"
    yield f"{world.called}: articles met, figures read of them, mean", f"{sum(met) / ADDED:.0f}, {sum(read) / ADDED:.0f}", ""


def pairs(flat: Sequence[int]) -> Iterator[tuple[int, int]]:
    return zip(flat[::2], flat[1::2], strict=True)


def article(world: World, number: int) -> list[Entry]:
    """Figures of one invented article about one event in ten years."""
    source = random.Random(number)
    place, kind = f"{name(world.pick(source, world.places))}ville", source.choice(KINDS)
    words = (place.lower(), kind, *(name(world.pick(source, world.names)).lower() for _ in range(world.told)))
    day = dt.date(2020, 1, 1) + dt.timedelta(days=source.randrange(3650))
    heading = Heading(f"a{number}", f"{place} {kind}", f"Courier {number % 40}", (), day, event_words=words, places=(place,))
    return [figure(source, heading, place, words[1:], day, i) for i in range(FIGURES)]


def name(number: int) -> str:
    made = ""
    for _ in range(5):
        number, syllable = divmod(number, len(SYLLABLES))
        made += SYLLABLES[syllable]
    return made.capitalize()


def figure(source: random.Random, heading: Heading, place: str, words: tuple[str, ...], day: dt.date, i: int) -> Entry:
    n, span, metric = source.randrange(1, 900), Span(100 * i, 100 * i + 4), source.choice(METRICS)
    scope = Scope(place=place if i % 2 else None, places=(place,) if i % 2 else (), event_words=words, event_day=day if i % 3 else None)
    made = Figure(heading.id, span, span, str(n), n, n, Bound.EXACT, metric=metric, scope=scope, as_of=day, sentence=span, interval=(n, n))
    return Entry(made, heading)
