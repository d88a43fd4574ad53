"""The store on a generated database: search, queue, adding one article, bulk loading, memory. BENCH_STATEMENTS sets its size."""

from __future__ import annotations

import os
import random
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench import generate
from tracker import compare, pipeline, search
from tracker.cli.session import seldom_collect
from tracker.model import Document, Entry, Heading, Query, Reading
from tracker.store import open_store
from tracker.store.base import Store

STATEMENTS = int(os.environ.get("BENCH_STATEMENTS", "1000000"))
ARTICLES = 1500
EVENTS = (100, 200)
"""Articles on one event."""
ADDED = 40
LATER = "There will be more of this."
SEARCHES = (
    "bridge", '"power lines"', "evacu*", "airport rain", "dam NOT river", "speaker:ruiz", "speaker:Haddat", 'speaker:"Ana Ruiz" dam',
    "kind:indirect has:figure metric:killed fuel", 'outlet:"Courier 5" harbour', "after:2016-02 before:2016-03 tents",
    "place:Halden volunteers", "metric:displaced place:Orlo", "closed OR reached", "zzyzx", "brigde", "speaker:noor after:2019",
    "grain stores repair", "people", "the",
)  # fmt: skip
"""What may be typed: rare and common words, phrases, filters, a typing error, a word that stands in almost every statement."""


def rows() -> Iterator[tuple[str, str, str]]:
    path = generate.database(STATEMENTS)
    store = open_store(path)
    size = f"{STATEMENTS:,} statements"
    yield f"search over {size}, 95 % of queries", share([took for _ in range(5) for took in asked_anew(path)]), "< 50 ms"
    yield (
        f"queue: a page over {size}",
        share(timings([lambda at=at: store.queue(Query(), at, 50) for at in (0, 50, 1000, 20_000)] * 5)),
        "< 50 ms",
    )
    filtered = (Query(metrics=("killed",)), Query(relations=("conflict",)), Query(states=("open",)), Query(outlets=("Courier 7",)))
    yield "queue: a page, filtered", share(timings([lambda q=q: store.queue(q, 0, 50) for q in filtered] * 5)), "< 50 ms"
    first = store.queue(Query(), 0, 1)[0].claim.id
    yield "one claim with all that is needed to judge it", share(timings([lambda: store.claim_view(first)] * 20)), "< 50 ms"
    yield "facets with counts", share(timings([lambda: store.facets(Query())] * 5)), "(worker)"
    store.close()
    yield from adding(path)
    yield from crowded()
    yield from loading()
    yield "memory at the end", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB", "< 500 MB"


def asked_anew(path: Path) -> list[float]:
    """Every search once, by a store that remembers none of them."""
    store = open_store(path)
    try:
        return timings([lambda q=q: ask(store, q) for q in SEARCHES])
    finally:
        store.close()


def ask(store: Store, text: str) -> object:
    return search.quotes(store, search.parse(text)[0], 0, 50)


def adding(path: Path) -> Iterator[tuple[str, str, str]]:
    """One article at a time into a copy of the database, beyond its extraction."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(path, Path(folder) / "copy.db")
        store = open_store(copy)
        seldom_collect()
        source = random.Random(99)
        events = STATEMENTS // generate.STATEMENTS // 5 + 1
        fresh = [generate.reading(source, 10_000_000 + number, source.randrange(events), LATER) for number in range(ADDED)]
        kept, claimed = [], []
        for reading in fresh:
            kept += timings([lambda r=reading: pipeline.keep(store, Document(r.article), r)], time.process_time)
            claimed += timings([lambda: pipeline.claim(store)], time.process_time)
        total = share([a + b for a, b in zip(kept, claimed, strict=True)])
        yield "adding one article to it, beyond extraction, processor time", total, "< 50 ms"
        yield "of this, its claims", share(claimed), ""
        store.close()


def crowded() -> Iterator[tuple[str, str, str]]:
    """The worst case: every article tells of one event."""
    for many in EVENTS:
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(Path(folder) / "event.db")
            source = random.Random(5)
            told = [generate.reading(source, number, 7) for number in range(many + 10)]
            (whole,) = timings([lambda s=store, t=told[:many]: add_all(s, t)], time.process_time)
            pairs = len(store.pairs_of([figure.id for reading in told[:many] for figure in reading.figures]))
            yield f"{many:,} articles on one event: one of a bulk; relations", f"{whole / many:.1f} ms; {pairs:,}", "the same; in step"
            name = f"adding one article on an event of {many:,} articles"
            yield name, share(timings([lambda s=store, r=r: add_all(s, [r]) for r in told[many:]])), "(worst case)"
            store.close()


def add_all(store: Store, readings: Sequence[Reading]) -> None:
    for reading in readings:
        pipeline.keep(store, Document(reading.article), reading)
    pipeline.claim(store)


def loading() -> Iterator[tuple[str, str, str]]:
    """Articles already read and prepared, a few hundred a transaction: the store alone."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "bulk.db")
        ready = [prepared(reading) for reading in generate.readings(ARTICLES)]
        start = time.process_time()
        for at in range(0, ARTICLES, 250):
            with store.transaction():
                for one in ready[at : at + 250]:
                    store.add(*one)
        yield (
            "the store alone, articles of 12 statements",
            f"{ARTICLES / (time.process_time() - start):,.0f} articles/s",
            "≥ 1,000 articles/s",
        )
        store.close()


def prepared(reading: Reading) -> tuple[Document, Reading, Heading, dict[str, tuple[str, ...]]]:
    heading = compare.heading(reading)
    entries = [Entry(figure, heading) for figure in reading.figures]
    return Document(reading.article), reading, heading, {reading.article.id: compare.keys(entries)}


def timings(calls: list[Callable[[], object]], clock: Callable[[], float] = time.perf_counter) -> list[float]:
    """Milliseconds of each call, the first round of caches included."""
    found = []
    for call in calls:
        start = clock()
        call()
        found.append(1000 * (clock() - start))
    return found


def share(times: list[float]) -> str:
    """The time within which 95 % were answered, and the median."""
    ordered = sorted(times)
    return f"{ordered[int(0.95 * (len(ordered) - 1))]:.1f} ms (median {statistics.median(ordered):.1f})"
