"""Cost of comparing: the figures of one added article against a database of a million figures, held in memory under their block keys."""

from __future__ import annotations

import datetime as dt
import random
import resource
import time
from collections.abc import Iterator

from tracker.compare import block_keys, relate
from tracker.model import Bound, Entry, Figure, Heading, Scope, Span

STORED = 1_000_000
FIGURES = 12
"""Figures in one article."""
ADDED = 60
LIMIT = 2000
"""Neighbours that a store hands over for one article, the most."""
METRICS = ("killed", "injured", "missing", "displaced", "detained", "troops", "participants", "vehicles")
KINDS = (
    ("blast", "harbour"),
    ("flood", "delta"),
    ("strike", "depot"),
    ("earthquake",),
    ("rally", "square"),
    ("fire", "mill"),
    ("crash", "bridge"),
)
SYLLABLES = ("ka", "ro", "min", "tel", "sa", "vor", "el", "dun", "pi", "lar", "os", "mar", "ten", "bu", "qua")


def rows() -> Iterator[tuple[str, str, str]]:
    source = random.Random(5)
    places = ["".join(source.choices(SYLLABLES, k=3)).capitalize() for _ in range(3000)]
    filed: dict[str, list[int]] = {}
    stored: list[Entry] = []
    start = time.perf_counter()
    while len(stored) < STORED:
        for entry in article(source, places, len(stored)):
            for key in block_keys(entry):
                filed.setdefault(key, []).append(len(stored))
            stored.append(entry)
    keyed = (time.perf_counter() - start) / STORED
    yield "block keys of one figure (making the figure included)", f"{1e6 * keyed:.0f} µs", ""
    took, met = [], []
    for number in range(ADDED):
        new = article(source, places, STORED + number * FIGURES)
        start = time.perf_counter()
        near = {i for entry in new for key in block_keys(entry) for i in filed.get(key, ())}
        relate(new, [stored[i] for i in sorted(near)[-LIMIT:]])
        took.append(time.perf_counter() - start)
        met.append(len(near))
    took.sort()
    yield f"an article of {FIGURES} figures against {STORED:,}, median", f"{1e3 * took[ADDED // 2]:.1f} ms", "< 50 ms"
    yield "the same, 95 % of articles under", f"{1e3 * took[int(ADDED * 0.95)]:.1f} ms", "< 50 ms"
    yield "neighbours met, mean", f"{sum(met) / ADDED:.0f}", ""
    yield "peak memory of the whole bench", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB", ""


def article(source: random.Random, places: list[str], number: int) -> list[Entry]:
    """Figures of one invented article about one event in one of 3,000 places in ten years; a few places are often in the news."""
    place = places[min(int(source.expovariate(1 / 300)), len(places) - 1)]
    kind = source.choice(KINDS)
    day = dt.date(2020, 1, 1) + dt.timedelta(days=source.randrange(3650))
    heading = Heading(
        f"a{number}", f"{place} {kind[0]}", f"Courier {number % 40}", (), day, event_words=(place.lower(), *kind), places=(place,)
    )
    return [figure(source, heading, place, kind, day, i) for i in range(FIGURES)]


def figure(source: random.Random, heading: Heading, place: str, kind: tuple[str, ...], day: dt.date, i: int) -> Entry:
    n, span = source.randrange(1, 900), Span(100 * i, 100 * i + 4)
    scope = Scope(place=place if i % 2 else None, places=(place,) if i % 2 else (), event_words=kind, event_day=day if i % 3 else None)
    made = Figure(
        heading.id, span, span, str(n), n, n, Bound.EXACT, metric=source.choice(METRICS), scope=scope, as_of=day, sentence=Span(i, i + 1)
    )
    return Entry(made, heading)
