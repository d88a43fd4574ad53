"""Articles with what was read in them, as rows: gathered table by table, and written in one go.

What is inserted is inserted once; a row that stands already is the caller's to take out before.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection

from tracker.model import Document, Figure, Finding, Heading, Reading, Ready
from tracker.store import index, rows
from tracker.store.part import next_number, put, put_new, put_tuples, run_many, select

T = TypeVar("T")
Made = list[dict[str, Any]]
TABLES = (
    "article",
    "raw",
    "statement",
    "co_speaker",
    "figure",
    "outline",
    "finding",
)
"""In the order in which rows refer to one another."""
FILED = {"quoted": "statement", "block": "article"}
"""Tables of keys, and what is filed under them."""
NUMBERED = ("article", "statement", "figure")


class Load:
    """speakers — id → number of every speaker credited; outlets — name → number."""

    def __init__(self, connection: Connection, speakers: Mapping[str, int], outlets: Sequence[str | None]) -> None:
        self.connection = connection
        self.speakers = speakers
        named = {name for name in outlets if name}
        put_new(connection, "outlet", [{"name": name, "variants": "[]", "grade": "F"} for name in dict.fromkeys(outlets) if name])
        found = select(connection, "SELECT n, name FROM outlet WHERE name IN :names", names=sorted(named))
        self.outlets: dict[str | None, int] = {row["name"]: row["n"] for row in found}
        self.free = {name: next_number(connection, name) for name in NUMBERED}
        self.made: dict[str, Made] = {table: [] for table in TABLES}
        self.filed: dict[str, list[tuple[int, int]]] = {table: [] for table in FILED}
        self.texts: list[tuple[int, str | None, str]] = []
        self.credited: Counter[int] = Counter()

    def numbered(self, name: str, values: Mapping[str, T], kept: Mapping[str, int]) -> Iterator[tuple[int, str, T]]:
        """Each value with its id and its number: the one it had, or the next."""
        for key, value in values.items():
            number = kept.get(key)
            if number is None:
                number = self.free[name]
                self.free[name] += 1
            yield number, key, value

    def article(self, document: Document, heading: Heading, sentences: int) -> int:
        """Its number."""
        article = document.article
        [(n, _, _)] = self.numbered("article", {article.id: article}, {})
        made = rows.article_row(article, heading)
        stored_at = rows.iso(dt.datetime.now(dt.UTC))
        made.update(n=n, text=article.text, stored_at=stored_at, media_type=document.media_type, source=document.source)
        self.made["article"].append({**made, "sentences": sentences, "retracted": False})
        self.texts.append((n, article.title, article.text))
        if document.raw and document.raw != article.text.encode():
            self.made["raw"].append({"article": n, "data": zlib.compress(document.raw, 6)})
        return n

    def reading(
        self,
        n: int,
        made: Ready,
        findings: Sequence[Finding],
        kept: Mapping[str, Mapping[str, int]],
    ) -> None:
        """n — the article's number; kept — numbers of rows that stood before."""
        reading, keys = made.reading, made.keys
        self._statements(n, reading, keys, kept.get("statement", {}))
        self._figures(n, reading.figures, kept.get("figure", {}))
        self.filed["block"] += ((key, n) for key in keys.get(reading.article.id, ()))
        self.made["outline"] += outline_rows(n, made.outline)
        self.made["finding"] += ({"article": n, **rows.finding_row(finding)} for finding in findings)

    def _statements(self, n: int, reading: Reading, keys: Mapping[str, Sequence[int]], kept: Mapping[str, int]) -> None:
        figures_by_statement: dict[str, list[Figure]] = {}
        for figure in reading.figures:
            if figure.statement:
                figures_by_statement.setdefault(figure.statement, []).append(figure)
        outlet, published = self.outlets.get(reading.article.outlet), rows.iso(reading.article.day)
        for number, key, statement in self.numbered("statement", {s.id: s for s in reading.statements}, kept):
            figures = figures_by_statement.get(key, [])
            credited = [self.speakers[one] for one in statement.speaker_ids if one in self.speakers]
            speaker, others = credited[0] if credited else None, credited[1:]
            day = rows.iso(statement.said_on) or published
            row = rows.statement_row(statement, key)
            row.update(n=number, article=n, day=day, found=speaker, speaker=speaker, figures=len(figures), dropped=False)
            row["tags"] = index.tags(statement, figures, credited, outlet, n, day)
            self.made["statement"].append(row)
            self.filed["quoted"] += ((each, number) for each in keys.get(key, ()))
            self.made["co_speaker"] += (
                {"statement": number, "ordinal": at, "found": other, "speaker": other} for at, other in enumerate(others)
            )
            self.credited.update(credited)

    def _figures(self, n: int, figures: Sequence[Figure], kept: Mapping[str, int]) -> None:
        for number, key, figure in self.numbered("figure", {f.id: f for f in figures}, kept):
            speaker = self.speakers.get(figure.speaker_id or "")
            row = rows.figure_row(figure, key)
            row.update(n=number, article=n, found=speaker, speaker=speaker, dropped=False)
            self.made["figure"].append(row)

    def write(self) -> None:
        for table in TABLES:
            put(self.connection, table, self.made[table])
        for table, what in FILED.items():
            put_tuples(self.connection, table, ("key", what), self.filed[table])
        index.add_articles(self.connection, self.texts)
        index.add_statements(self.connection, self.made["statement"])
        sql = "UPDATE speaker SET statements = statements + ? WHERE n = ?"
        run_many(self.connection, sql, [(count, speaker) for speaker, count in self.credited.items()])


def outline_rows(article: int, outline: str) -> Made:
    """None where nothing is known: all its figures are then read."""
    return [{"article": article, "value": outline}] if outline else []


def sentences_of(reading: Reading) -> int:
    """How many sentences carry a figure."""
    return len({figure.sentence or figure.span for figure in reading.figures})
