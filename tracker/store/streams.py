"""Everything a query selects, a page in memory at a time: each page begins after the last row of the one before, so that the last page of
a million costs what the first does.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from tracker.model import (
    ClaimView,
    Credit,
    Document,
    FigureRow,
    Finding,
    Heading,
    Hit,
    Kind,
    Pair,
    Query,
    QuoteVariant,
    Speaker,
    SpeakerKind,
)
from tracker.store import belonging, compared, filters, rows
from tracker.store.hits import SPEAKER_NUMBERS, Hits
from tracker.store.paging import Order
from tracker.store.queues import ORDERS, Queues, of_origins
from tracker.store.speakers import CREDITED

PAGE = 500
BESIDE = """SELECT co_speaker.statement, speaker.id, speaker.name, speaker.kind FROM co_speaker
    JOIN speaker own ON own.n = co_speaker.speaker JOIN speaker ON speaker.n = coalesce(own.joined, own.n)
    WHERE co_speaker.statement IN :values ORDER BY statement, ordinal"""
"""Who is credited with statements beside the speaker of each."""
FIGURES = 2000
"""Figures of claims that are held at a time, where more than one claim holds them."""
VARIANT = Order("kind = 'echo'", "similarity", "statements")
"""What quote variants are ordered by."""
WORDED = ("words", "near", "kinds", "via")
"""What a figure is selected by through the statement it stands in."""
SPOKEN = ("near", "kinds", "via")
"""The same of a claim; its words are those of its name."""
OWN_VOICE = """figure.n IN (SELECT own.n FROM statement held JOIN figure own ON own.article = held.article
    AND own.start >= held.start AND own.end <= held.end WHERE own.statement IS NULL AND held.kind = 'narration'
    AND held.id IN (SELECT statement.id {match}))"""
"""Figures of the outlet's own voice, which name no statement, in the sentences that match."""


