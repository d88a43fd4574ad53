"""An article taken out leaves a database that never had it, but for the decisions about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making import reading, state, store_reading
from tracker import history, pipeline, removal, review
from tracker.errors import InputError, QueryError
from tracker.model import Document, Reading, Relation, Verdict
from tracker.store import care, open_store
from tracker.store.base import Store
from tracker.store.sqlite import SqliteStore

BEACON = reading("Beacon", ("Ana Ruiz", 40))
GAZETTE = reading("Gazette", ("Tomas Weld", 90))
HERALD = reading("Herald", ("Tomas Weld", 90), lead="A second account. ")
GONE = GAZETTE.article.id


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = SqliteStore.open(tmp_path / "case.db")
    yield filled(made, BEACON, GAZETTE, HERALD)
    made.close()


def filled(store: SqliteStore, *readings: Reading) -> SqliteStore:
    for one in readings:
        store_reading(store, one)
    return store


def without(tmp_path: Path, *readings: Reading) -> Store:
    return filled(SqliteStore.open(tmp_path / "other.db"), *readings)


def seen(store: Store) -> object:
    """`state` without outlets, which stay known."""
    rows, views, hits, speakers, proposals, _, variants, articles = state(store)
    return rows, views, hits, speakers, proposals, variants, articles


def test_what_is_left_is_as_if_the_article_had_never_come(store: SqliteStore, tmp_path: Path) -> None:
    removal.remove_article(store, GONE, "ana", "not ours")
    assert seen(store) == seen(without(tmp_path, BEACON, HERALD))
    assert list(care.check(store)) == []
    assert store.raw(GONE) == b""


def test_the_only_article_of_a_speaker_takes_the_speaker_along(store: SqliteStore, tmp_path: Path) -> None:
    removal.remove_article(store, BEACON.article.id, "ana")
    assert seen(store) == seen(without(tmp_path, GAZETTE, HERALD))
    assert [speaker.name for speaker in store.speakers()] == ["Tomas Weld"]


def test_decisions_about_it_stay_as_orphans(store: SqliteStore) -> None:
    review.judge(store, Verdict.PREFER, [GAZETTE.figures[0].id], "ana")
    review.speakers(store, Verdict.SAME_SPEAKER, ["Tomas Weld", "Ana Ruiz"], "ana")
    removal.remove_article(store, GONE, "ana")
    assert [ruling.decision.verdict for ruling in history.orphans(store)] == [Verdict.PREFER]
    claim = store.claim_of(BEACON.figures[0].id)
    assert claim is not None
    assert claim.relation is Relation.CONFLICT
    assert len(claim.figures) == 2
    assert {finding.code for finding in care.check(store)} == {"orphan"}


def test_a_text_that_was_removed_is_refused_until_that_is_undone(store: SqliteStore) -> None:
    removed = removal.remove_article(store, GONE, "ana")
    with pytest.raises(InputError, match=f"was removed by ana on .* undo {removed.number}"):
        pipeline.keep(store, Document(GAZETTE.article, source="gazette.txt"), GAZETTE)
    history.undo(store, "ana")
    assert not store.has_article(GONE)
    store_reading(store, GAZETTE)
    assert store.claim_of(GAZETTE.figures[0].id) is not None
    history.redo(store, "ana")
    assert not store.has_article(GONE)


def test_a_replayed_log_removes_it_elsewhere_too(store: SqliteStore, tmp_path: Path) -> None:
    removal.remove_article(store, GONE, "ana")
    other = open_store(tmp_path / "replayed.db")
    for one in (BEACON, GAZETTE, HERALD):
        store_reading(other, one)
    list(history.replay(other, list(history.export_log(store))))
    assert seen(other) == seen(store)
    other.close()


def test_a_removal_withdrawn_before_it_is_replayed_removes_nothing(store: SqliteStore, tmp_path: Path) -> None:
    removal.remove_article(store, GONE, "ana")
    history.undo(store, "ana")
    other = open_store(tmp_path / "replayed.db")
    store_reading(other, GAZETTE)
    list(history.replay(other, list(history.export_log(store))))
    assert other.has_article(GONE)
    other.close()


def test_what_is_not_stored_cannot_be_removed(store: SqliteStore) -> None:
    with pytest.raises(QueryError):
        removal.remove_article(store, "0" * 32, "ana")


def test_reading_an_article_again_counts_its_statements_once(store: SqliteStore) -> None:
    review.edit_article(store, BEACON.article.id, {"title": "Another title"}, "ana")
    assert {row["statements"] for row in store.rows("SELECT statements FROM speaker WHERE name = 'Ana Ruiz'")} == {1}
