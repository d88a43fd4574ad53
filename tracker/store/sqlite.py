"""The store on SQLite: its parts put together."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from tracker.store.database import MEMORY, Database, place_of, refuse_strangers
from tracker.store.migrate import bring_up_to_date
from tracker.store.streams import Streams


class SqliteStore(Streams):
    def __init__(self, database: Database) -> None:
        self.database = database
        self.where = database.where

    @classmethod
    def open(cls, where: str | Path | None = None) -> SqliteStore:
        place = place_of(where)
        if place != MEMORY:
            refuse_strangers(place)
        database = Database(place)
        try:
            bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def close(self) -> None:
        self.database.close()

    def spare_memory(self) -> None:
        self.database.spare_memory()

    def changed(self) -> int:
        return self.database.changed()

    def stoppable(self, stop: Callable[[], bool]) -> AbstractContextManager[None]:
        return self.database.stoppable(stop)

    def transaction(self) -> AbstractContextManager[Any]:
        return self.database.transaction()
