"""A dossier holds everything the query selects, and the same database gives the same one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker import gather, pipeline, review
from tracker.model import Article, Document, Query, Relation, Verdict
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
    assert gather.described(query) == "metric: killed · has figure: yes · after: 2023-10-01"
    assert gather.described(Query()) == ""
    assert gather.described(Query(metrics=("killed", "injured"), articles=("0123456789abcdef",))) == (
        "article: 0123456789ab · metric: killed or injured"
    )


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
    assert found.query == "speaker: mayor ruiz (taken: Ana Ruiz) · outlet: Courier"
    assert gather.dossier(store, Query(speakers=("Nobody",))).statements == ()


def test_the_coverage_counts_what_fits_and_what_is_cited(store: Store) -> None:
    whole, part = (gather.dossier(store, query).coverage for query in (Query(), Query(speakers=("Petr Halas",))))
    assert (whole.articles, whole.read, whole.figures, whole.claims) == (2, 2, 2, 1)
    assert (part.articles, part.read, part.figures, part.statements) == (2, 2, 1, 1)
    assert whole.statements >= 2
    assert gather.dossier(store, Query(speakers=("Nobody",))).coverage.read == 2


def test_a_selection_brings_its_own_sources_speakers_and_decisions(store: Store) -> None:
    figures = {row.figure.speaker: row.figure.id for row in store.every_figure(Query())}
    review.judge(store, Verdict.EXTRACTION_ERROR, [figures["Ana Ruiz"]], "lea")
    review.speakers(store, Verdict.RENAME_SPEAKER, [store.speakers("Halas")[0].id], "lea", value="Peter Halas")
    courier = gather.Holdings(store, Query(articles=tuple(h.id for h in store.headings(Query()) if h.outlet == "Courier")))
    assert [heading.outlet for heading in courier.headings()] == ["Courier"]
    assert [speaker.name for speaker in courier.speakers()] == ["Ana Ruiz"]
    assert [decision.verdict for decision in courier.decisions()] == [Verdict.EXTRACTION_ERROR]
    assert [document.article.outlet for document in courier.documents()] == ["Courier"]
    assert len(list(gather.Holdings(store, Query()).decisions())) == 2


def test_figures_of_the_outlets_own_voice_are_found_by_the_words_of_their_sentence(tmp_path: Path) -> None:
    store = open_store(tmp_path / "own.db")
    text = "A dam burst near Orlo.\n\nThe flood killed 31 people in Orlo.\n\nAnother 12 people were hurt in Halden.\n"
    assert all(outcome.is_new for outcome in pipeline.ingest([Document(Article(text, title="Dam", outlet="Post"))], store))
    assert [row.figure.words for row in store.every_figure(Query(words="flood"))] == ["31"]
    assert [row.figure.words for row in store.every_figure(Query(words="halden"))] == ["12"]
    assert list(store.every_figure(Query(kinds=("direct",)))) == []
    assert store.count_figures(Query(words="flood OR halden"))[0] == 2
    store.close()


def test_a_report_begins_with_the_gravest_also_where_it_was_judged(store: Store) -> None:
    kinds = [view.claim.relation for view in gather.dossier(store, Query(relations=("single", "corroborates", "conflict"))).claims]
    assert kinds == sorted(kinds, key=lambda kind: [Relation.CONFLICT, Relation.CORROBORATES, None].index(kind))
    assert gather.dossier(store, Query(relations=("different_scope",))).claims == ()


def test_a_claim_is_selected_by_how_its_figures_were_said(store: Store) -> None:
    claims = {kind: list(gather.Holdings(store, Query(kinds=(kind,), metrics=("killed",))).claims()) for kind in ("direct", "mixed")}
    assert len(claims["direct"]) == 1
    assert claims["mixed"] == []
    assert len(list(gather.Holdings(store, Query(via=("harbour radio",))).claims())) == 1
