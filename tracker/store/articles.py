"""Articles with what was read in them: stored in one transaction, listed a page at a time."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from tracker.model import Article, ArticleView, Document, Figure, Finding, Heading, Outlet, Query, Reading, Ready, Statement
from tracker.store import filters, index, rows
from tracker.store.loading import Load, sentences_of
from tracker.store.names import Names
from tracker.store.paging import Order
from tracker.store.part import put_new, run, run_many, select

PAGE = 200
ORDERS = {"": Order("-article.day", "article.n"), "name": Order("article.title", "article.n")}
STATEMENT = f"""SELECT statement.*, article.id AS article_id, {rows.CO_SPEAKERS},
    speaker.id AS speaker_id, speaker.name AS speaker_name, speaker.kind AS speaker_kind
    FROM statement JOIN article ON article.n = statement.article
    LEFT JOIN speaker own ON own.n = statement.speaker LEFT JOIN speaker ON speaker.n = coalesce(own.joined, own.n)"""
CO_SPEAKING = "co_speaker JOIN statement ON statement.n = co_speaker.statement"
FIGURE = """SELECT figure.*, article.id AS article_id, speaker.id AS speaker_id, speaker.name AS speaker_name
    FROM figure JOIN article ON article.n = figure.article
    LEFT JOIN speaker own ON own.n = figure.speaker LEFT JOIN speaker ON speaker.n = coalesce(own.joined, own.n)"""


class Articles(Names):
    def has_article(self, article_id: str) -> bool:
        return bool(self.rows("SELECT n FROM article WHERE id = :id", id=article_id))

    def stored(self, articles: Sequence[str]) -> set[str]:
        return {row["id"] for row in self.rows_in("SELECT id FROM article WHERE id IN :values", articles)}

    def add(self, document: Document, reading: Reading, heading: Heading, keys: Mapping[str, Sequence[int]] | None = None) -> bool:
        with self.database.transaction() as connection:
            if select(connection, "SELECT n FROM article WHERE id = :id", id=document.article.id):
                return False
            self.add_new([(document, Ready(reading, heading, keys or {}))])
        return True

    def add_new(self, brought: Sequence[tuple[Document, Ready]]) -> None:
        """Nothing is asked of articles stored before."""
        with self.database.transaction() as connection:
            readings = [ready.reading for _, ready in brought]
            load = Load(connection, self._speaker_numbers(connection, readings), [reading.article.outlet for reading in readings])
            for document, ready in brought:
                n = load.article(document, ready.heading, sentences_of(ready.reading))
                load.reading(n, ready, (*document.findings, *ready.reading.findings), {})
            load.write()

    def replace_readings(self, every: Sequence[Ready]) -> None:
        readings = [made.reading for made in every]
        with self.database.transaction() as connection:
            load = Load(connection, self._speaker_numbers(connection, readings), [reading.article.outlet for reading in readings])
            for made in every:
                n = self._number(connection, made.reading.article.id)
                kept = {name: self._numbers_in(connection, name, n) for name in ("statement", "figure")}
                self._forget_reading(connection, n)
                sketch = (rows.sketch_of(made.heading), sentences_of(made.reading), n)
                run(connection, "UPDATE article SET sketch = ?, sentences = ? WHERE n = ?", sketch)
                load.reading(n, made, made.reading.findings, kept)
            load.write()

    def _forget_reading(self, connection: Connection, n: int) -> None:
        self._uncredit(connection, n)
        index.forget_statements(connection, n)
        for name in ("statement", "figure", "finding", "block", "outline"):
            run(connection, f"DELETE FROM {name} WHERE article = ?", (n,))

    def _numbers_in(self, connection: Connection, name: str, article: int) -> dict[str, int]:
        """Numbers that the rows of an article have, so that what is read again keeps its place in every list."""
        found = select(connection, f"SELECT id, n FROM {name} WHERE article = :article", article=article)
        return {row["id"]: row["n"] for row in found}

    def _number(self, connection: Connection, article_id: str) -> int:
        return int(select(connection, "SELECT n FROM article WHERE id = :id", id=article_id)[0]["n"])

    def _uncredit(self, connection: Connection, n: int) -> None:
        """Take what the program found in an article out of how often its speakers are quoted; before its statements go."""
        sql = """UPDATE speaker SET statements = statements - (SELECT count(*) FROM statement
            WHERE article = :n AND found = speaker.n AND (NOT by_hand OR found_value IS NOT NULL))
            WHERE n IN (SELECT found FROM statement WHERE article = :n)"""
        run(connection, sql, {"n": n})
        sql = "UPDATE speaker SET statements = statements - 1 WHERE n = ?"
        found = select(connection, f"SELECT co_speaker.found FROM {CO_SPEAKING} WHERE article = :n", n=n)
        run_many(connection, sql, [(row["found"],) for row in found])

    def article(self, article_id: str) -> Article | None:
        found = self.rows("SELECT * FROM article WHERE id = :id", id=article_id)
        return rows.article_of(found[0]) if found else None

    def article_view(self, article_id: str) -> ArticleView | None:
        found = self.rows("SELECT * FROM article WHERE id = :id", id=article_id)
        if not found:
            return None
        row = found[0]
        versions = self._versions(row)
        return ArticleView(
            rows.article_of(row),
            tuple(self._statements_in(row["n"])),
            tuple(self._figures_in(row["n"])),
            tuple(self._findings_in(row["n"])),
            self._same_origin(row),
            tuple(version["id"] for version in versions),
            bool(row["retracted"]),
            sum(version["n"] < row["n"] for version in versions),
        )

    def statements_in(self, article_id: str) -> list[Statement]:
        found = self.rows("SELECT n FROM article WHERE id = :id", id=article_id)
        return self._statements_in(found[0]["n"]) if found else []

    def _statements_in(self, n: int) -> list[Statement]:
        found = self.rows(f"{STATEMENT} WHERE statement.article = :n AND NOT statement.dropped ORDER BY statement.start, statement.n", n=n)
        return [rows.statement_of(row) for row in found]

    def _figures_in(self, n: int) -> list[Figure]:
        found = self.rows(f"{FIGURE} WHERE figure.article = :n AND NOT figure.dropped ORDER BY figure.start, figure.n", n=n)
        return [rows.figure_of(row) for row in found]

    def _findings_in(self, n: int) -> list[Finding]:
        sql = "SELECT finding.*, article.id AS article_id FROM finding JOIN article ON article.n = finding.article WHERE article.n = :n"
        return [rows.finding_of(row) for row in self.rows(f"{sql} ORDER BY finding.start, finding.n", n=n)]

    def _same_origin(self, row: Mapping[str, Any]) -> tuple[str, ...]:
        """Articles that share a statement told to be a reprint."""
        sql = """SELECT DISTINCT other.id FROM statement mine JOIN variant_member m ON m.statement = mine.id
            JOIN variant ON variant.n = m.variant AND variant.kind = 'echo' JOIN variant_member o ON o.variant = variant.n
            JOIN statement theirs ON theirs.id = o.statement JOIN article other ON other.n = theirs.article
            WHERE mine.article = :n AND other.n <> :n ORDER BY other.n"""
        return tuple(r["id"] for r in self.rows(sql, n=row["n"]))

    def _versions(self, row: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        """Other texts of the same URL, in order of storing."""
        sql = "SELECT id, n FROM article WHERE url = :url AND n <> :n ORDER BY n"
        return self.rows(sql, url=row["url"], n=row["n"]) if row["url"] else []

    def version_before(self, article: Article) -> ArticleView | None:
        sql = """SELECT id FROM article WHERE url = :url AND id <> :id
            AND n < coalesce((SELECT n FROM article WHERE id = :id), n + 1) ORDER BY n DESC LIMIT 1"""
        found = self.rows(sql, url=article.url, id=article.id) if article.url else []
        return self.article_view(found[0]["id"]) if found else None

    def raw(self, article_id: str) -> bytes:
        sql = "SELECT data FROM raw JOIN article ON article.n = raw.article WHERE article.id = :id"
        if found := self.rows(sql, id=article_id):
            return zlib.decompress(found[0]["data"])
        article = self.article(article_id)
        return article.text.encode() if article else b""

    def headings(self, query: Query, offset: int = 0, limit: int = 100, past: str = "") -> list[Heading]:
        """Newest first by day of publication; with sort "name" by title."""
        where, binds = filters.articles(query)
        order = ORDERS.get(query.sort, ORDERS[""])
        source = f"FROM article {where or 'WHERE 1'}"
        after, at = self.page_after(source, order, binds, "article.id", past)
        sql = f"SELECT {rows.HEADING} {source}{after} ORDER BY {order.sql} LIMIT :limit OFFSET :offset"
        return [rows.heading_of(row) for row in self.rows(sql, limit=limit, offset=offset, **binds, **at)]

    def count_articles(self, query: Query) -> int:
        where, binds = filters.articles(query)
        return int(self.scalar(f"SELECT count(*) FROM article {where}", **binds))

    def every_article(self) -> Iterator[Article]:
        last = 0
        while page := self.rows("SELECT * FROM article WHERE n > :last ORDER BY n LIMIT :limit", last=last, limit=PAGE):
            yield from (rows.article_of(row) for row in page)
            last = page[-1]["n"]

    def edit_article(self, article: Article) -> None:
        with self.database.transaction() as connection:
            n = self._number(connection, article.id)
            sketch = select(connection, f"SELECT {rows.HEADING} FROM article WHERE n = :n", n=n)[0]
            made = rows.article_row(article, rows.heading_of(sketch))
            index.forget_article(connection, n)
            names = ", ".join(f"{name} = :{name}" for name in made)
            run(connection, f"UPDATE article SET {names} WHERE n = :n", {**made, "n": n})
            index.add_articles(connection, [(n, article.title, article.text)])
            if article.outlet:
                put_new(connection, "outlet", [{"name": article.outlet, "variants": "[]", "grade": "F"}])

    def outlets(self) -> list[Outlet]:
        found = self.rows("SELECT * FROM outlet ORDER BY name")
        return [Outlet(row["name"], tuple(json.loads(row["variants"])), row["grade"]) for row in found]

    def save_outlet(self, outlet: Outlet) -> None:
        with self.database.transaction() as connection:
            put_new(connection, "outlet", [{"name": outlet.name, "variants": "[]", "grade": "F"}])
            run(
                connection,
                "UPDATE outlet SET variants = ?, grade = ? WHERE name = ?",
                (rows.listed(outlet.variants), outlet.grade, outlet.name),
            )

    def findings(self, query: Query, offset: int = 0, limit: int = 100) -> list[Finding]:
        where, binds = filters.articles(query)
        sql = f"""SELECT finding.*, article.id AS article_id FROM finding JOIN article ON article.n = finding.article {where}
            ORDER BY article.n, finding.start, finding.n LIMIT :limit OFFSET :offset"""
        return [rows.finding_of(row) for row in self.rows(sql, limit=limit, offset=offset, **binds)]
