"""Claims that await a person, and one claim with everything needed to judge it."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tracker.model import Claim, ClaimView, FigureRow, Point, Query, QueueRow, Relation
from tracker.store import compared, filters, rows
from tracker.store.articles import STATEMENT
from tracker.store.comparisons import Comparisons
from tracker.store.decisions import Decisions
from tracker.store.paging import Order
from tracker.text.wrapping import paragraph

ORDERS = {
    "": Order("-claim.attention", "claim.id"),
    "time": Order("-claim.newest", "claim.id"),
    "name": Order("claim.name", "claim.id"),
}
IDENTIFIED = {"claim": "claim", "article": "article", "figure": "figure"}
"""What is known by an id → its table."""
COLUMNS = ("metric", "place", "relation", "state")
FACETS = ("outlet", "speaker")
DRAWN = (Relation.CONFLICT, Relation.REVISION, Relation.RUNNING_TOTAL)
"""Relations that a timeline tells apart, the most serious first."""
POINTS = """SELECT figure.n, figure.id, figure.low, figure.high, coalesce(figure.as_of, article.day) AS day,
    json_extract(figure.value, '$.interval[0]') AS least, json_extract(figure.value, '$.interval[1]') AS most
    FROM figure JOIN claim ON claim.n = figure.claim JOIN article ON article.n = figure.article
    WHERE claim.id = :id AND NOT figure.dropped AND NOT article.retracted"""
TIES = f"""SELECT relation.a, relation.b, relation.relation FROM relation
    JOIN figure a ON a.n = relation.a JOIN claim ON claim.n = a.claim JOIN figure b ON b.n = relation.b AND b.claim = claim.n
    WHERE claim.id = :id AND relation.relation IN ({", ".join(f"'{relation.value}'" for relation in DRAWN)})"""


class Queues(Comparisons, Decisions):
    def queue(self, query: Query, offset: int = 0, limit: int = 100, past: str = "") -> list[QueueRow]:
        where, binds = filters.claims(query)
        order = ORDERS.get(query.sort, ORDERS[""])
        source = f"FROM claim {where or 'WHERE 1'}"
        after, at = self.page_after(source, order, binds, "claim.id", past)
        page = f"SELECT claim.n {source}{after} ORDER BY {order.sql} LIMIT :limit OFFSET :offset"  # sorted without their long columns
        sql = f"SELECT claim.* FROM claim WHERE claim.n IN ({page}) ORDER BY {order.sql}"
        return [queue_row(row) for row in self.rows(sql, limit=limit, offset=offset, **binds, **at)]

    def ids_beginning(self, kind: str, digits: str) -> list[str]:
        sql = f"SELECT id FROM {IDENTIFIED[kind]} WHERE id >= :low AND id < :high ORDER BY id LIMIT 2"
        return [row["id"] for row in self.rows(sql, low=digits, high=f"{digits}\uffff")]

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
        return compared.claim_of(found[0]) if found else None

    def claim_view(self, claim_id: str, offset: int = 0, limit: int | None = None) -> ClaimView | None:
        found = self.rows("SELECT * FROM claim WHERE id = :id", id=claim_id)
        if not found:
            return None
        claim = compared.claim_of(found[0])
        wanted = claim.figures[offset:][:limit]
        members = set(claim.figures)
        pairs = tuple(pair for pair in self.pairs_of(wanted) if {pair.a, pair.b} <= members)
        held = of_origins(claim, self.figure_rows(wanted))
        return ClaimView(claim, found[0]["state"], held, pairs, tuple(self.decisions(claim.figures)))

    def points(self, claim_id: str) -> list[Point]:
        relations_by_figure: dict[int, set[str]] = {}
        for tie in self.rows(TIES, id=claim_id):
            for figure in (tie["a"], tie["b"]):
                relations_by_figure.setdefault(figure, set()).add(tie["relation"])
        found = (point(row, relations_by_figure.get(row["n"], set())) for row in self.rows(POINTS, id=claim_id))
        return sorted(found, key=lambda p: (p.day or dt.date.max, p.stated or 0))

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
    met: Counter[str] = Counter()
    made = []
    for row in held:
        group = group_by_figure.get(row.figure.id)
        if group is not None and group not in names:
            met[row.origin] += 1
            names[group] = f"{row.origin} ({met[row.origin]})" if met[row.origin] > 1 else row.origin
        made.append(row if group is None else replace(row, origin=names[group]))
    return tuple(made)


def point(row: rows.Row, relations: set[str]) -> Point:
    relation = next((relation for relation in DRAWN if relation.value in relations), None)
    low, high, least, most = (rows.number(None if row[name] is None else str(row[name])) for name in ("low", "high", "least", "most"))
    day = dt.date.fromisoformat(row["day"][:10]) if row["day"] else None
    stated = low if low is not None else high
    if least is None and most is None:
        least, most = low, high
    return Point(row["id"], day, stated, least, most, relation, Relation.RUNNING_TOTAL in relations)


def queue_row(row: rows.Row) -> QueueRow:
    newest = dt.date.fromisoformat(row["newest"][:10]) if row["newest"] else None
    return QueueRow(compared.claim_of(row), row["state"], newest, row["attention"], tuple(json.loads(row["outlets"])))
