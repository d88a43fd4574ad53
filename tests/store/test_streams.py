"""Everything a query selects comes out once, in one order, whatever the size of a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench import generate
from tracker.model import Query
from tracker.store import open_store, streams
from tracker.store.base import Store

QUERIES = [
    ("everything", Query()),
    ("words", Query(words="harbour OR tents")),
    ("kind and figure", Query(kinds=("direct",), has_figure=True)),
    ("metric and period", Query(metrics=("killed",), after=dt.date(2016, 1, 1), before=dt.date(2022, 6, 30))),
    ("relation", Query(relations=("conflict", "single"))),
    ("by name", Query(sort="name")),
    ("by time", Query(sort="time")),
    ("nobody", Query(speakers=("",))),
]
STREAMS = (
    *("every_heading", "every_document", "every_statement", "every_figure", "every_claim"),
    *("every_finding", "every_variant", "every_credit"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = open_store(Path(tmp_path_factory.mktemp("streams")) / "case.db")
    generate.fill(made, 30)
    yield made
    made.close()


@pytest.mark.parametrize("stream", STREAMS)
@pytest.mark.parametrize(("name", "query"), QUERIES, ids=[name for name, _ in QUERIES])
def test_pages_of_three_give_what_one_page_gives(
    store: Store, monkeypatch: pytest.MonkeyPatch, stream: str, name: str, query: Query
) -> None:
    whole = list(getattr(store, stream)(query))
    monkeypatch.setattr(streams, "PAGE", 3)
    monkeypatch.setattr(streams, "FIGURES", 3)
    assert list(getattr(store, stream)(query)) == whole


def test_claims_of_many_figures_are_held_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "FIGURES", 4)
    sizes = [1, 2, 2, 9, 1, 1, 1, 1, 1]
    rows = [{"figures": ",".join("x" * size)} for size in sizes]
    held = [[row["figures"].count(",") + 1 for row in few] for few in streams.together(rows)]
    assert held == [[1, 2], [2], [9], [1, 1, 1, 1], [1]]


def test_every_row_comes_once(store: Store) -> None:
    statements = [hit.statement.id for hit in store.every_statement(Query())]
    figures = [row.figure.id for row in store.every_figure(Query())]
    assert len(statements) == len(set(statements)) == store.count_search(Query())
    assert len(figures) == len(set(figures)) == sum(len(hit.figures) for hit in store.every_statement(Query()))
    assert len(list(store.every_heading(Query()))) == store.count_articles(Query()) == 30


def test_claims_are_what_the_queue_gives_with_all_that_judges_them(store: Store) -> None:
    asked = Query(metrics=("killed",))
    queue = [row.claim.id for row in store.queue(asked, 0, 1000)]
    views = list(store.every_claim(asked))
    assert [view.claim.id for view in views] == queue
    assert views == [store.claim_view(key) for key in queue]


def test_a_figure_is_selected_by_what_it_is(store: Store) -> None:
    found = list(store.every_figure(Query(metrics=("killed",), words="killed OR tents")))
    assert {row.figure.metric for row in found} == {"killed"}
    speaker = next(row.figure.speaker_id for row in found if row.figure.speaker_id)
    assert {row.figure.speaker_id for row in store.every_figure(Query(speakers=(speaker or "",)))} == {speaker}
