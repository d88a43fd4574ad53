"""What a report or an export is written from, gathered from a store: a dossier as values, or holdings as iterators.

Nothing is held that grows with the statements or figures; of an article no more than its id and what it is sorted by.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tracker import __version__, search
from tracker.model import (
    ClaimView,
    Coverage,
    Credit,
    Decision,
    Document,
    Dossier,
    FigureRow,
    Finding,
    Heading,
    Hit,
    Outlet,
    Query,
    QuoteVariant,
    Run,
    Speaker,
    content_hash,
)
from tracker.store.base import Store
from tracker.text import sentences

FAR = 400
"""Characters from what was said within which its speaker and cue are shown with it."""


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
        return self.store.every_speaker()

    def decisions(self) -> Iterator[Decision]:
        return self.store.every_decision()

    def outlets(self) -> Iterator[Outlet]:
        return iter(self.store.outlets())

    def documents(self) -> Iterator[Document]:
        return self.store.every_document(self.query)

    def variants(self) -> Iterator[tuple[QuoteVariant, tuple[Hit, ...]]]:
        return self.store.every_variant(self.query)

    def findings(self) -> Iterator[Finding]:
        return self.store.every_finding(self.query)

    def credits(self) -> Iterator[Credit]:
        return self.store.every_credit(self.query)

    def text_of(self, article_id: str) -> str | None:
        article = self.store.article(article_id)
        return article.text if article else None

    def passages(self) -> Iterator[Hit]:
        """The statements, each with the sentences it stands in."""
        return (with_passage(hit, self.text(hit.heading.id)) for hit in self.statements())

    def speakers_credited(self) -> Iterator[Speaker]:
        """Everybody who is credited with what is selected, unnamed ones too, each once."""
        seen = set()
        for hit in self.statements():
            if hit.speaker and hit.speaker.id not in seen:
                seen.add(hit.speaker.id)
                yield hit.speaker

    def sources(self) -> Iterator[Heading]:
        """The articles in which something selected stands; all that are selected, where whole articles are, and those besides in which
        figures of their claims stand.
        """
        if self.query == Query():
            yield from self.headings()
            return
        seen = set()
        for heading in itertools.chain(() if narrows(self.query) else self.headings(), self.cited()):
            if heading.id not in seen:
                seen.add(heading.id)
                yield heading

    @property
    def is_empty(self) -> bool:
        """Nothing is selected: no source, and no figure outside claims and statements."""
        return next(self.sources(), None) is None and next(self.figures(), None) is None

    def cited(self) -> Iterator[Heading]:
        yield from (row.heading for view in self.claims() for row in view.rows)
        yield from (hit.heading for hit in self.statements())


def with_passage(hit: Hit, text: str | None) -> Hit:
    """The hit with the sentences that hold what was said, who said it and the word that says so."""
    if text is None:
        return hit
    said = hit.statement.span
    parts = [said, *(part.span for part in (hit.statement.mention, hit.statement.cue) if part)]
    parts = [part for part in parts if said.start - FAR < part.start < said.end + FAR]
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    held = [s for s in sentences.sentences(text, line, stop if stop >= 0 else len(text)) if s.start < end and start < s.end]
    start, end = min(start, held[0].start if held else start), max(end, held[-1].end if held else end)
    return dataclasses.replace(hit, passage=text[start:end], passage_start=start)


def dossier(store: Store, query: Query) -> Dossier:
    """Everything that the query selects, for a report. The same database and query give the same dossier: nothing asks the clock."""
    held = Holdings(store, query)
    fingerprint, covered = Fingerprint(), Survey()
    for view in held.claims():
        covered.claim(view)
        fingerprint.add(str(view.claim.relation), *sorted(view.claim.figures))
        fingerprint.each(row.figure.id for row in view.rows)
        fingerprint.each(d.key for d in view.decisions if d.stands)
    fingerprint.each(credit.statement for credit in held.credits())
    sources: set[str] = set()
    for heading in held.sources():
        sources.add(heading.id)
        covered.article(heading)
    fingerprint.each(sources)
    return Dossier(
        query=described(query),
        claims=Run(held.claims),
        variants=Run(held.variants),
        findings=Run(lambda: (finding for finding in held.findings() if finding.article in sources)),
        headings=Run(held.sources),
        statements=Run(held.passages),
        speakers=Run(held.speakers_credited),
        coverage=covered.told(store.count_articles(held.query) or len(sources), *store.count_figures(held.query)),
        content_hash=fingerprint.words,
        version=__version__,
        credits=Run(held.credits),
    )


def narrows(query: Query) -> bool:
    """It selects less than whole articles, so that a source is one only where something selected stands in it."""
    return query != Query(articles=query.articles, outlets=query.outlets, after=query.after, before=query.before, case=query.case)


def described(query: Query) -> str:
    """ "metric: killed · after: 2023-10-01"; empty for a query that selects everything."""
    parts = []
    for field in dataclasses.fields(query):
        value = getattr(query, field.name)
        if value not in ((), "", None) and field.name not in ("sort", "folded"):
            words = ", ".join(value) if isinstance(value, tuple) else "yes" if value is True else "no" if value is False else str(value)
            parts.append(f"{field.name.replace('_', ' ')}: {words}")
    return " · ".join(parts)


class Survey:
    """What a report rests on, counted while its claims and articles pass."""

    def __init__(self) -> None:
        self.unreviewed = 0
        self.decided: dt.datetime | None = None
        self.published: dt.datetime | None = None

    def claim(self, view: ClaimView) -> None:
        self.unreviewed += view.state == "open"
        self.decided = latest(self.decided, *(decision.at for decision in view.decisions))

    def article(self, heading: Heading) -> None:
        if heading.published:
            self.published = latest(self.published, moment(heading.published))

    def told(self, articles: int, sentences_with_figure: int, figures_without_speaker: int) -> Coverage:
        return Coverage(articles, sentences_with_figure, figures_without_speaker, self.unreviewed, self.published, self.decided)


def latest(*moments: dt.datetime | None) -> dt.datetime | None:
    return max((found for found in moments if found), default=None)


def moment(day: dt.date) -> dt.datetime:
    """A day as the moment it begins, in UTC where nothing else is said; a moment as it is."""
    found = day if isinstance(day, dt.datetime) else dt.datetime(day.year, day.month, day.day)
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


class Fingerprint:
    """A hash of the canonical content: what was read, how it was related, what was decided. No order and no clock is in it: it is the sum
    of the hashes of its parts.
    """

    def __init__(self) -> None:
        self.total = 0

    def add(self, *words: str) -> None:
        self.total = (self.total + int(content_hash(*words), 16)) % (1 << 128)

    def each(self, words: Iterable[str]) -> None:
        for word in words:
            self.add(word)

    @property
    def words(self) -> str:
        return f"{self.total:032x}"
