"""Claims that await a person, and one claim with everything needed to judge it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import replace

from tracker.model import Claim, ClaimView, FigureRow, Query, QueueRow
from tracker.store import filters, rows
from tracker.store.articles import STATEMENT
from tracker.store.comparisons import Comparisons
from tracker.store.decisions import Decisions

ORDERS = {"time": "claim.newest DESC", "name": "claim.name"}
COLUMNS = ("metric", "place", "relation", "state")
FACETS = ("outlet", "speaker")


class Queues(Comparisons, Decisions):
    def queue(self, query: Query, offset: int = 0, limit: int = 100) -> list[QueueRow]:
        where, binds = filters.claims(query)
        order = ORDERS.get(query.sort, "claim.attention DESC")
        sql = f"SELECT * FROM claim {where} ORDER BY {order}, claim.id LIMIT :limit OFFSET :offset"
        return [queue_row(row) for row in self.rows(sql, limit=limit, offset=offset, **binds)]

    def count_queue(self, query: Query) -> int:
        where, binds = filters.claims(query)
        return int(self.scalar(f"SELECT count(*) FROM claim {where}", **binds))

    def facets(self, query: Query) -> dict[str, list[tuple[str, int]]]:
        where, binds = filters.claims(query)
        found = {}
        for column in COLUMNS:
            sql = f"SELECT claim.{column} AS value, count(*) AS held FROM claim {where} GROUP BY 1 ORDER BY 2 DESC, 1"
            found[column] = [(row["value"], row["held"]) for row in self.rows(sql, **binds) if row["value"]]
        for facet in FACETS:
            sql = f"""SELECT facet.value AS value, count(*) AS held FROM facet JOIN claim ON claim.n = facet.claim
                {where} {"AND" if where else "WHERE"} facet.facet = :facet GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200"""
            found[facet] = [(row["value"], row["held"]) for row in self.rows(sql, facet=facet, **binds)]
        return found

    def claim_of(self, figure_id: str) -> Claim | None:
        found = self.rows("SELECT claim.* FROM figure JOIN claim ON claim.n = figure.claim WHERE figure.id = :id", id=figure_id)
        return rows.claim_of(found[0]) if found else None

    def claim_view(self, claim_id: str) -> ClaimView | None:
        found = self.rows("SELECT * FROM claim WHERE id = :id", id=claim_id)
        if not found:
            return None
        claim = rows.claim_of(found[0])
        members = set(claim.figures)
        pairs = tuple(pair for pair in self.pairs_of(claim.figures) if {pair.a, pair.b} <= members)
        held = of_origins(claim, self.figure_rows(claim.figures))
        return ClaimView(claim, found[0]["state"], held, pairs, tuple(self.decisions(claim.figures)))

    def figure_rows(self, figures: tuple[str, ...]) -> tuple[FigureRow, ...]:
        entries = self.entries(figures)
        texts = self.rows_in("SELECT id, text, outlet FROM article WHERE id IN :values", [e.figure.article for e in entries])
        text_by_article = {row["id"]: row["text"] for row in texts}
        held = self.rows_in(f"{STATEMENT} WHERE statement.id IN :values", [e.figure.statement for e in entries if e.figure.statement])
        statements = {row["id"]: rows.statement_of(row) for row in held}
        grades = {row["name"]: row["grade"] for row in self.rows("SELECT name, grade FROM outlet")}
        made = []
        for entry in entries:
            figure, heading = entry.figure, entry.heading
            start, passage = paragraph(text_by_article[figure.article], figure.span.start, figure.span.end)
            origin = figure.speaker or heading.origin or heading.outlet or heading.id
            grade = grades.get(heading.outlet or "", "F")
            made.append(FigureRow(figure, heading, statements.get(figure.statement or ""), origin, grade, passage, start))
        return tuple(made)


def of_origins(claim: Claim, held: Iterable[FigureRow]) -> tuple[FigureRow, ...]:
    """The rows of a claim, each with the name of its origin: that of its first figure, numbered where two origins have one name."""
    group_by_figure = dict(zip(claim.figures, claim.origin_groups, strict=False))
    names: dict[int, str] = {}
    made = []
    for row in held:
        group = group_by_figure.get(row.figure.id)
        if group is not None and group not in names:
            same = sum(name.startswith(row.origin) for name in names.values())
            names[group] = f"{row.origin} ({same + 1})" if same else row.origin
        made.append(row if group is None else replace(row, origin=names[group]))
    return tuple(made)


def queue_row(row: rows.Row) -> QueueRow:
    newest = dt.date.fromisoformat(row["newest"][:10]) if row["newest"] else None
    return QueueRow(rows.claim_of(row), row["state"], newest, row["attention"], tuple(json.loads(row["outlets"])))


def paragraph(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the line that holds the span begins, and the line."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return begin, text[begin : stop if stop >= 0 else len(text)]
