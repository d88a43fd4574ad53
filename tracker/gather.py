"""What a report or an export is written from, gathered from a store: a dossier as values, or holdings as iterators.

Nothing is held that grows with the statements or figures; nor with the articles, but for the ids of those of a selection.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tracker import __version__, search
from tracker.model import (
    SERIOUSNESS,
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
    Kind,
    Outlet,
    Query,
    QuoteVariant,
    Run,
    Speaker,
    SpeakerKind,
    content_hash,
)
from tracker.store.base import Store
from tracker.text import sentences
from tracker.text.wrapping import paragraph

SHORT = 12
"""Digits of an id that tell a reader which it is."""
FAR = 400
"""Characters from what was said within which its speaker and cue are shown with it."""


class Holdings:
    """What a query selects, as iterators in a stable order: a page is held at a time. Names are taken as a search takes them."""

    def __init__(self, store: Store, query: Query) -> None:
        self.store, self.query = store, search.meant(store, query)[0]
        self.text = lru_cache(64)(self.text_of)

    def headings(self) -> Iterator[Heading]:
        """The articles in which something selected stands; all that are selected, where whole articles are, and those besides in which
        figures of their claims stand.
        """
        if self.is_everything:
            yield from self.store.every_heading(self.query)
            return
        seen = set()
        for heading in itertools.chain(() if narrows(self.query) else self.store.every_heading(self.query), self.cited()):
            if heading.id not in seen:
                seen.add(heading.id)
                yield heading

    def statements(self) -> Iterator[Hit]:
        return self.store.every_statement(self.query, bare=True)

    def claims(self) -> Iterator[ClaimView]:
        return self.store.every_claim(self.query)

    def claims_by_relation(self) -> Iterator[ClaimView]:
        """The gravest first, those that a person has judged too; within a relation as in the queue."""
        wanted = self.query.relations or SERIOUSNESS
        for relation in (name for name in (*SERIOUSNESS, "single") if name in wanted):
            yield from self.store.every_claim(dataclasses.replace(self.query, relations=(relation,)))

    def figures(self) -> Iterator[FigureRow]:
        return self.store.every_figure(self.query)

    def speakers(self) -> Iterator[Speaker]:
        if self.is_everything:
            return self.store.every_speaker()
        return (speaker for speaker in self.speakers_credited() if speaker.kind is not SpeakerKind.UNNAMED)

    def decisions(self) -> Iterator[Decision]:
        """All; of a selection, those that are about something in its articles, its outlets or its speakers."""
        if self.is_everything:
            yield from self.store.every_decision()
            return
        articles, outlets, speakers = self.articles(), {outlet.name for outlet in self.outlets()}, set[str]()
        for speaker in self.speakers_credited():
            speakers |= {speaker.name, *speaker.variants}
        for decision in self.store.every_decision():
            if any(a.article in articles or a.words in {"outlet": outlets, "speaker": speakers}.get(a.what, ()) for a in decision.anchors):
                yield decision

    def outlets(self) -> Iterator[Outlet]:
        """All; of a selection, those that published its articles."""
        published = None if self.is_everything else {heading.outlet for heading in self.headings()}
        return (outlet for outlet in self.store.outlets() if published is None or outlet.name in published)

    def documents(self) -> Iterator[Document]:
        return self.store.every_document(self.query if self.is_everything else Query(articles=tuple(self.articles())))

    def articles(self) -> dict[str, None]:
        """Ids of the articles of `headings`, in their order."""
        return {heading.id: None for heading in self.headings()}

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
        return (with_passage(hit, self.text(hit.heading.id)) for hit in self.store.every_statement(self.query))

    def speakers_credited(self) -> Iterator[Speaker]:
        """Everybody who is credited with what is selected, unnamed ones too, each once."""
        seen = set()
        for hit in self.statements():
            for speaker in (hit.speaker, *hit.co_speakers):
                if speaker and speaker.id not in seen:
                    seen.add(speaker.id)
                    yield speaker

    @property
    def is_everything(self) -> bool:
        return self.query == Query()

    @property
    def is_empty(self) -> bool:
        """Nothing is selected: no source, and no figure outside claims and statements."""
        return next(self.headings(), None) is None and next(self.figures(), None) is None

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
    begin, words = paragraph(text, start, end)
    found = (span.shifted(begin) for span in sentences.sentences(words))
    held = [span for span in found if span.start < end and start < span.end]
    start, end = min(start, held[0].start if held else start), max(end, held[-1].end if held else end)
    return dataclasses.replace(hit, passage=words[start - begin : end - begin], passage_start=start)


def dossier(store: Store, query: Query) -> Dossier:
    """Everything that the query selects, for a report. The same database and query give the same dossier: nothing asks the clock."""
    held = Holdings(store, query)
    fingerprint, covered = Fingerprint(), Survey()
    for view in held.claims_by_relation():
        covered.claim(view)
        fingerprint.add(str(view.claim.relation), *sorted(view.claim.figures))
        fingerprint.each(row.figure.id for row in view.rows)
        fingerprint.each(d.key for d in view.decisions if d.stands)
    for credit in held.credits():
        covered.credit(credit)
        fingerprint.add(credit.statement, *([credit.speaker or ""] if credit.is_beside else []))
    sources: set[str] | None = None if held.is_everything else set()
    for heading in held.headings():
        covered.article(heading)
        fingerprint.add(heading.id)
        if sources is not None:
            sources.add(heading.id)
    return Dossier(
        query=told(store, query),
        claims=Run(held.claims_by_relation),
        variants=Run(held.variants),
        findings=Run(lambda: (finding for finding in held.findings() if sources is None or finding.article in sources)),
        headings=Run(held.headings),
        statements=Run(held.passages),
        speakers=Run(held.speakers_credited),
        coverage=covered.told(store.count_articles(Query()), *store.count_figures(held.query)),
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
            shown = [str(each)[:SHORT] if field.name in ("articles", "claims") else each for each in value] if is_several(value) else value
            words = " or ".join(shown) if is_several(value) else "yes" if value is True else "no" if value is False else str(value)
            name = field.name.removesuffix("s") if is_several(value) else field.name
            parts.append(f"{name.replace('_', ' ')}: {words}")
    return " · ".join(parts)


def is_several(value: object) -> bool:
    return isinstance(value, tuple)


def told(store: Store, query: Query) -> str:
    """The query as `described`, with the outlets as they are stored and the speakers that were taken for the names."""
    meant, taken, _ = search.meant(store, query)
    names = [speaker.name for speaker in taken]
    said = described(dataclasses.replace(query, outlets=meant.outlets))
    if not query.speakers or names == list(query.speakers):
        return said
    asked = described(Query(speakers=query.speakers))
    return said.replace(asked, f"{asked} (taken: {', '.join(names) or 'nobody'})", 1)


class Survey:
    """What a report rests on, counted while its claims and articles pass."""

    def __init__(self) -> None:
        self.claims = self.unreviewed = self.statements = self.unattributed = self.cited = 0
        self.decided: dt.datetime | None = None
        self.published: dt.datetime | None = None

    def claim(self, view: ClaimView) -> None:
        self.claims += 1
        self.unreviewed += view.state == "open"
        self.decided = latest(self.decided, *(decision.at for decision in view.decisions))

    def credit(self, credit: Credit) -> None:
        self.statements += credit.kind is not Kind.NARRATION and not credit.is_beside
        self.unattributed += credit.kind is not Kind.NARRATION and credit.speaker is None

    def article(self, heading: Heading) -> None:
        self.cited += 1
        if heading.published:
            self.published = latest(self.published, moment(heading.published))

    def told(self, read: int, figures: int, sentences_with_figure: int, alone: int) -> Coverage:
        counted = (read, figures, self.statements, self.unattributed, self.claims)
        return Coverage(self.cited, sentences_with_figure, alone, self.unreviewed, self.published, self.decided, *counted)


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
