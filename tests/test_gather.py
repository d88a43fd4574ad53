"""A dossier holds everything the query selects, and the same database gives the same one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker import gather, pipeline
from tracker.model import Article, Document, Query
from tracker.store import open_store, streams
from tracker.store.base import Store

MORNING = "A ferry sank off Elm Point on Monday.\n\nAt least 41 people were killed when the ferry sank, Mayor Ana Ruiz said.\n"
EVENING = "The ferry that sank off Elm Point on Monday was full.\n\n“We have 90 dead,” coast guard chief Petr Halas told Harbour Radio.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "x.sqlite")
    texts = [(MORNING, "Ferry sinks off Elm Point", "Courier", 2), (EVENING, "Ferry toll rises", "Post", 3)]
    documents = [Document(Article(text, title=title, outlet=o, published=dt.date(2021, 3, d))) for text, title, o, d in texts]
    assert all(outcome.is_new for outcome in pipeline.ingest(documents, store))
    yield store
    store.close()


def test_a_dossier_holds_statements_sources_and_coverage(store: Store) -> None:
    found = gather.dossier(store, Query())
    assert {hit.heading.outlet for hit in found.statements} >= {"Courier", "Post"}
    assert [heading.outlet for heading in sorted(found.headings, key=lambda h: h.outlet or "")] == ["Courier", "Post"]
    assert found.coverage.articles == 2
    assert found.coverage.last_article == dt.datetime(2021, 3, 3, tzinfo=dt.UTC)
    assert found.coverage.last_decision is None


def test_the_same_database_and_query_give_the_same_dossier(store: Store) -> None:
    assert gather.dossier(store, Query()) == gather.dossier(store, Query())
    assert gather.dossier(store, Query(outlets=("Post",))).content_hash != gather.dossier(store, Query()).content_hash


def test_a_query_is_told_in_words() -> None:
    query = Query(metrics=("killed",), after=dt.date(2023, 10, 1), has_figure=True, sort="time")
    assert gather.described(query) == "metrics: killed · has figure: yes · after: 2023-10-01"
    assert gather.described(Query()) == ""


def test_holdings_page_through_everything(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(gather.Holdings(store, Query()).statements())
    monkeypatch.setattr(streams, "PAGE", 1)
    assert list(gather.Holdings(store, Query()).statements()) == whole
    assert len(whole) > 1


def test_a_text_is_the_articles_own(store: Store) -> None:
    held = gather.Holdings(store, Query())
    assert {held.text(heading.id) for heading in held.headings()} == {MORNING, EVENING}
    assert held.text("none") is None


def test_speakers_and_outlets_are_taken_as_a_search_takes_them(store: Store) -> None:
    found = gather.dossier(store, Query(speakers=("mayor ruiz",), outlets=("cour",)))
    assert {hit.statement.speaker for hit in found.statements} == {"Ana Ruiz"}
    assert {row.figure.speaker for view in found.claims for row in view.rows} >= {"Ana Ruiz"}
    assert found.query == "speakers: mayor ruiz · outlets: cour"
    assert gather.dossier(store, Query(speakers=("Nobody",))).statements == ()
