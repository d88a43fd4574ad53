"""Words a second on one core: all of extraction, and its stages apart, over text of the size of news articles."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from tests.bench import text
from tracker import pipeline, resolve
from tracker.extract import extract

ARTICLES = 400
ROUNDS = 3


def rows() -> Iterator[tuple[str, str, str]]:
    articles = list(text.articles(ARTICLES))
    words = sum(len(article.text.split()) for article in articles)
    readings = [extract(article) for article in articles]
    yield "articles read, all of extraction", rate(words, lambda: [pipeline.read(article) for article in articles]), "≥ 150,000 words/s"
    yield "of that, extract", rate(words, lambda: [extract(article) for article in articles]), ""
    yield "of that, resolving within the article", rate(words, lambda: [resolve.within(reading) for reading in readings]), ""


def rate(words: int, work: Callable[[], object]) -> str:
    """The best of a few rounds: noise only ever slows."""
    best = min(timed(work) for _ in range(ROUNDS))
    return f"{words / best:,.0f} words/s"


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
