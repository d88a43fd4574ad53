"""The flow on one screen: ingest → extract → resolve → compare, in memory or into a store."""

from __future__ import annotations

from collections.abc import Iterable

from tracker import compare as comparing
from tracker import resolve
from tracker.extract import extract
from tracker.model import Article, Comparison, Reading


def read(article: Article) -> Reading:
    """One article read: its speakers resolved within it, the intervals of its figures set."""
    return comparing.prepare(resolve.within(extract(article)))


def compare(articles: Iterable[Article]) -> Comparison:
    """A set of articles read and compared as a whole, without a store."""
    readings, speakers, proposals = resolve.across([read(article) for article in articles])
    found = comparing.compare(readings, speakers)
    return Comparison(found.readings, speakers, proposals, found.claims, found.pairs, found.quote_variants, found.findings)
