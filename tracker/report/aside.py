"""What a report must know before its first line and grows with the database: kept in files without names that go with their readers."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping

from tracker.model import Relation

CACHE = 2000
"""Kilobytes of such a file that are held."""
Title = tuple[str, Relation | None]


def opened(table: str) -> sqlite3.Connection:
    """A table of its own; SQLite keeps what is more than its cache in the folder for temporary files."""
    made = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    for line in (f"PRAGMA cache_size = -{CACHE}", "PRAGMA journal_mode = OFF", f"CREATE TABLE {table}", "BEGIN"):
        made.execute(line)
    return made


class Numbers(Mapping[str, int]):
    """Keys numbered from 1 in the order given. Each key once."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.table = opened("numbered (key TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID")
        self.table.executemany("INSERT INTO numbered VALUES (?, ?)", ((key, number) for number, key in enumerate(keys, 1)))

    def __getitem__(self, key: str) -> int:
        for (number,) in self.table.execute("SELECT number FROM numbered WHERE key = ?", (key,)):
            return int(number)
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (key for (key,) in self.table.execute("SELECT key FROM numbered ORDER BY number"))

    def __len__(self) -> int:
        return int(self.table.execute("SELECT count(*) FROM numbered").fetchone()[0])


class Titles(Collection[Title]):
    """Names and relations of claims, in the order in which they were added."""

    def __init__(self) -> None:
        self.table = opened("title (number INTEGER PRIMARY KEY, name TEXT, relation TEXT)")

    def add(self, name: str, relation: Relation | None) -> None:
        self.table.execute("INSERT INTO title (name, relation) VALUES (?, ?)", (name, relation))

    def __iter__(self) -> Iterator[Title]:
        found = self.table.execute("SELECT name, relation FROM title ORDER BY number")
        return ((name, Relation(relation) if relation else None) for name, relation in found)

    def __len__(self) -> int:
        return int(self.table.execute("SELECT count(*) FROM title").fetchone()[0])

    def __contains__(self, title: object) -> bool:
        return any(title == held for held in self)


class Cited:
    """Which claims cite an article."""

    def __init__(self) -> None:
        self.table = opened("cited (article TEXT, claim INTEGER, PRIMARY KEY (article, claim)) WITHOUT ROWID")

    def add(self, article: str, claim: int) -> None:
        self.table.execute("INSERT OR IGNORE INTO cited VALUES (?, ?)", (article, claim))

    def of(self, article: str) -> list[int]:
        """Their numbers, in order."""
        return [claim for (claim,) in self.table.execute("SELECT claim FROM cited WHERE article = ? ORDER BY claim", (article,))]
