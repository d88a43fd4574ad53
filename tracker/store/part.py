"""What every part of the store stands on: the database, and how a part asks it."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from tracker.errors import QueryError
from tracker.store.database import Database
from tracker.store.paging import Order

CHUNK, FEW = 2000, 12
"""Values asked for in one IN list; so many are bound one by one."""


class Part:
    database: Database

    def rows(self, sql: str, **binds: Any) -> Sequence[Mapping[str, Any]]:
        """All rows of a query; a list among the binds is an IN list."""
        with self.database.read() as connection:
            return select(connection, sql, **binds)

    def scalar(self, sql: str, **binds: Any) -> Any:
        found = self.rows(sql, **binds)
        return next(iter(found[0].values())) if found else None

    def rows_in(self, sql: str, values: Iterable[object], **binds: Any) -> list[Mapping[str, Any]]:
        """`rows` for any number of values, bound to :values a chunk at a time."""
        found: list[Mapping[str, Any]] = []
        for chunk in chunks(values):
            found += self.rows(sql, values=chunk, **binds)
        return found

    def page_after(self, source: str, order: Order, binds: dict[str, Any], key: str, past: str) -> tuple[str, dict[str, Any]]:
        """What to add to the WHERE clause that ends `source`, a FROM, so that the list goes on after the row whose `key` is `past`; nothing
        where `past` is empty. Raises QueryError where that row is not in the list any more.
        """
        if not past:
            return "", {}
        found = self.rows(f"SELECT {order.columns} {source} AND {key} = :past", past=past, **binds)
        if not found:
            raise QueryError(past, "is no row of this list any more; begin with the first page")
        condition, at = order.beyond(found[0])
        return f" AND {condition}", at


def chunks(values: Iterable[object]) -> Iterable[list[object]]:
    every = list(dict.fromkeys(values))
    return (every[at : at + CHUNK] for at in range(0, len(every), CHUNK))


def select(connection: Connection, sql: str, **binds: Any) -> Sequence[Mapping[str, Any]]:
    """Straight to the driver: adding an article asks some thirty small questions, and their wrapping would cost more than their answers."""
    lists = {name: value for name, value in binds.items() if isinstance(value, list)}
    given: dict[str, Any] = {}
    for name, value in binds.items():
        if name not in lists:
            given[name] = value
        elif len(value) > FEW:
            given[name] = json.dumps(value)
        else:
            given.update((f"{name}_{i}", each) for i, each in enumerate(value))
    cursor = connection.connection.cursor()
    cursor.execute(spread(sql, tuple((name, min(len(values), FEW + 1)) for name, values in lists.items())), given)
    columns = [column[0] for column in cursor.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


@functools.lru_cache(2000)
def spread(sql: str, lists: tuple[tuple[str, int], ...]) -> str:
    """The query with a bind for each value of its IN lists, or one for a list of many as JSON; an empty list holds nothing."""
    for name, length in lists:
        values = ", ".join(f":{name}_{i}" for i in range(length)) if length <= FEW else f"SELECT value FROM json_each(:{name})"
        values = values or "SELECT 1 WHERE 0"
        sql = re.sub(rf":{name}\b", f"({values})", sql)
    return sql


def run(connection: Connection, sql: str, binds: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
    """A cursor after one command, straight to the driver, as `select`."""
    return connection.connection.cursor().execute(sql, binds)


def run_many(connection: Connection, sql: str, binds: Sequence[Sequence[Any]] | Sequence[Mapping[str, Any]]) -> None:
    connection.connection.cursor().executemany(sql, binds)


def put(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows into a table, all with the same keys: straight to the driver, for this is where bulk loading spends its time."""
    if rows:
        run_many(connection, insertion(table, tuple(rows[0])), rows)


def put_tuples(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows of just these columns: for narrow tables of very many rows."""
    if rows:
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        run_many(connection, sql, rows)


def put_new(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows that are not there yet."""
    if rows:
        sql = insertion(table, tuple(rows[0])) + " ON CONFLICT DO NOTHING"
        run_many(connection, sql, rows)


@functools.cache
def insertion(table: str, columns: tuple[str, ...]) -> str:
    """The insertion of rows that give every column but those that may be empty. The tables are not asked what else there is: to load them
    takes as long as all the rest of opening a database.
    """
    names, values = ", ".join(f'"{column}"' for column in columns), ", ".join(f":{column}" for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({values})"


def next_number(connection: Connection, name: str, column: str = "n") -> int:
    """The number of the next row; safe because a writer holds the only write lock from its first word."""
    return int(run(connection, f"SELECT coalesce(max({column}), 0) + 1 FROM {name}").fetchone()[0])