class Streams(Hits, Queues):
    def every_heading(self, query: Query) -> Iterator[Heading]:
        """In order of storing."""
        where, binds = filters.articles(query)
        sql = f"SELECT article.n AS at, {rows.HEADING} FROM article {also(where, 'article.n > :last')} ORDER BY article.n LIMIT :limit"
        return self._streamed(sql, binds, lambda page: map(rows.heading_of, page))

    def every_document(self, query: Query) -> Iterator[Document]:
        """In order of storing; the bytes an article was read from, or none where they are its text."""
        where, binds = filters.articles(query)
        sql = f"""SELECT article.n AS at, article.*, raw.data FROM article LEFT JOIN raw ON raw.article = article.n
            {also(where, "article.n > :last")} ORDER BY article.n LIMIT :limit"""
        return self._streamed(sql, binds, lambda page: map(document_of, page))

    def every_statement(self, query: Query, bare: bool = False) -> Iterator[Hit]:
        """In order of storing."""
        match, binds = self._asked(query)
        at = "statement_words.rowid" if "words" in binds else "statement.n"
        sql = f"SELECT {at} AS at {match} AND {at} > :last ORDER BY {at} LIMIT :limit"
        return self._streamed(sql, binds, lambda page: self._hits([row["at"] for row in page], query, bare))

    def every_figure(self, query: Query) -> Iterator[FigureRow]:
        """In order of storing: the figures that fit the query themselves, those of no claim too."""
        where, binds = self._figure_filter(query)
        sql = f"""SELECT figure.n AS at, figure.id FROM figure JOIN article ON article.n = figure.article
            LEFT JOIN claim ON claim.n = figure.claim
            {also(where, "figure.n > :last AND NOT figure.dropped AND NOT article.retracted")} ORDER BY figure.n LIMIT :limit"""
        return self._streamed(sql, binds, lambda page: self.figure_rows(tuple(row["id"] for row in page)))

    def every_claim(self, query: Query) -> Iterator[ClaimView]:
        """In the order of the queue."""
        where, binds = filters.claims(query)
        if any(getattr(query, name) for name in SPOKEN):
            condition, more = self._worded(query, SPOKEN)
            where, binds = also(where, f"claim.n IN (SELECT figure.claim FROM figure WHERE {condition})"), {**binds, **more}
        order, after, at = ORDERS.get(query.sort, ORDERS[""]), "", dict[str, Any]()
        while page := self.rows(
            f"SELECT claim.*, {order.columns} FROM claim {also(where, after)} ORDER BY {order.sql} LIMIT :limit", limit=PAGE, **binds, **at
        ):
            for few in together(page):
                yield from self._views(few)
            after, at = order.beyond(page[-1])

    def every_speaker(self) -> Iterator[Speaker]:
        """In order of storing: those somebody named is credited with something as, joined ones as the one they are joined to."""
        sql = f"SELECT speaker.n AS at, speaker.* FROM speaker WHERE {CREDITED} AND speaker.n > :last ORDER BY speaker.n LIMIT :limit"
        return self._streamed(sql, {}, lambda page: map(rows.speaker_of, page))

    def every_finding(self, query: Query) -> Iterator[Finding]:
        """In order of storing, those of the articles that fit."""
        where, binds = filters.articles(query)
        sql = f"""SELECT finding.n AS at, finding.*, article.id AS article_id FROM finding JOIN article ON article.n = finding.article
            {also(where, "finding.n > :last")} ORDER BY finding.n LIMIT :limit"""
        return self._streamed(sql, binds, lambda page: map(rows.finding_of, page))

    def every_variant(self, query: Query) -> Iterator[tuple[QuoteVariant, tuple[Hit, ...]]]:
        """Least alike first, each with those of its statements that fit; two at the least."""
        after, at = "", dict[str, Any]()
        while page := self.rows(
            f"SELECT *, {VARIANT.columns} FROM variant {also('', after)} ORDER BY {VARIANT.sql} LIMIT :limit", limit=PAGE, **at
        ):
            variants = [compared.variant_of(row) for row in page]
            hits = self._hits_of([key for variant in variants for key in variant.statements], query)
            for variant in variants:
                if len(found := tuple(hits[key] for key in variant.statements if key in hits)) > 1:
                    yield variant, found
            after, at = VARIANT.beyond(page[-1])

    def every_credit(self, query: Query) -> Iterator[Credit]:
        """Who each statement is credited to, in order of storing, those beside its speaker after them; no text is read."""
        match, binds = self._asked(query)
        at = "statement_words.rowid" if "words" in binds else "statement.n"
        sql = f"""SELECT held.*, article.id AS article_id, article.outlet, speaker.id AS speaker_id, speaker.name, speaker.kind AS who
            FROM (SELECT {at} AS at, statement.id, statement.kind, statement.article, statement.speaker {match} AND {at} > :last
            ORDER BY {at} LIMIT :limit) held JOIN article ON article.n = held.article
            LEFT JOIN speaker own ON own.n = held.speaker LEFT JOIN speaker ON speaker.n = coalesce(own.joined, own.n) ORDER BY held.at"""
        return self._streamed(sql, binds, self._credits)

    def count_figures(self, query: Query) -> tuple[int, int, int]:
        """How many figures fit, in how many sentences they stand, and how many of them no speaker is credited with."""
        where, binds = self._figure_filter(query)
        own = """SELECT min(held.id) FROM statement held
            WHERE held.article = figure.article AND held.start <= figure.start AND figure.end <= held.end"""
        sql = f"""SELECT count(*) AS figures, count(DISTINCT coalesce(figure.statement, ({own}), figure.id)) AS held,
            coalesce(sum(figure.speaker IS NULL), 0) AS alone
            FROM figure JOIN article ON article.n = figure.article LEFT JOIN claim ON claim.n = figure.claim
            {also(where, "NOT figure.dropped AND NOT article.retracted")}"""
        found = self.rows(sql, **binds)[0]
        return found["figures"], found["held"], found["alone"]

    def _hits_of(self, ids: Sequence[str], query: Query) -> dict[str, Hit]:
        """Those of the statements that fit, by id."""
        match, binds = self._asked(query)
        found = self.rows_in(f"SELECT statement.n {match} AND statement.id IN :values", ids, **binds)
        return {hit.statement.id: hit for hit in self._hits([row["n"] for row in found], query)}

    def _streamed(self, sql: str, binds: filters.Binds, made: Callable[[Sequence[rows.Row]], Any]) -> Iterator[Any]:
        """Rows made of each page; the query numbers its rows as `at`, from 1, and asks for those after :last."""
        last = 0
        while page := self.rows(sql, last=last, limit=PAGE, **binds):
            yield from made(page)
            last = page[-1]["at"]

    def _views(self, page: Sequence[rows.Row]) -> Iterator[ClaimView]:
        claims = [compared.claim_of(row) for row in page]
        members = [figure for claim in claims for figure in claim.figures]
        row_by_figure = {row.figure.id: row for row in self.figure_rows(tuple(members))}
        pairs_by_figure: dict[str, list[Pair]] = {}
        for pair in self.pairs_of(members):
            pairs_by_figure.setdefault(pair.a, []).append(pair)
        judged = {row["target"] for row in self.rows_in("SELECT target FROM target WHERE target IN :values", members)}
        for row, claim in zip(page, claims, strict=True):
            inside = set(claim.figures)
            held = of_origins(claim, (row_by_figure[figure] for figure in claim.figures if figure in row_by_figure))
            pairs = tuple(pair for figure in sorted(inside) for pair in pairs_by_figure.get(figure, ()) if pair.b in inside)
            decisions = tuple(self.decisions(claim.figures)) if inside & judged else ()
            yield ClaimView(claim, row["state"], held, pairs, decisions)

    def _credits(self, page: Sequence[rows.Row]) -> Iterator[Credit]:
        beside: dict[int, list[rows.Row]] = {}
        for other in self.rows_in(BESIDE, [row["at"] for row in page]):
            beside.setdefault(other["statement"], []).append(other)
        for row in page:
            yield credit_of(row)
            for key, name, who in {(o["id"], o["name"], o["kind"]): None for o in beside.get(row["at"], ())}:
                if key != row["speaker_id"]:
                    yield replace(credit_of(row), speaker=key, name=name, speaker_kind=SpeakerKind(who), is_beside=True)

    def _worded(self, query: Query, names: tuple[str, ...]) -> tuple[str, filters.Binds]:
        """The condition for figures in statements, or in sentences of an outlet's own voice, that fit these fields of the query."""
        match, binds = self._asked(Query(**{name: getattr(query, name) for name in names}))
        return f"(figure.statement IN (SELECT statement.id {match}) OR {OWN_VOICE.format(match=match)})", binds

    def _figure_filter(self, query: Query) -> tuple[str, filters.Binds]:
        found = filters.figures(query)
        if query.speakers:
            numbers = [row["n"] for row in self.rows_in(SPEAKER_NUMBERS, query.speakers)]
            found.add(belonging.SAID.format(":speakers"), speakers=numbers)
        if any(getattr(query, name) for name in WORDED):
            condition, binds = self._worded(query, WORDED)
            found.add(condition, **binds)
        if query.case is not None:
            found.add(belonging.FIGURE, case=query.case)
        return found.where()


def together(page: Sequence[rows.Row]) -> Iterator[list[rows.Row]]:
    """The claims in their order, so many at a time as hold few figures: some hold thousands."""
    few: list[rows.Row] = []
    size = 0
    for row in page:
        held = row["figures"].count(",") + 1
        if few and size + held > FIGURES:
            yield few
            few, size = [], 0
        few.append(row)
        size += held
    yield few


def also(where: str, condition: str) -> str:
    """The WHERE clause with one more condition; without one, as it is."""
    return f"{where} {'AND' if where else 'WHERE'} {condition}" if condition else where


def credit_of(row: rows.Row) -> Credit:
    kind = Kind(row["kind"])
    name = row["outlet"] if kind is Kind.NARRATION else row["name"]
    return Credit(row["id"], row["article_id"], kind, row["speaker_id"], name, SpeakerKind(row["who"]) if row["who"] else None)


def document_of(row: rows.Row) -> Document:
    raw = zlib.decompress(row["data"]) if row["data"] else b""
    return Document(rows.article_of(row), raw, row["source"], row["media_type"])
