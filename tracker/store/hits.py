"""Statements by words, speaker, outlet, date: answered by the search index, only what is shown is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tracker.model import Figure, Heading, Hit, Query, Speaker
from tracker.store import belonging, index, rows
from tracker.store.articles import FIGURE
from tracker.store.rulings import Rulings

SELECT = f"""SELECT statement.*, {rows.CO_SPEAKERS}, speaker.id AS speaker_id, speaker.name AS speaker_name, speaker.kind AS speaker_kind,
    speaker.value AS speaker_value, article.id AS article_id, article.id AS article_key, {rows.HEADING.replace("article.id, ", "")}
    FROM statement JOIN article ON article.n = statement.article
    LEFT JOIN speaker own ON own.n = statement.speaker LEFT JOIN speaker ON speaker.n = coalesce(own.joined, own.n)"""


SPEAKER_NUMBERS = """SELECT n FROM speaker WHERE id IN :values OR name IN :values
    UNION SELECT other.n FROM speaker JOIN speaker other ON other.joined = speaker.n
    WHERE speaker.id IN :values OR speaker.name IN :values"""
"""Numbers of the speakers asked for by id or name, with those joined to them."""

KIN = """SELECT {columns} FROM variant_member member
    JOIN variant ON variant.n = member.variant AND variant.kind <> 'attribution'
    JOIN variant_member other ON other.variant = variant.n AND other.statement <> member.statement"""
"""Statements, and for each the others that give the same utterance; the same words credited to another speaker are no such thing."""
FOLDED = f"""NOT EXISTS ({KIN.format(columns="1")} JOIN statement first ON first.id = other.statement
    WHERE member.statement = statement.id AND first.n < statement.n AND NOT first.dropped{{fits}})"""
FITS = " AND EXISTS (SELECT 1 FROM statement_words WHERE rowid = first.n AND statement_words MATCH :words)"
WORDINGS = f"""WITH RECURSIVE kin(id) AS (SELECT :id UNION {KIN.format(columns="other.statement")} JOIN kin ON kin.id = member.statement)
    SELECT statement.n FROM kin JOIN statement ON statement.id = kin.id WHERE NOT statement.dropped ORDER BY statement.day, statement.n"""

FACETS = {
    "speaker": "speaker.name",
    "outlet": "article.outlet",
    "kind": "found.kind",
    "year": "substr(found.day, 1, 4)",
}
FITTING = "SELECT * FROM fitting"
SPOKEN_BY = {
    "speaker": f"""{FITTING} UNION ALL SELECT fitting.n, article, kind, day, co_speaker.speaker
    FROM fitting JOIN co_speaker ON co_speaker.statement = fitting.n"""
}
"""A statement counts for everybody who is credited with it."""
COUNTED = 10_001
"""Statements found are counted so far: who types a common word waits for no count, and "more than ten thousand" says enough."""


LAST_MONTHS = (1, 6, 36)
"""How far back the latest are looked for before all that match are sorted."""
DAY = dt.timedelta(days=1)
REMEMBERED = 500
"""Queries whose count is kept until something changes."""


class Hits(Rulings):
    counts: tuple[int, dict[tuple[str, str], int]] = (-1, {})

    def search(self, query: Query, offset: int = 0, limit: int = 50, past: str = "") -> list[Hit]:
        """By relevance where there are words, else by day, the latest first (sort "oldest": last, and those without a day after them);
        where very many match and no sort is asked for, the latest stored first: to rank them all would keep a person waiting.
        """
        if query.sort == "time" and not past and (latest := self._latest(query, offset, limit)):
            return latest
        match, binds = self._asked(query)
        order = index.TOLD if query.sort == "oldest" else index.TIME
        if "words" in binds and (query.sort == "relevance" or (not query.sort and (query.words or query.near))):
            order = index.RELEVANCE
        if not query.sort and "words" in binds and self.count_search(query) > index.RANKED:
            order = index.LATEST
        after, at = self.page_after(match, order, binds, "statement.id", past)
        sql = f"SELECT statement.n {match}{after} ORDER BY {order.sql} LIMIT :limit OFFSET :offset"
        return self._hits([row["n"] for row in self.rows(sql, limit=limit, offset=offset, **binds, **at)], query)

    def _latest(self, query: Query, offset: int, limit: int) -> list[Hit]:
        """The page of the latest where the last months fill it: of very many that match, those before need not be sorted. Else none."""
        if self.count_search(query) <= index.RANKED:
            return []
        _, newest = self._days()
        last = min(newest, query.before or newest)
        for months in LAST_MONTHS:
            since = month_of(last, 1 - months)
            if query.after and query.after >= since:
                break
            match, binds = self._asked(replace(query, after=since))
            sql = f"SELECT statement.n {match} ORDER BY {index.TIME.sql} LIMIT :limit OFFSET :offset"
            found = self.rows(sql, limit=limit, offset=offset, **binds)
            if len(found) == limit:
                return self._hits([row["n"] for row in found], query)
        return []

    def _days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day of a statement; of none, any."""
        sql = "SELECT (SELECT min(day) FROM statement) AS first, (SELECT max(day) FROM statement) AS last"
        first, last = self.rows(sql)[0].values()
        return tuple(dt.date.fromisoformat(day[:10]) if day else dt.date(1970, 1, 1) for day in (first, last))  # type: ignore[return-value]

    def _closed(self, query: Query) -> Query:
        """A period open at one end is closed with the days that there are: the index is asked for fewer years."""
        if bool(query.after) == bool(query.before):
            return query
        first, last = self._days()
        first, last = min(first, query.before or first), max(last, query.after or last)
        if first.year < index.EARLIEST or last.year > index.LATEST_YEAR:
            return query
        return replace(query, before=month_of(last, 1) - DAY) if query.after else replace(query, after=month_of(first, 0))

    def _hits(self, numbers: Sequence[int], query: Query, bare: bool = False) -> list[Hit]:
        found = {row["n"]: row for row in self.rows_in(f"{SELECT} WHERE statement.n IN :values", numbers)}
        held = () if bare else numbers
        figures = self._figures_of([found[n]["id"] for n in held if found[n]["figures"]])
        figures |= self._figures_within([found[n]["id"] for n in held if found[n]["kind"] == "narration"])
        kin = self.rows_in(
            f"{KIN.format(columns='DISTINCT member.statement')} WHERE member.statement IN :values", () if bare else ids(found)
        )
        wordings = {row["statement"]: len(self._wordings(row["statement"])) - 1 for row in kin}
        headings = {row["article_key"]: row for row in found.values()}
        heading_by_article = {key: rows.heading_of({**row, "id": key}) for key, row in headings.items()}
        return [
            hit(row, query, figures.get(row["id"], ()), heading_by_article[row["article_key"]], wordings.get(row["id"], 0))
            for row in (found[n] for n in numbers)
        ]

    def wordings(self, statement_id: str) -> list[Hit]:
        return self._hits(self._wordings(statement_id), Query())

    def _wordings(self, statement_id: str) -> list[int]:
        return [row["n"] for row in self.rows(WORDINGS, id=statement_id)]

    def search_facets(self, query: Query) -> dict[str, list[tuple[str, int]]]:
        match, binds = self._asked(query)
        found = {}
        for name, column in FACETS.items():
            sql = f"""WITH fitting AS (SELECT statement.n, statement.article, statement.kind, statement.day, statement.speaker {match}
                LIMIT :counted) SELECT {column} AS value, count(*) AS held FROM ({SPOKEN_BY.get(name, FITTING)}) found
                JOIN article ON article.n = found.article LEFT JOIN speaker own ON own.n = found.speaker
                LEFT JOIN speaker ON speaker.n = coalesce(own.joined, own.n) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200"""
            found[name] = [(row["value"], row["held"]) for row in self.rows(sql, counted=COUNTED - 1, **binds) if row["value"]]
        return found

    def months_of(self, speaker_id: str) -> list[tuple[str, int]]:
        match, binds = self._asked(Query(speakers=(speaker_id,)))
        sql = f"SELECT substr(statement.day, 1, 7) AS month, count(*) AS held {match} AND statement.day IS NOT NULL GROUP BY 1 ORDER BY 1"
        return [(row["month"], row["held"]) for row in self.rows(sql, **binds)]

    def count_search(self, query: Query) -> int:
        """Where so many match that they are not counted to the end, nobody waits for how many of them are folded away."""
        if query.folded and (every := self.count_search(replace(query, folded=False))) >= COUNTED:
            return every
        return self._counted(*self._asked(query))

    def _counted(self, match: str, binds: dict[str, Any]) -> int:
        """How many match, kept while nothing changes: a search asks for it twice, and each page of its results again."""
        source = "FROM statement_words WHERE statement_words MATCH :words" if match == index.PLAIN else match
        sql = f"SELECT count(*) FROM (SELECT 1 {source} LIMIT :counted)"
        if self.database.is_writing:
            return int(self.scalar(sql, counted=COUNTED, **binds))
        changed, key = self.database.changed(), (match, str(binds))
        if self.counts[0] != changed or len(self.counts[1]) > REMEMBERED:
            self.counts = (changed, {})
        held = self.counts[1]
        if key not in held:
            held[key] = int(self.scalar(sql, counted=COUNTED, **binds))
        return held[key]

    def words_like(self, word: str) -> str:
        return index.words_like(self.rows, word)

    def metrics(self) -> list[str]:
        return index.metrics(self.rows)

    def _asked(self, query: Query) -> tuple[str, dict[str, Any]]:
        speakers = self._tags("s", SPEAKER_NUMBERS, query.speakers)
        outlets = self._tags("o", "SELECT n FROM outlet WHERE name IN :values", query.outlets)
        articles = self._tags("a", "SELECT n FROM article WHERE id IN :values", query.articles)
        match, binds = index.asked(self._closed(query), [tags for tags in (speakers, outlets, articles) if tags is not None])
        if query.folded and not (query.case or query.relations or query.states or query.claims or query.has_figure is False):
            days = [f" AND first.day {sign} :{name}" for name, sign in (("after", ">="), ("before", "<=")) if name in binds]
            match = f"{match} AND {FOLDED.format(fits=''.join(days) + FITS * ('words' in binds))}"
        if query.case is None:
            return match, binds
        return f"{match} AND ({belonging.STATEMENT})", {**binds, "case": query.case}

    def _tags(self, letter: str, sql: str, values: tuple[str, ...]) -> list[str] | None:
        """The tags of what is named, none of them where nothing of that name is stored; None where nothing was asked."""
        return [f"{letter}{row['n']}" for row in self.rows_in(sql, values)] or [f"{letter}0"] if values else None

    def _figures_of(self, statements: list[str]) -> dict[str, tuple[Figure, ...]]:
        found: dict[str, tuple[Figure, ...]] = {}
        for row in self.rows_in(f"{FIGURE} WHERE figure.statement IN :values AND NOT figure.dropped ORDER BY figure.n", statements):
            found[row["statement"]] = (*found.get(row["statement"], ()), rows.figure_of(row))
        return found

    def _figures_within(self, narrations: list[str]) -> dict[str, tuple[Figure, ...]]:
        """Figures of the outlet's own voice, which name no statement, by the sentence they stand in."""
        found: dict[str, tuple[Figure, ...]] = {}
        sql = f"""SELECT held.id AS sentence, found.* FROM statement held JOIN ({FIGURE}) found
            ON found.article = held.article AND found.start >= held.start AND found.end <= held.end
            WHERE held.id IN :values AND found.statement IS NULL AND NOT found.dropped ORDER BY found.n"""
        for row in self.rows_in(sql, narrations) if narrations else ():
            found[row["sentence"]] = (*found.get(row["sentence"], ()), rows.figure_of(row))
        return found


def month_of(day: dt.date, more: int) -> dt.date:
    """The first day of the month of a day, so many months on; the first day of all, where that is before it."""
    year, month = divmod(day.year * 12 + day.month - 1 + more, 12)
    return dt.date(year, month + 1, 1) if year > 0 else dt.date.min


def ids(found: dict[int, rows.Row]) -> list[str]:
    return [row["id"] for row in found.values()]


def hit(row: rows.Row, query: Query, figures: tuple[Figure, ...], heading: Heading, wordings: int = 0) -> Hit:
    statement = rows.statement_of(row)
    words = statement.told
    return Hit(
        statement,
        heading,
        words,
        index.lit(words, query),
        wordings,
        figures,
        speaker_in(row),
        co_speakers=rows.co_speakers_of(row),
    )


def speaker_in(row: rows.Row) -> Speaker | None:
    """Who the row's statement is credited to."""
    if not row["speaker_id"]:
        return None
    return rows.speaker_read(row["speaker_value"], row["speaker_id"], row["speaker_name"], row["speaker_kind"])
