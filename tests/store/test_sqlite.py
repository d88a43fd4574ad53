"""The store in one walk: what goes in comes out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.bench import text
from tracker import pipeline
from tracker.model import Document, Query
from tracker.store import open_store
from tracker.store.base import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "case.db")


def test_what_is_ingested_is_listed_and_found(store: Store) -> None:
    articles = list(text.articles(3))
    outcomes = list(pipeline.ingest([Document(article) for article in articles], store))
    assert [outcome.is_new for outcome in outcomes] == [True] * 3
    assert store.count_articles(Query()) == 3
    assert [store.article(article.id) for article in articles] == articles
    again = list(pipeline.ingest([Document(article) for article in articles], store))
    assert [outcome.is_new for outcome in again] == [False] * 3
    assert store.headings(Query(after=dt.date(2000, 1, 1)))
