"""A database is copied, put back and looked over; every refusal is one sentence and changes nothing."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.making import reading, store_reading
from tracker import history, pipeline, review
from tracker.errors import NewerDatabase, NotADatabase, NotWritable, StoreError
from tracker.model import Article, Document, Query, Verdict
from tracker.store import care, open_store
from tracker.store.sqlite import SqliteStore

BEACON, GAZETTE = reading("Beacon", ("Ana Ruiz", 40)), reading("Gazette", ("Tomas Weld", 90))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = SqliteStore.open(tmp_path / "case.db")
    for one in (BEACON, GAZETTE):
        store_reading(made, one)
    yield made
    made.close()


def test_all_is_well_after_work_and_its_undoing(store: SqliteStore) -> None:
    review.delete(store, BEACON.statements[0], "ana")
    review.delete(store, GAZETTE.figures[0], "ana")
    history.undo(store, "ana")
    review.credit(store, GAZETTE.statements[0], "Ana Ruiz", "ana")
    review.speakers(store, Verdict.SAME_SPEAKER, ["Ana Ruiz", "Tomas Weld"], "ana")
    assert list(care.check(store)) == []


def test_hard_spaces_of_a_text_are_no_harm(store: SqliteStore) -> None:
    text = "Mayor Ana Ruiz said that the northern\u00a0bridge of Port Elm would stay closed until the water fell.\n"
    assert [outcome.is_new for outcome in pipeline.ingest([Document(Article(text))], store)] == [True]
    assert any("northern bridge" in hit.statement.content for hit in store.search(Query()))
    assert list(care.check(store)) == []


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("UPDATE article SET text = replace(text, 'Elm', 'Oak') WHERE n = 1", "changed_text"),
        ("UPDATE article SET text = 'x' || text WHERE n = 1", "misplaced"),
        ("UPDATE statement SET content = 'other words' WHERE n = 1", "damaged"),
        ("UPDATE figure SET value = json_set(value, '$.words', '7') WHERE n = 1", "misplaced"),
    ],
)
def test_harm_is_found_and_named(store: SqliteStore, harm: str, code: str) -> None:
    with store.transaction() as connection:
        connection.exec_driver_sql(harm)
    assert code in {finding.code for finding in care.check(store)}


def test_a_decision_without_what_it_was_about_is_named(store: SqliteStore) -> None:
    review.judge(store, Verdict.PREFER, [BEACON.figures[0].id], "ana")
    with store.transaction() as connection:
        connection.exec_driver_sql("UPDATE target SET target = NULL WHERE ordinal = 0")
    assert [finding.code for finding in care.check(store)] == ["orphan"]


def test_a_backup_is_the_same_and_can_be_put_back(store: SqliteStore, tmp_path: Path) -> None:
    care.backup(store, tmp_path / "copy.db")
    before = store.queue(Query())
    review.judge(store, Verdict.PREFER, [BEACON.figures[0].id], "ana")
    store.close()
    kept = care.restore(tmp_path / "copy.db", tmp_path / "case.db")
    again = open_store(tmp_path / "case.db")
    assert again.queue(Query()) == before
    assert kept is not None
    assert len(list(open_store(kept).every_decision())) == 1


def test_a_backup_never_overwrites(store: SqliteStore, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(StoreError, match="is there already"):
        care.backup(store, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"


@pytest.mark.parametrize(
    ("said", "told"), [("database or disk is full", "has no room left on its disk"), ("unable to open", "cannot be written")]
)
def test_a_backup_that_cannot_be_written_names_its_own_file_and_leaves_nothing(
    store: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    def full(path: Path) -> sqlite3.Connection:
        Path(path).write_text("half of it")
        raise sqlite3.OperationalError(said)

    monkeypatch.setattr(care.sqlite3, "connect", full)
    with pytest.raises(StoreError, match=rf"copy\.db: {told}"):
        care.backup(store, tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy.db*"))


def test_only_a_database_of_ours_is_put_back(store: SqliteStore, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE birds (name)")
    for name, why in (("other.db", "is not a tracker database"), ("nothing.db", "is not there")):
        with pytest.raises(NotADatabase, match=f"{why}; nothing was changed; name a file that `tracker db backup` made"):
            care.restore(tmp_path / name, tmp_path / "case.db")
    assert store.count_articles(Query()) == 2


STRANGERS = [
    ("a text", b"Dear diary, today I opened a file."),
    ("half a database", b"SQLite format 3\0" + b"\0" * 40),
    ("an image", b"\x89PNG\r\n\x1a\n" + bytes(range(200))),
]


@pytest.mark.parametrize(("name", "data"), STRANGERS, ids=[name for name, _ in STRANGERS])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / "case.db"
    path.write_bytes(data)
    with pytest.raises(NotADatabase, match="is not a tracker database"):
        open_store(path)
    assert path.read_bytes() == data
    assert [p.name for p in tmp_path.iterdir()] == ["case.db"]


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "birds.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE birds (name)")
    data = path.read_bytes()
    with pytest.raises(NotADatabase):
        open_store(path)
    assert path.read_bytes() == data


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(NotADatabase):
        open_store(tmp_path)


def test_a_newer_database_is_refused_and_left_alone(store: SqliteStore, tmp_path: Path) -> None:
    with store.transaction() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    data = (tmp_path / "case.db").read_bytes()
    with pytest.raises(NewerDatabase, match="schema 9999, this one knows"):
        open_store(tmp_path / "case.db")
    assert (tmp_path / "case.db").read_bytes() == data


def test_a_place_under_a_file_is_not_writable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritable):
        open_store(tmp_path / "file" / "case.db")


def test_a_folder_without_permission_is_not_writable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path)
    with pytest.raises(NotWritable, match="no permission to write its folder"):
        open_store(tmp_path / "case.db")
    assert list(tmp_path.iterdir()) == []


def test_a_database_on_a_sealed_disk_is_read_and_refuses_to_be_changed(
    store: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    before = sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir())
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with closing(open_store(tmp_path / "case.db")) as sealed:
        assert isinstance(sealed, SqliteStore)
        assert sealed.count_articles(Query()) == len(sealed.speakers()) == 2
        assert [finding.code for finding in care.check(sealed)] == ["unchecked"]
        with pytest.raises(NotWritable, match="nothing was changed"):
            sealed.save_setting("lead", "kim")
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir()) == before


def test_a_full_disk_changes_nothing_and_says_so(store: SqliteStore) -> None:
    with store.database.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    with pytest.raises(StoreError, match="has no room left"), store.transaction() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
        for number in range(50):
            store_reading(store, reading(f"Ledger {number}", ("Jan Broek", number + 100)))
    assert store.count_articles(Query()) == 2


def test_a_locked_database_says_so(store: SqliteStore, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "case.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with store.database.read() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 20")
    with pytest.raises(StoreError, match="is held by another program"):
        store.save_setting("lead", "kim")
    other.execute("ROLLBACK")
    store.save_setting("lead", "kim")
    assert store.setting("lead") == "kim"


def test_another_terminal_is_seen_at_once(store: SqliteStore, tmp_path: Path) -> None:
    other = open_store(tmp_path / "case.db")
    seen = store.changed()
    assert store.changed() == seen
    review.judge(other, Verdict.PREFER, [BEACON.figures[0].id], "ben")
    assert store.changed() > seen
    assert [row.state for row in store.queue(Query())] == ["decided"]
    seen = store.changed()
    store.save_setting("lead", "kim")
    assert store.changed() > seen


def test_threads_read_while_one_writes(store: SqliteStore) -> None:
    failures: list[Exception] = []

    def look() -> None:
        try:
            for _ in range(20):
                assert store.count_search(Query(words="people")) >= 2
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(5):
        store_reading(store, reading(f"Ledger {number}", ("Jan Broek", number + 100)))
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_failure_inside_a_transaction_leaves_nothing(store: SqliteStore) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction():
        store_reading(store, reading("Ledger", ("Jan Broek", 5)))
        assert store.count_articles(Query()) == 3
        raise ZeroDivisionError
    assert store.count_articles(Query()) == 2
    assert list(care.check(store)) == []


def test_the_place_comes_from_the_environment_or_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DB", str(tmp_path / "named.db"))
    assert open_store().where == str(tmp_path / "named.db")
    monkeypatch.delenv("TRACKER_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert open_store().where == str(tmp_path / "data" / "tracker" / "tracker.db")
    assert open_store(f"sqlite:///{tmp_path}/url.db").where == f"{tmp_path}/url.db"
    with pytest.raises(StoreError, match="cannot open"):
        open_store("mysql://host/cases")
