"""How fast pages are read and articles stored, extraction included, and whether memory stays flat."""

from __future__ import annotations

import io
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.text import saying

WORDS = 600
PAGES = 200
ARTICLES = 400
FLAT = 10_000
NAMES = ("Omar Tayeb", "Rosa Lind", "Élodie Marchand", "Ivan Petrov", "Grace Obi", "Mei Tanaka", "Carlos Ruiz", "Anna Weiss")
FRONTS = (
    "North",
    "River",
    "Stone",
    "High",
    "Salt",
    "East",
    "Long",
    "Old",
    "Black",
    "Fair",
    "Green",
    "Holm",
    "King",
    "Mill",
    "Red",
    "White",
)
BACKS = (
    "cape",
    "mouth",
    "bridge",
    "field",
    "marsh",
    "water",
    "vale",
    "harbour",
    "ford",
    "wick",
    "ton",
    "haven",
    "stead",
    "moor",
    "hurst",
    "ley",
)
EVENTS = ("flood", "landslide", "fire", "derailment", "storm", "strike", "quake", "collapse")
SENTENCES = (
    "“We lost {n} homes, and {said},” said {name}, the mayor of {town}.",
    "At least {n} people were killed in {town} on Monday, the ministry of health said.",
    "According to {name}, {n} troops were sent to {town} after the {event}.",
    "The road to {town} was closed for hours while crews cleared mud and fallen trees from both lanes.",
    "{name} told reporters that the river had risen faster than any forecast had said it would.",
    "Shops in the old quarter stayed shut, and the market that is held there every week was called off.",
    "{name} promised “{said}”, and said the {event} would not be forgotten.",
    "Schools will open again next week if the bridges are found to be safe, the district council decided.",
)


def text(seed: int, words: int = WORDS) -> str:
    """An invented article of about so many words on one event in one town."""
    chance = random.Random(seed)
    town, event = chance.choice(FRONTS) + chance.choice(BACKS), chance.choice(EVENTS)
    out = [f"{event.capitalize()} in {town}"]
    count = 0
    while count < words:
        sentence = SENTENCES[chance.randrange(3)] if chance.random() < 0.2 else chance.choice(SENTENCES[3:])
        out.append(sentence.format(n=chance.randint(2, 900), name=chance.choice(NAMES), town=town, event=event, said=saying(chance)))
        count += len(out[-1].split())
    return "\n\n".join(out)


def page(seed: int) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in text(seed).split("\n\n")[1:])
    boxes = "<div class='related-stories'><p>“Another story,” said somebody else.</p></div>" * 3
    head = "<meta property='og:site_name' content='Harbour Post'><meta property='article:published_time' content='2021-03-24'>"
    menu = "<nav><ul>" + "<li><a href='/x'>Section</a></li>" * 40 + "</ul></nav>"
    article = f"<article><h1>Flood</h1>{body}{boxes}</article>"
    return f"<!doctype html><html lang=en><head><title>{seed}</title>{head}</head><body>{menu}{article}</body></html>".encode()


def pages_a_second() -> float:
    from tracker.ingest import page as reader

    pages = [page(seed) for seed in range(PAGES)]
    next(iter(reader.read(io.BytesIO(pages[0]), "warm")))
    begin = time.process_time()
    for raw in pages:
        next(iter(reader.read(io.BytesIO(raw), "page")))
    return PAGES / (time.process_time() - begin)


def articles_a_second(jobs: int, count: int = ARTICLES) -> tuple[float, int, Costs]:
    """(articles a second with the interpreter's start taken off, peak megabytes, CPU) of `tracker add` on so many files."""
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(count):
            (Path(folder) / f"{seed:05}.txt").write_text(f"{2000 + seed % 20}-03-{seed % 28 + 1:02}\n{text(seed)}", "utf-8")
        idle = timed("--version")[0]
        taken, peak, (storing, reading) = timed("--db", f"{folder}/bench.db", "add", folder, "--jobs", str(jobs))
        return count / (taken - idle), peak, (1000 * storing / count, 1000 * reading / count)


Costs = tuple[float, float]
"""CPU of the process that stores, and of those that read where they are others: seconds in all, or milliseconds an article."""
SPENT = """
import resource, sys
sys.argv = ["tracker", *{words!r}]
from tracker.cli import main
try:
    main()
finally:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(*(one.ru_utime + one.ru_stime for one in used), file=sys.stderr)
"""


def timed(*words: str) -> tuple[float, int, Costs]:
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", SPENT.format(words=words)], check=True, capture_output=True, text=True)
    storing, reading = map(float, done.stderr.split()[-2:])
    return time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, (storing, reading)


def memory() -> Iterator[int]:
    """Peak megabytes of reading a tenth of the articles, and all, without a store: what ingest itself holds."""
    for count in (FLAT // 10, FLAT):
        code = f"""
import json, resource, tempfile
from tests.bench.ingest import text
from tracker import ingest
with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
    for n in range({count}):
        print(json.dumps({{"text": text(n, 60)}}), file=file)
    file.flush()
    for found in ingest.documents(file.name):
        pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
        yield int(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)


def rows() -> list[tuple[str, str, str]]:
    """Measure, what it is here, what it ought to be."""
    one, peak, (whole, _) = articles_a_second(1)
    two, _, (storing, reading) = articles_a_second(2)
    most = whole / max(storing, (storing + reading) / 2)
    little, much = memory()
    return [
        ("pages read from HTML, of 600 words, one core", f"{pages_a_second():,.0f}/s", "none set"),
        ("articles of 600 words into SQLite, extraction included, one core", f"{one:,.0f}/s", "≥ 100/s"),
        ("the same with --jobs 2", f"{two:,.0f}/s ({two / one:.1f} ×)", "≥ 1.8 ×"),
        ("CPU an article: one process; with --jobs 2 storing, reading", f"{whole:.0f} ms; {storing:.0f}, {reading:.0f} ms", "none set"),
        ("what two cores could give of it at most", f"{most:.1f} ×", "≥ 1.8 ×"),
        ("peak memory of bulk ingest into SQLite", f"{peak} MB", "< 500 MB"),
        (f"peak memory of reading {FLAT // 10:,} and {FLAT:,} articles", f"{little} and {much} MB", "flat"),
    ]
