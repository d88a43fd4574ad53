"""One SQLite database: how it is found, opened, read and written, and what its refusals are called.

A reader sees the last committed state; a writer holds the one write lock from its first word, so that what it read it may rely on.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool, StaticPool

from tracker.errors import NotADatabase, NotWritable, StoreError

APPLICATION = 0x54524143
"""Marks the file as ours ("TRAC") where others look: `file`, and our own check before anything is touched."""
MEMORY = ":memory:"
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA cache_size = -32000",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 33554432",
    "PRAGMA wal_autocheckpoint = 8000",
)
SPARING = ("PRAGMA cache_size = -8000", "PRAGMA mmap_size = 0")
"""In place of what reads a file fastest, for who keeps it open all day."""
STEPS = 20_000
"""Of SQLite's machine between two looks at whether the answer is still wanted: a millisecond or so."""
REFUSALS = (
    ("interrupted", "was asked for something else meanwhile", "ask again"),
    ("locked", "is held by another program", "nothing was changed; try again when that one has finished"),
    ("disk is full", "has no room left on its disk", "what was being written is not kept, what stood before is; free some space"),
    ("disk I/O", "could not be read or written by the disk", "nothing was changed; look after the disk, then `tracker db check`"),
    ("malformed", "is damaged", "restore a backup, or `tracker db check`"),
)
"""What SQLite says → why, remedy."""


def place_of(where: str | Path | None) -> str:
    """The file meant: a path, an sqlite: URL, TRACKER_DB, or the user's data folder. Raises StoreError for another kind of URL."""
    asked = str(where or os.environ.get("TRACKER_DB") or "")
    if asked.startswith("sqlite:"):
        return asked.split("://", 1)[-1].removeprefix("/") or MEMORY
    if "://" in asked:
        raise StoreError(asked, "is a kind of database this version cannot open", "name a file with --db")
    if not asked:
        import platformdirs

        return str(platformdirs.user_data_path("tracker") / "tracker.db")
    return asked if asked == MEMORY else str(Path(asked).expanduser())


def refuse_strangers(where: str) -> None:
    """Raises, before anything is touched, where the file cannot be a database of ours, or is to be made where nothing can be written."""
    path = Path(where)
    if path.is_dir():
        raise NotADatabase(where)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size:
            with path.open("rb") as file:
                head = file.read(72)
            mark = int.from_bytes(head[68:72], "big")
            if head[:16] != b"SQLite format 3\0" or (mark != APPLICATION and (mark or not is_blank(path))):
                raise NotADatabase(where)
    except OSError as error:
        raise NotWritable(where, (error.strerror or str(error)).lower()) from error
    if not os.access(path.parent, os.W_OK) and not path.exists():
        raise NotWritable(where, "no permission to write its folder")


def is_sealed(where: str) -> bool:
    """A database that stands where it or its folder cannot be written (an archive, another's share): it can be read."""
    path = Path(where)
    return where != MEMORY and path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def is_blank(path: Path) -> bool:
    """A database without any table, asked without leaving a trace."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
    except sqlite3.Error:
        return False


def address_of(where: str) -> str:
    """How SQLite is told of the file. Beside a sealed one it can make no files; only where none is open elsewhere can it do without."""
    if not is_sealed(where):
        return where
    alone = "" if Path(f"{where}-wal").exists() else "&immutable=1"
    return f"{Path(where).resolve().as_uri()}?mode=ro{alone}"


def engine_of(where: str, pragmas: Sequence[str] = PRAGMAS) -> Engine:
    """An engine on the file, its transactions left to `Database`; every connection knows our pragmas."""
    address = address_of(where)
    pool: dict[str, Any] = (
        {"poolclass": StaticPool}
        if where == MEMORY
        else {"poolclass": QueuePool, "pool_use_lifo": True, "pool_size": 4, "max_overflow": 12}
    )
    engine = create_engine(
        "sqlite://",
        isolation_level="AUTOCOMMIT",
        creator=lambda: sqlite3.connect(address, uri=address != where, check_same_thread=False, cached_statements=512),
        **pool,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        for pragma in pragmas:
            connection.execute(pragma)

    return engine


class Database:
    """The file, and the two ways to use it: `read` and `transaction`."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.engine = engine_of(where)
        self.local = threading.local()
        self.lock = threading.RLock()
        self.own = 0
        self.watcher: Connection | None = None
        self.watching = threading.Lock()

    def spare_memory(self) -> None:
        """Keep less of the file in memory from now on; one that is in memory altogether stays."""
        if self.where != MEMORY:
            old, self.engine = self.engine, engine_of(self.where, (*PRAGMAS, *SPARING))
            old.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection; inside a transaction of this thread, that one, so that it sees its own words."""
        if (current := getattr(self.local, "connection", None)) is not None:
            yield current
            return
        lock = self.lock if self.where == MEMORY else nothing()
        with self.refusals(), lock, self.engine.connect() as connection, self.heeding(connection):
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing; one inside another is part of it. Raises StoreError where the database refuses."""
        if (current := getattr(self.local, "connection", None)) is not None:
            yield current
            return
        with self.lock, self.refusals(), self.engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            self.local.connection = connection
            try:
                yield connection
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                if getattr(connection.connection.driver_connection, "in_transaction", True):
                    connection.exec_driver_sql("ROLLBACK")
                raise
            finally:
                self.local.connection = None
            self.own += 1

    @contextmanager
    def stoppable(self, stop: Callable[[], bool]) -> Iterator[None]:
        """What this thread reads inside ends early once `stop()` holds. Raises StoreError then."""
        self.local.stop = stop
        try:
            yield
        finally:
            del self.local.stop

    @contextmanager
    def heeding(self, connection: Connection) -> Iterator[None]:
        """Looks, while it reads, whether the answer is still wanted."""
        if not hasattr(self.local, "stop"):
            yield
            return
        driver = connection.connection.driver_connection
        assert driver
        driver.set_progress_handler(self.local.stop, STEPS)
        try:
            yield
        finally:
            driver.set_progress_handler(None, 0)

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """What SQLite refuses, as one sentence for a person."""
        try:
            yield
        except (DatabaseError, sqlite3.Error) as error:
            raise refusal(self.where, str(getattr(error, "orig", error))) from error

    @property
    def is_writing(self) -> bool:
        """This thread is inside a transaction."""
        return getattr(self.local, "connection", None) is not None

    def changed(self) -> int:
        """Grows when this or any other process commits; asks no table."""
        with self.refusals(), self.lock if self.where == MEMORY else self.watching:
            if self.watcher is None:
                self.watcher = self.engine.connect()
            return int(self.watcher.exec_driver_sql("PRAGMA data_version").scalar_one()) + self.own

    def close(self) -> None:
        if self.watcher is not None:
            self.watcher.close()
        self.engine.dispose()


@contextmanager
def nothing() -> Iterator[None]:
    yield


def refusal(where: str, said: str) -> StoreError:
    if "readonly" in said or "unable to open" in said:
        return NotWritable(where, said)
    if "not a database" in said:
        return NotADatabase(where)
    for words, why, remedy in REFUSALS:
        if words in said:
            return StoreError(where, why, remedy)
    return StoreError(where, f"refused: {said}")
