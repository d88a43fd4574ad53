"""Words a second on one core: all of extraction, and its stages apart, over text of the size of news articles.

Time is that of the processor, so that what else the machine does counts little. A stage alone pays for what it shares with others
(sentences, quotation marks), so the stages add up to more than the whole.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import text
from tracker import pipeline, resolve
from tracker.extract import extract
from tracker.extract.circumstances import with_circumstances
from tracker.extract.figures import figures
from tracker.extract.quotations import quotations
from tracker.extract.speech import speech
from tracker.model import Article, Kind
from tracker.text.names import names

ARTICLES = 400
RUNS = ("said ", "Said Ann ", "7 ", "1,", "7 a ", "killed 12 and ", "a woman was killed ", "“Yes,” he said. ")
LENGTH = 80_000
"""Characters of a text that is one phrase again and again."""
ROUNDS = 3
SETS = ("articles", "dev/quotes.jsonl", "dev/tolls.jsonl")
TOLLS = "At least {} people were killed and {} wounded when the river rose on Monday, and {:,} residents of the valley were evacuated."


def rows() -> Iterator[tuple[str, str, str]]:
    articles = list(text.articles(ARTICLES))
    words = count(articles)
    readings = [extract(article) for article in articles]
    told = [tuple(s for s in reading.statements if s.kind is not Kind.NARRATION) for reading in readings]
    quoted = [tuple(s for s in statements if s.kind is Kind.DIRECT) for statements in told]
    read = list(zip(articles, readings, told, quoted, strict=True))
    yield "articles read, all of extraction", rate(words, lambda: [pipeline.read(article) for article in articles]), "≥ 150,000 words/s"
    yield "of that, extract", rate(words, lambda: [extract(article) for article in articles]), ""
    yield "names alone", rate(words, lambda: [names(article.text) for article in articles]), ""
    yield "quotations alone", rate(words, lambda: [quotations(a, r.names) for a, r, _, _ in read]), ""
    yield "speech alone", rate(words, lambda: [speech(a, q, r.names) for a, r, _, q in read]), ""
    yield "circumstances alone", rate(words, lambda: [with_circumstances(a, s, r.names) for a, r, s, _ in read]), ""
    yield "figures alone", rate(words, lambda: [figures(a, s) for a, _, s, _ in read]), ""
    yield "figures where every sentence holds three", rate(*dense()), ""
    yield "resolving within the article, alone", rate(words, lambda: [resolve.within(reading) for reading in readings]), ""
    yield from real()
    slowest = max(RUNS, key=lambda run: timed(lambda: pipeline.read(Article(run * (LENGTH // len(run))))))
    seconds = timed(lambda: pipeline.read(Article(slowest * (LENGTH // len(slowest)))))
    yield f"one phrase again and again, {LENGTH:,} characters, the slowest ({slowest.strip()})", f"{seconds:.2f} s", "< 1 s"


def real() -> Iterator[tuple[str, str, str]]:
    """News as it is printed, from the folder that TRACKER_CORPUS names: the five articles, and whole articles annotated for other ends."""
    folder = os.environ.get("TRACKER_CORPUS")
    for name in SETS:
        articles = read(Path(folder) / name) if folder else []
        value = rate(count(articles), lambda read=articles: [pipeline.read(article) for article in read]) if articles else "skipped"
        yield f"real news, {name}" + ("" if folder else ": TRACKER_CORPUS is not set"), value, "≥ 150,000 words/s"


def read(path: Path) -> list[Article]:
    """The articles of a folder of texts, or of a file of one JSON object a line."""
    if path.is_dir():
        return [Article(file.read_text("utf-8")) for file in sorted(path.glob("*.txt"))]
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Article(row["text"]) for row in rows][:ARTICLES]


def dense() -> tuple[int, Callable[[], object]]:
    """The words of articles of tolls only, and the work of reading their figures."""
    articles = [Article(" ".join(TOLLS.format(i + j, i + 2 * j, 1000 + j) for j in range(30))) for i in range(1, ARTICLES // 8)]
    return count(articles), lambda: [figures(article) for article in articles]


def count(articles: list[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def rate(words: int, work: Callable[[], object]) -> str:
    """The best of a few rounds: noise only ever slows."""
    best = min(timed(work) for _ in range(ROUNDS))
    return f"{words / best:,.0f} words/s"


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
