"""What people decided: appended, withdrawn, restored, never changed. Settings stand beside, for they too are a person's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tracker.errors import QueryError
from tracker.model import Case, Decision
from tracker.store import rows
from tracker.store.part import Part, put, put_new, run, select

PAGE = 500
CASES = """SELECT decision.value AS name, count(DISTINCT CASE what WHEN 'article' THEN target END) AS articles,
    count(DISTINCT figure.claim) AS claims, count(DISTINCT CASE what WHEN 'speaker' THEN target END) AS speakers
    FROM decision JOIN target ON target.decision = decision.number
    LEFT JOIN figure ON target.what = 'figure' AND figure.id = target.target
    WHERE decision.verdict = 'tag' AND decision.withdrawn_at IS NULL AND target.target IS NOT NULL
    GROUP BY decision.value ORDER BY decision.value"""


class Decisions(Part):
    def append(self, decision: Decision) -> Decision:
        with self.database.transaction() as connection:
            put_new(connection, "decision", [rows.decision_row(decision)])
            found = select(connection, "SELECT * FROM decision WHERE key = :key", key=decision.key)
        return rows.decision_of(found[0])

    def withdraw(self, number: int, by: str, at: dt.datetime) -> None:
        self._set_withdrawn(number, rows.iso(at), by)

    def restore(self, number: int) -> None:
        self._set_withdrawn(number, None, None)

    def _set_withdrawn(self, number: int, at: str | None, by: str | None) -> None:
        with self.database.transaction() as connection:
            sql = "UPDATE decision SET withdrawn_at = ?, withdrawn_by = ? WHERE number = ?"
            if not run(connection, sql, (at, by, number)).rowcount:
                raise QueryError(f"decision {number}", "there is none of that number")

    def decision(self, number: int) -> Decision | None:
        found = self.rows("SELECT * FROM decision WHERE number = :number", number=number)
        return rows.decision_of(found[0]) if found else None

    def decisions(self, figures: Sequence[str] = (), offset: int = 0, limit: int = 100, past: int = 0) -> list[Decision]:
        binds: dict[str, object] = {"past": past, "figures": list(figures)}
        where = "number < :past" if past else ":past = 0"
        if figures:
            where += " AND number IN (SELECT decision FROM target WHERE target IN :figures)"
        sql = f"SELECT * FROM decision WHERE {where} ORDER BY number DESC LIMIT :limit OFFSET :offset"
        return [rows.decision_of(row) for row in self.rows(sql, limit=limit, offset=offset, **binds)]

    def count_decisions(self) -> int:
        return int(self.scalar("SELECT count(*) FROM decision"))

    def every_decision(self) -> Iterator[Decision]:
        last = 0
        while page := self.rows("SELECT * FROM decision WHERE number > :last ORDER BY number LIMIT :limit", last=last, limit=PAGE):
            yield from (rows.decision_of(row) for row in page)
            last = page[-1]["number"]

    def cases(self) -> list[Case]:
        return [Case(**row) for row in self.rows(CASES)]

    def setting(self, key: str) -> str | None:
        found = self.scalar("SELECT value FROM setting WHERE key = :key", key=key)
        return None if found is None else str(found)

    def save_setting(self, key: str, value: str) -> None:
        with self.database.transaction() as connection:
            run(connection, "DELETE FROM setting WHERE key = ?", (key,))
            put(connection, "setting", [{"key": key, "value": value}])
