"""Articles with what was read in them: stored in one transaction, listed a page at a time."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection

from tracker.model import Article, ArticleView, Document, Figure, Finding, Heading, Outlet, Query, Reading, Statement
from tracker.store import filters, index, rows, tables
from tracker.store.names import Names
from tracker.store.part import next_number, put, put_new, run, run_many, select

PAGE = 200
T = TypeVar("T")
STATEMENT = """SELECT statement.*, article.id AS article_id,
    speaker.id AS speaker_id, speaker.name AS speaker_name, speaker.kind AS speaker_kind
    FROM statement JOIN article ON article.n = statement.article
    LEFT JOIN speaker own ON own.n = statement.speaker LEFT JOIN speaker ON speaker.n = coalesce(own.joined, own.n)"""
FIGURE = """SELECT figure.*, article.id AS article_id, speaker.id AS speaker_id, speaker.name AS speaker_name
    FROM figure JOIN article ON article.n = figure.article
    LEFT JOIN speaker own ON own.n = figure.speaker LEFT JOIN speaker ON speaker.n = coalesce(own.joined, own.n)"""


Places = tuple[Mapping[str, int], int]
"""Numbers by id that are kept, and the first that is free."""


def numbered(values: Mapping[str, T], places: Places) -> Iterator[tuple[int, str, T]]:
    """Each value with its id and its number: the one it had, or the next."""
    kept, free = places
    for key, value in values.items():
        yield kept.get(key, free), key, value
        free += key not in kept


class Articles(Names):
    def has_article(self, article_id: str) -> bool:
        return bool(self.rows("SELECT n FROM article WHERE id = :id", id=article_id))

    def add(self, document: Document, reading: Reading, heading: Heading, keys: Mapping[str, Sequence[int]] | None = None) -> bool:
        article = document.article
        with self.database.transaction() as connection:
            if select(connection, "SELECT n FROM article WHERE id = :id", id=article.id):
                return False
            n = next_number(connection, "article")
            self._put_article(connection, n, document, heading)
            self._put_reading(connection, n, reading, keys or {}, (*document.findings, *reading.findings))
        return True

    def replace_reading(self, reading: Reading, heading: Heading, keys: Mapping[str, Sequence[int]] | None = None) -> None:
        article = reading.article
        with self.database.transaction() as connection:
            n = self._number(connection, article.id)
            index.forget_statements(connection, n)
            places = {name: self._places(connection, name, n) for name in ("statement", "figure")}
            self._uncredit(connection, n)
            for name in ("statement", "figure", "finding"):
                run(connection, f"DELETE FROM {name} WHERE article = ?", (n,))
            run(connection, "UPDATE article SET sketch = ? WHERE n = ?", (rows.sketch_of(heading), n))
            self._put_reading(connection, n, reading, keys or {}, reading.findings, places)

    def _places(self, connection: Connection, name: str, article: int) -> Places:
        """Numbers that the rows of an article have, so that what is read again keeps its place in every list; and the next free one."""
        found = select(connection, f"SELECT id, n FROM {name} WHERE article = :article", article=article)
        return {row["id"]: row["n"] for row in found}, next_number(connection, name)

    def _number(self, connection: Connection, article_id: str) -> int:
        return int(select(connection, "SELECT n FROM article WHERE id = :id", id=article_id)[0]["n"])

    def _put_article(self, connection: Connection, n: int, document: Document, heading: Heading) -> None:
        article = document.article
        made = rows.article_row(article, heading)
        made.update(
            n=n, text=article.text, stored_at=rows.iso(dt.datetime.now(dt.UTC)), media_type=document.media_type, source=document.source
        )
        put(connection, tables.ArticleRow, [made])
        index.add_article(connection, n, article.title, article.text)
        if document.raw and document.raw != article.text.encode():
            put(connection, tables.RawRow, [{"article": n, "data": zlib.compress(document.raw, 6)}])
        if article.outlet:
            put_new(connection, tables.OutletRow, [{"name": article.outlet, "variants": "[]", "grade": "F"}])

    def _put_reading(
        self,
        connection: Connection,
        n: int,
        reading: Reading,
        keys: Mapping[str, Sequence[int]],
        findings: Sequence[Finding],
        places: Mapping[str, Places] | None = None,
    ) -> None:
        places = places or {name: ({}, next_number(connection, name)) for name in ("statement", "figure")}
        numbers = self._speaker_numbers(connection, reading)
        outlet = select(connection, "SELECT n FROM outlet WHERE name = :name", name=reading.article.outlet or "")
        number = outlet[0]["n"] if outlet else None
        self._put_statements(connection, n, reading, numbers, number, keys, places["statement"])
        self._put_figures(connection, n, reading.figures, numbers, keys, places["figure"])
        put(connection, tables.FindingRow, [{"article": n, **rows.finding_row(finding)} for finding in findings])
        sentences = len({figure.sentence or figure.span for figure in reading.figures})
        run(connection, "UPDATE article SET sentences = ? WHERE n = ?", (sentences, n))

    def _put_statements(
        self,
        connection: Connection,
        n: int,
        reading: Reading,
        numbers: Mapping[str, int],
        outlet: int | None,
        keys: Mapping[str, Sequence[int]],
        places: Places,
    ) -> None:
        figures_by_statement: dict[str, list[Figure]] = {}
        for figure in reading.figures:
            if figure.statement:
                figures_by_statement.setdefault(figure.statement, []).append(figure)
        made, quoted = [], []
        for number, key, statement in numbered({s.id: s for s in reading.statements}, places):
            figures = figures_by_statement.get(key, [])
            speaker = numbers.get(statement.speaker_id or "")
            day = rows.iso(statement.said_on or reading.article.day)
            row = rows.statement_row(statement, key)
            row.update(n=number, article=n, day=day, found=speaker, speaker=speaker, figures=len(figures))
            row["tags"] = index.tags(statement, figures, speaker, outlet, n, day)
            made.append(row)
            quoted += [{"key": each, "statement": number} for each in keys.get(key, ())]
        put(connection, tables.StatementRow, made)
        put(connection, tables.QuotedRow, quoted)
        index.add_statements(connection, made)
        credited = Counter(row["speaker"] for row in made if row["speaker"])
        sql = "UPDATE speaker SET statements = statements + ? WHERE n = ?"
        run_many(connection, sql, [(count, speaker) for speaker, count in credited.items()])

    def _put_figures(
        self,
        connection: Connection,
        n: int,
        figures: Sequence[Figure],
        numbers: Mapping[str, int],
        keys: Mapping[str, Sequence[int]],
        places: Places,
    ) -> None:
        made, blocks = [], []
        for number, figure_id, figure in numbered({f.id: f for f in figures}, places):
            speaker = numbers.get(figure.speaker_id or "")
            row = rows.figure_row(figure, figure_id)
            row.update(n=number, article=n, found=speaker, speaker=speaker)
            made.append(row)
            blocks += [{"key": key, "figure": number} for key in keys.get(figure_id, ())]
        put(connection, tables.FigureRow, made)
        put(connection, tables.BlockRow, blocks)

    def _uncredit(self, connection: Connection, n: int) -> None:
        """Take what the program found in an article out of how often its speakers are quoted; before its statements go."""
        sql = """UPDATE speaker SET statements = statements - (SELECT count(*) FROM statement
            WHERE article = :n AND found = speaker.n AND (NOT by_hand OR found_value IS NOT NULL))
            WHERE n IN (SELECT found FROM statement WHERE article = :n)"""
        run(connection, sql, {"n": n})

    def article(self, article_id: str) -> Article | None:
        found = self.rows("SELECT * FROM article WHERE id = :id", id=article_id)
        return rows.article_of(found[0]) if found else None

    def article_view(self, article_id: str) -> ArticleView | None:
        found = self.rows("SELECT * FROM article WHERE id = :id", id=article_id)
        if not found:
            return None
        row = found[0]
        return ArticleView(
            rows.article_of(row),
            tuple(self._statements_in(row["n"])),
            tuple(self._figures_in(row["n"])),
            tuple(self._findings_in(row["n"])),
            self._same_origin(row),
            self._versions(row),
            bool(row["retracted"]),
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

    def _versions(self, row: Mapping[str, Any]) -> tuple[str, ...]:
        """Other texts of the same URL, in order of storing."""
        if not row["url"]:
            return ()
        sql = "SELECT id FROM article WHERE url = :url AND n <> :n ORDER BY n"
        return tuple(r["id"] for r in self.rows(sql, url=row["url"], n=row["n"]))

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

    def headings(self, query: Query, offset: int = 0, limit: int = 100) -> list[Heading]:
        """Newest first by day of publication; with sort "name" by title."""
        where, binds = filters.articles(query)
        order = "article.title" if query.sort == "name" else "article.day DESC"
        sql = f"SELECT {rows.HEADING} FROM article {where} ORDER BY {order}, article.n LIMIT :limit OFFSET :offset"
        return [rows.heading_of(row) for row in self.rows(sql, limit=limit, offset=offset, **binds)]

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
            index.add_article(connection, n, article.title, article.text)
            if article.outlet:
                put_new(connection, tables.OutletRow, [{"name": article.outlet, "variants": "[]", "grade": "F"}])

    def outlets(self) -> list[Outlet]:
        found = self.rows("SELECT * FROM outlet ORDER BY name")
        return [Outlet(row["name"], tuple(json.loads(row["variants"])), row["grade"]) for row in found]

    def save_outlet(self, outlet: Outlet) -> None:
        with self.database.transaction() as connection:
            put_new(connection, tables.OutletRow, [{"name": outlet.name, "variants": "[]", "grade": "F"}])
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
