"""Lists go on after the row that was shown last, whatever was stored or taken out meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bench import generate
from tracker import pipeline, review
from tracker.errors import QueryError
from tracker.model import Article, Document, Query, Verdict
from tracker.store import open_store
from tracker.store.base import Store
from tracker.store.paging import Order

Fetch = Callable[[Store, int, Any], list[Any]]
LISTS: dict[str, tuple[Fetch, Callable[[Any], Any]]] = {
    "statements by day": (lambda s, n, past: s.search(Query(), 0, n, past), lambda hit: hit.statement.id),
    "statements by relevance": (lambda s, n, past: s.search(Query(words="harbour OR tents"), 0, n, past), lambda hit: hit.statement.id),
    "articles": (lambda s, n, past: s.headings(Query(), 0, n, past), lambda heading: heading.id),
    "articles by title": (lambda s, n, past: s.headings(Query(sort="name"), 0, n, past), lambda heading: heading.id),
    "claims": (lambda s, n, past: s.queue(Query(relations=("conflict", "single")), 0, n, past), lambda row: row.claim.id),
    "claims by time": (lambda s, n, past: s.queue(Query(sort="time"), 0, n, past), lambda row: row.claim.id),
    "speakers": (lambda s, n, past: s.speakers("", 0, n, past), lambda speaker: speaker.id),
    "speakers of a name": (lambda s, n, past: s.speakers("ruiz", 0, n, past), lambda speaker: speaker.id),
    "proposals": (lambda s, n, past: s.proposals(0, n, past), lambda view: f"{view.proposal.a} {view.proposal.b}"),
    "decisions": (lambda s, n, past: s.decisions((), 0, n, past or 0), lambda decision: decision.number),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_store(tmp_path / "case.db")
    generate.fill(made, 12)
    undated = [Document(Article(f"Quay {n}\n\nThe harbour is shut, Ana Ruiz said. {n} tents were sent.", title="Quay")) for n in range(4)]
    assert all(outcome.is_new for outcome in pipeline.ingest(undated, made))
    for row in made.queue(Query())[:3]:
        review.judge(made, Verdict.UNSURE, row.claim.figures, "lea")
    yield made
    made.close()


def walked(store: Store, fetch: Fetch, key: Callable[[Any], Any], past: Any = "") -> list[Any]:
    found: list[Any] = []
    while page := fetch(store, 2, past):
        found += map(key, page)
        past = found[-1]
    return found


@pytest.mark.parametrize("name", LISTS)
def test_pages_of_two_give_the_whole_list(store: Store, name: str) -> None:
    fetch, key = LISTS[name]
    whole = [key(row) for row in fetch(store, 10_000, "")]
    assert walked(store, fetch, key) == whole
    assert len(whole) == len(set(whole))
    assert len(whole) > 2 or name == "proposals"


def test_what_comes_or_goes_meanwhile_neither_repeats_nor_skips_a_row(store: Store) -> None:
    fetch, key = LISTS["articles"]
    whole = [key(row) for row in fetch(store, 100, "")]
    later = Article("Dam\n\nThe dam holds, Ana Ruiz said.", title="Dam", outlet="Post", published=dt.date(2030, 1, 1))
    assert all(outcome.is_new for outcome in pipeline.ingest([Document(later)], store))
    store.remove_article(whole[0])
    assert whole[:3] + walked(store, fetch, key, whole[2]) == whole


def test_an_offset_counts_from_the_row_after(store: Store) -> None:
    whole = [hit.statement.id for hit in store.search(Query(), 0, 10)]
    assert [hit.statement.id for hit in store.search(Query(), 2, 3, whole[1])] == whole[4:7]


@pytest.mark.parametrize("past", ["0" * 32, "'; DROP TABLE article; --", "\x00"])
def test_a_row_that_is_not_in_the_list_gets_one_sentence(store: Store, past: str) -> None:
    for ask in (lambda: store.search(Query(), 0, 5, past), lambda: store.queue(Query(), 0, 5, past)):
        with pytest.raises(QueryError, match="is no row of this list any more; begin with the first page"):
            ask()


def test_nothing_known_is_less_than_anything() -> None:
    import sqlite3

    rows = [(None, 1), (None, 2), (3, 3), (3, 4), (7, 5)]
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE t(a, b)")
    connection.executemany("INSERT INTO t VALUES (?, ?)", rows)
    for order in (Order("t.a", "t.b"), Order("-t.a", "t.b"), Order("-t.a", "-t.b"), Order("t.a", "-t.b")):
        whole = [row[0] for row in connection.execute(f"SELECT b FROM t ORDER BY {order.sql}")]
        for at, b in enumerate(whole):
            row = connection.execute(f"SELECT {order.columns} FROM t WHERE b = ?", (b,)).fetchone()
            condition, binds = order.beyond({f"at_{n}": value for n, value in enumerate(row)})
            sql = f"SELECT b FROM t WHERE {condition} ORDER BY {order.sql}"
            assert [found[0] for found in connection.execute(sql, binds)] == whole[at + 1 :]
