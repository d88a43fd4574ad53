"""The database: opened by `open_store`, used through the protocols of `base`."""

from __future__ import annotations

from pathlib import Path

from tracker.store.base import Store


def open_store(where: str | Path | None = None) -> Store:
    """The store at a path, an sqlite: URL or ":memory:"; None is TRACKER_DB, or else the user's data folder. Made where missing.

    Raises StoreError, with nothing changed: NotADatabase, NewerDatabase, NotWritable, or one for what the database refuses.
    """
    from tracker.store.sqlite import SqliteStore

    return SqliteStore.open(where)
