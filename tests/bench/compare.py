"""Cost of comparing: the figures of one added article against those of a million stored, found by where their articles stand.

Processor time, so that a busy machine does not change it much. Stored figures are made again when they are met: the index alone is kept.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import time
from array import array
from collections.abc import Iterator, Sequence

from tracker.compare import keys, meetings, relate
from tracker.compare.blocks import parts
from tracker.model import Bound, Entry, Figure, Heading, Scope, Span

STORED = int(os.environ.get("TRACKER_BENCH_STATEMENTS", "1000000"))
FIGURES = 12
"""Figures in one article."""
ADDED = 60
METRICS = ("killed", "injured", "missing", "displaced", "detained", "troops", "participants", "vehicles")
KINDS = ("blast", "flood", "strike", "earthquake", "rally", "fire", "crash", "shooting", "outbreak", "storm")
SYLLABLES = ("ka", "ro", "min", "tel", "sa", "vor", "el", "dun", "pi", "lar", "os", "mar", "ten", "bu", "qua")


def rows() -> Iterator[tuple[str, str, str]]:
    filed: dict[int, array[int]] = {}
    start = time.process_time()
    for number in range(STORED // FIGURES):
        for key in keys(article(number)):
            at, day = parts(key)
            filed.setdefault(at, array("L")).extend((number, day))
    yield "where one article stands (making it included)", f"{1e6 * (time.process_time() - start) / (STORED // FIGURES):.0f} µs", ""
    took, seen = [], []
    for number in range(STORED // FIGURES, STORED // FIGURES + ADDED):
        new = article(number)
        own = keys(new)
        rows = [(other, at | day) for at in {parts(key)[0] for key in own} for other, day in pairs(filed.get(at, ()))]
        start = time.process_time()
        near = meetings({"": own}, rows)[""]
        between = time.process_time()
        neighbours = [entry for other in near for entry in article(other)]
        again = time.process_time()
        relate(new, neighbours)
        took.append(between - start + time.process_time() - again)
        seen.append(len(near))
    took.sort()
    yield f"an article of {FIGURES} figures against {STORED:,}, median", f"{1e3 * took[ADDED // 2]:.1f} ms", "< 50 ms"
    yield "the same, 95 % of articles under", f"{1e3 * took[int(ADDED * 0.95)]:.1f} ms", "< 50 ms"
    yield "articles met, mean", f"{sum(seen) / ADDED:.0f}", ""


def pairs(flat: Sequence[int]) -> Iterator[tuple[int, int]]:
    return zip(flat[::2], flat[1::2], strict=True)


def article(number: int) -> list[Entry]:
    """Figures of one invented article about one event in ten years; a few of 3,000 places and of 4,000 names are often in the news."""
    source = random.Random(number)
    place, kind = f"{name(source, 3000)}ville", source.choice(KINDS)
    words = (place.lower(), kind, *(name(source, 4000).lower() for _ in range(3)))
    day = dt.date(2020, 1, 1) + dt.timedelta(days=source.randrange(3650))
    heading = Heading(f"a{number}", f"{place} {kind}", f"Courier {number % 40}", (), day, event_words=words, places=(place,))
    return [figure(source, heading, place, words[1:], day, i) for i in range(FIGURES)]


def name(source: random.Random, names: int) -> str:
    """One of so many invented names, the first tenth of them in most of the news."""
    number, made = int(source.expovariate(10 / names)) % names, ""
    for _ in range(4):
        number, syllable = divmod(number, len(SYLLABLES))
        made += SYLLABLES[syllable]
    return made.capitalize()


def figure(source: random.Random, heading: Heading, place: str, words: tuple[str, ...], day: dt.date, i: int) -> Entry:
    n, span, metric = source.randrange(1, 900), Span(100 * i, 100 * i + 4), source.choice(METRICS)
    scope = Scope(place=place if i % 2 else None, places=(place,) if i % 2 else (), event_words=words, event_day=day if i % 3 else None)
    made = Figure(heading.id, span, span, str(n), n, n, Bound.EXACT, metric=metric, scope=scope, as_of=day, sentence=span, interval=(n, n))
    return Entry(made, heading)
