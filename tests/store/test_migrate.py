"""The schema's history comes to what the tables say; a copy is kept before data is altered."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import inspect

from tests.making import reading, state, store_reading
from tracker.store import migrate, open_store
from tracker.store.sqlite import SqliteStore
from tracker.store.tables import METADATA


def test_the_history_makes_the_tables(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "case.db")
    with store.database.read() as connection:
        made = inspect(connection)
        for table in METADATA.sorted_tables:
            columns = {(c["name"], str(c["type"]), c["nullable"] or bool(c["primary_key"])) for c in made.get_columns(table.name)}
            wanted = {(c.name, kind(str(c.type)), bool(c.nullable) or c.primary_key) for c in table.columns}
            assert columns == wanted, table.name
            indexed = {tuple(i["column_names"]) for i in made.get_indexes(table.name)}
            assert {tuple(c.name for c in i.columns) for i in table.indexes if not i.unique} <= indexed, table.name
    assert migrate.versions()[-1] == migrate.HEAD


def kind(name: str) -> str:
    return {"VARCHAR": "TEXT"}.get(name, name)


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path / "case.db")
    store_reading(store, reading("Beacon", ("Ana Ruiz", 40)))
    before = state(store)
    store.close()
    again = open_store(tmp_path / "case.db")
    assert state(again) == before
    again.close()


def test_a_copy_is_kept_before_data_is_altered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(tmp_path / "case.db")
    store_reading(store, reading("Beacon", ("Ana Ruiz", 40)))
    before = state(store)
    store.close()
    head = migrate.HEAD
    monkeypatch.setattr(migrate, "HEAD", "9999")
    monkeypatch.setattr(migrate, "versions", lambda: [head, "9999"])
    monkeypatch.setattr(migrate, "alters_data", lambda version: version == "9999")
    open_store(tmp_path / "case.db").close()
    monkeypatch.undo()
    copy = open_store(tmp_path / f"case.schema-{head}.db")
    assert state(copy) == before
