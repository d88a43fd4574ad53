"""What a report or an export is written from, gathered from a store: a dossier as values, or holdings as iterators."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from tracker import __version__, search
from tracker.model import (
    ClaimView,
    Coverage,
    Decision,
    Document,
    Dossier,
    FigureRow,
    Heading,
    Hit,
    Outlet,
    Query,
    QuoteVariant,
    Speaker,
    content_hash,
)
from tracker.store.base import Store

T = TypeVar("T")
PAGE = 500


class Holdings:
    """What a query selects, as iterators in a stable order: a page is held at a time. Names are taken as a search takes them."""

    def __init__(self, store: Store, query: Query) -> None:
        self.store, self.query = store, search.meant(store, query)[0]
        self.text = lru_cache(64)(self.text_of)

    def headings(self) -> Iterator[Heading]:
        return self.store.every_heading(self.query)

    def statements(self) -> Iterator[Hit]:
        return self.store.every_statement(self.query)

    def claims(self) -> Iterator[ClaimView]:
        return self.store.every_claim(self.query)

    def figures(self) -> Iterator[FigureRow]:
        return self.store.every_figure(self.query)

    def speakers(self) -> Iterator[Speaker]:
        return pages(lambda offset: self.store.speakers("", offset, PAGE))

    def decisions(self) -> Iterator[Decision]:
        return self.store.every_decision()

    def outlets(self) -> Iterator[Outlet]:
        return iter(self.store.outlets())

    def documents(self) -> Iterator[Document]:
        return self.store.every_document(self.query)

    def text_of(self, article_id: str) -> str | None:
        article = self.store.article(article_id)
        return article.text if article else None


def pages(fetch: Callable[[int], Sequence[T]]) -> Iterator[T]:
    """Every row, fetched a page at a time."""
    offset = 0
    while rows := fetch(offset):
        yield from rows
        if len(rows) < PAGE:
            return
        offset += len(rows)


def dossier(store: Store, query: Query) -> Dossier:
    """Everything that the query selects, for a report. The same database and query give the same dossier: nothing asks the clock."""
    held = Holdings(store, query)
    claims, statements = tuple(held.claims()), tuple(held.statements())
    headings = {} if narrows(query) else {heading.id: heading for heading in held.headings()}
    headings |= {row.heading.id: row.heading for view in claims for row in view.rows}
    headings |= {hit.heading.id: hit.heading for hit in statements}
    return Dossier(
        query=described(query),
        claims=claims,
        variants=variants(store, statements),
        findings=tuple(finding for finding in pages(lambda at: store.findings(held.query, at, PAGE)) if finding.article in headings),
        headings=tuple(headings[key] for key in sorted(headings)),
        statements=statements,
        speakers=speakers(store, statements, claims),
        coverage=coverage(store, held.query, claims, tuple(headings.values())),
        content_hash=fingerprint(claims, statements, tuple(headings)),
        version=__version__,
    )


def narrows(query: Query) -> bool:
    """It selects less than whole articles, so that a source is one only where something selected stands in it."""
    return query != Query(articles=query.articles, outlets=query.outlets, after=query.after, before=query.before, case=query.case)


def described(query: Query) -> str:
    """ "metric: killed · after: 2023-10-01"; empty for a query that selects everything."""
    parts = []
    for field in dataclasses.fields(query):
        value = getattr(query, field.name)
        if value not in ((), "", None) and field.name != "sort":
            words = ", ".join(value) if isinstance(value, tuple) else "yes" if value is True else "no" if value is False else str(value)
            parts.append(f"{field.name.replace('_', ' ')}: {words}")
    return " · ".join(parts)


def variants(store: Store, statements: Sequence[Hit]) -> tuple[tuple[QuoteVariant, tuple[Hit, ...]], ...]:
    """The quote variants of the statements selected, each with those of its statements that are among them; two at the least."""
    by_id = {hit.statement.id: hit for hit in statements}
    found = []
    for variant in pages(lambda offset: store.quote_variants((), offset, PAGE)):
        hits = tuple(by_id[key] for key in variant.statements if key in by_id)
        if len(hits) > 1:
            found.append((variant, hits))
    return tuple(found)


def speakers(store: Store, statements: Sequence[Hit], claims: Sequence[ClaimView]) -> tuple[Speaker, ...]:
    """Those who are credited with what was selected, by name."""
    ids = {hit.statement.speaker_id for hit in statements} | {row.figure.speaker_id for view in claims for row in view.rows}
    found = [speaker for key in ids if key and (speaker := store.speaker(key))]
    return tuple(sorted(found, key=lambda s: (s.name.casefold(), s.id)))


def coverage(store: Store, query: Query, claims: Sequence[ClaimView], headings: Sequence[Heading]) -> Coverage:
    figures = [row.figure for view in claims for row in view.rows]
    decided = [decision.at for view in claims for decision in view.decisions]
    return Coverage(
        articles=store.count_articles(query) or len(headings),
        sentences_with_figure=len({(f.article, f.statement or f.span) for f in figures}),
        figures_without_speaker=sum(f.speaker is None for f in figures),
        unreviewed=sum(view.state == "open" for view in claims),
        last_article=max((moment(h.published) for h in headings if h.published), default=None),
        last_decision=max(decided, default=None),
    )


def moment(day: dt.date) -> dt.datetime:
    """A day as the moment it begins, in UTC where nothing else is said; a moment as it is."""
    found = day if isinstance(day, dt.datetime) else dt.datetime(day.year, day.month, day.day)
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def fingerprint(claims: Sequence[ClaimView], statements: Sequence[Hit], articles: Sequence[str]) -> str:
    """A hash of the canonical content: what was read, how it was related, what was decided; no order and no clock in it."""
    read = sorted({hit.statement.id for hit in statements} | {row.figure.id for view in claims for row in view.rows})
    related = sorted((str(view.claim.relation), sorted(view.claim.figures)) for view in claims)
    decided = sorted({d.key for view in claims for d in view.decisions if d.stands})
    return content_hash(read, related, decided, sorted(articles))
