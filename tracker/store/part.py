"""What every part of the store stands on: the database, and how a part asks it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Table, bindparam, insert, text
from sqlmodel import SQLModel

from tracker.store.database import Database

CHUNK = 500
"""Values asked for in one IN list."""


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


def chunks(values: Iterable[object]) -> Iterable[list[object]]:
    every = list(dict.fromkeys(values))
    return (every[at : at + CHUNK] for at in range(0, len(every), CHUNK))


def select(connection: Connection, sql: str, **binds: Any) -> Sequence[Mapping[str, Any]]:
    clause = text(sql)
    lists: list[Any] = [bindparam(name, expanding=True) for name, value in binds.items() if isinstance(value, list)]
    found: Any = connection.execute(clause.bindparams(*lists) if lists else clause, binds).mappings().all()
    return cast("Sequence[Mapping[str, Any]]", found)


def put(connection: Connection, row: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, all with the same keys."""
    if rows:
        connection.execute(insert(table(row)), list(rows))


def put_new(connection: Connection, row: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows that are not there yet."""
    if rows:
        connection.execute(insert(table(row)).prefix_with("OR IGNORE", dialect="sqlite"), list(rows))


def table(row: type[SQLModel]) -> Table:
    found: Table = row.__table__  # type: ignore[attr-defined]
    return found


def next_number(connection: Connection, name: str, column: str = "n") -> int:
    """The number of the next row; safe because a writer holds the only write lock from its first word."""
    return int(connection.exec_driver_sql(f"SELECT coalesce(max({column}), 0) + 1 FROM {name}").scalar_one())
