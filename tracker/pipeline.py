"""The flow on one screen: ingest → extract → resolve → compare, in memory or into a store."""

from __future__ import annotations

import itertools
import json
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace

from tracker import coding, keeping, resolve
from tracker import compare as comparing
from tracker import ingest as ingesting
from tracker.errors import InputError, TrackerError
from tracker.extract import extract
from tracker.extract.verbatim import verbatim
from tracker.grouping import extend, regroup
from tracker.identities import settle_speakers
from tracker.keeping import ready
from tracker.model import Article, Comparison, Document, Finding, Reading, Ready, Verdict
from tracker.settle import settle_values
from tracker.store.base import Store
from tracker.text.wrapping import unwrapped

TOGETHER = 1000
"""Figures stored before their claims are built; then twice as many, and so on: a claim that grows with every article is built anew so
seldom that the cost stays in step with the figures."""
BUNDLE, AHEAD = 20_000, 64
"""Characters handed to an executor at one go, and how often before the first of them is stored: it stays busy while others are stored or
claims are built, memory stays bounded.
"""
MOST, MOMENT = 50, 0.5
"""Articles stored in one transaction, and the seconds within which they come."""
Read = dict[str, Ready | TrackerError]
Begun = tuple[Document | InputError, Ready | TrackerError | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input. article — its id, None where it failed; is_new — False where its text was stored before."""

    source: str
    article: str | None = None
    is_new: bool = False
    statements: int = 0
    figures: int = 0
    findings: int = 0
    error: TrackerError | None = None


def read(article: Article) -> Reading:
    """One article read: its speakers resolved within it, the intervals of its figures set. A text that is not English is not read."""
    if not ingesting.is_supported(article):
        message = (
            f"the text is not English ({article.language or 'language not known'}); it is stored and searchable, nothing was read in it"
        )
        return Reading(article, findings=(Finding("language_not_supported", message, article.id),))
    plain = ingesting.unglued(unwrapped(article.text), article.title)
    found = comparing.prepare(resolve.within(ingesting.without_notes(extract(replace(article, text=plain)))))
    found = replace(found, findings=(*found.findings, *ingesting.corrections(found)))
    return found if plain == article.text else verbatim(found, article)


def compare(articles: Iterable[Article]) -> Comparison:
    """A set of articles read and compared as a whole, without a store."""
    readings, speakers, proposals = resolve.across([read(article) for article in articles])
    found = comparing.compare(readings, speakers)
    return Comparison(found.readings, speakers, proposals, found.claims, found.pairs, found.quote_variants, found.findings)


def ingest(documents: Iterable[Document | InputError], store: Store, executor: Executor | None = None) -> Iterator[Outcome]:
    """Read documents and store them in the order given, a few in one transaction; one outcome each, as soon as it is stored. Claims are
    built now and then, and at the end; also where the caller stops early.

    executor — where articles are read; without one, here. An input that failed is its outcome's error, and the rest goes on; a
    refusal of the store (StoreError) ends it, with all before it stored.
    """
    waiting, together = 0, TOGETHER
    try:
        for batch in batches(ahead(iter(documents), store, executor)):
            for made in stored(store, batch):
                waiting += made.figures if made.is_new else 0
                yield made
            if waiting >= together:
                claim(store)
                waiting, together = 0, 2 * together
    finally:
        claim(store)


def batches(read: Iterable[Begun]) -> Iterator[list[Begun]]:
    """Ever more in one list up to MOST, but no more than come within MOMENT: neither the first nor what comes slowly is kept waiting."""
    batch: list[Begun] = []
    most, begun = 1, time.monotonic()
    try:
        for item in read:
            batch.append(item)
            if len(batch) >= most or time.monotonic() - begun > MOMENT:
                yield batch
                batch, most, begun = [], min(2 * most, MOST), time.monotonic()
    except Exception:
        yield batch
        raise
    yield batch


def stored(store: Store, batch: Sequence[Begun]) -> Iterator[Outcome]:
    """The outcomes of a batch stored in one transaction; where anything in it is refused, of one transaction each."""
    try:
        with store.transaction():
            found = outcomes(store, batch)
    except Exception:  # what it was is told by the one it was about
        found = []
    yield from found or (alone(store, one) for one in batch)


def alone(store: Store, one: Begun) -> Outcome:
    try:
        return outcomes(store, [one])[0]
    except InputError as error:
        return Outcome(error.where, error=error)


def outcomes(store: Store, batch: Sequence[Begun]) -> list[Outcome]:
    """Store what was read; raises what refuses one of them."""
    read = [(document, made) for document, made in batch if isinstance(document, Document) and isinstance(made, Ready)]
    is_new = iter(keeping.keep(store, read))
    return [outcome(document, made, is_new) for document, made in batch]


def outcome(document: Document | InputError, made: Ready | TrackerError | None, is_new: Iterator[bool]) -> Outcome:
    """is_new — of those that were read."""
    if isinstance(document, InputError):
        return Outcome(document.where, error=document)
    if isinstance(made, TrackerError):
        return Outcome(document.source, error=made)
    if made is None:
        return Outcome(document.source, document.article.id)
    reading = made.reading
    findings = len(document.findings) + len(reading.findings)
    return Outcome(document.source, document.article.id, next(is_new), len(reading.statements), len(reading.figures), findings)


def claim(store: Store) -> None:
    """Build the claims of all figures that are in none yet: those just stored, and those that an interruption left."""
    with store.transaction():
        done: list[str] = []
        while (figures := store.unclaimed()) and figures != done:
            extend(store, figures)
            done = figures


def ahead(documents: Iterator[Document | InputError], store: Store, executor: Executor | None) -> Iterator[Begun]:
    """Each document with its reading, or with what hindered that; None where its text is stored already."""
    handed = (handed_over(bundle, store, executor) for bundle in bundles(documents, BUNDLE if executor else 0))
    waiting = deque(itertools.islice(handed, AHEAD if executor else 1))
    while waiting:
        bundle, reading = waiting.popleft()
        made = reading.result() if isinstance(reading, Future) else reading
        yield from ((document, made.get(document.article.id) if isinstance(document, Document) else None) for document in bundle)
        waiting.extend(itertools.islice(handed, 1))


def bundles(documents: Iterable[Document | InputError], most: int) -> Iterator[list[Document | InputError]]:
    """The documents in order, some together: until they have so many characters, or are MOST."""
    bundle: list[Document | InputError] = []
    characters = 0
    for document in documents:
        bundle.append(document)
        characters += len(document.article.text) if isinstance(document, Document) else 0
        if characters >= most or len(bundle) >= MOST:
            yield bundle
            bundle, characters = [], 0
    if bundle:
        yield bundle


def handed_over(
    bundle: list[Document | InputError], store: Store, executor: Executor | None
) -> tuple[list[Document | InputError], Future[Read] | Read]:
    """The bundle with the readings of what is not stored yet, or with the promise of them."""
    articles = [one.article for one in bundle if isinstance(one, Document)]
    stored = store.stored([article.id for article in articles])
    unread = [article for article in articles if article.id not in stored]
    return bundle, executor.submit(prepared_together, unread) if executor and unread else prepared_together(unread)


def prepared_together(articles: Sequence[Article]) -> Read:
    """Each article prepared, or what hindered that, by its id: what an executor does at one go."""
    made: Read = {}
    for article in articles:
        try:
            made[article.id] = prepared(article)
        except TrackerError as error:
            made[article.id] = error
    return made


def prepared(article: Article) -> Ready:
    """One article read, with all of storing it that needs no other."""
    return ready(read(article))


def keep(store: Store, document: Document, reading: Reading) -> bool:
    """Store one article with what was read in it, and bring up to date what it touches; False where its text is stored already.

    Raises InputError where a person removed it.
    """
    return keeping.keep(store, [(document, ready(reading))])[0]


def reread(store: Store, article_id: str) -> None:
    """Read one stored article again, with the attributes that decisions give it, and bring up to date what it touches."""
    article = store.article_given(article_id)
    if article is None:
        return
    is_retracted = False
    for ruling in store.rulings([article_id]):
        if ruling.decision.verdict is Verdict.EDIT_ARTICLE:
            article = edited(article, ruling.decision.value)
        is_retracted = is_retracted or ruling.decision.verdict is Verdict.RETRACT_ARTICLE
    with store.transaction():
        touched = store.claimed_with(store.figures_in(article_id))
        store.change_article(article, is_retracted)
        [made] = keeping.introduced(store, [prepared(article)])
        store.save_claims((), {}, touched)
        store.replace_readings([made])
        store.reanchor(article_id)
        settle_values(store, article_id)
        regroup(store, touched)


def edited(article: Article, value: str) -> Article:
    """The article with the attributes that an edit sets, as the model has them: what a person gave is inferred no more."""
    data = json.loads(value)
    made = coding.value_of(Article, {"text": "", **data})
    inferred = tuple((name, rule) for name, rule in article.inferred if name not in data)
    return replace(article, **{name: getattr(made, name) for name in data}, inferred=inferred)


def rebuild(store: Store) -> Iterator[Outcome]:
    """Read every stored article again and build all that is derived anew; one outcome an article, one transaction in all."""
    with store.transaction():
        store.clear_derived()
        read = ((Document(article), prepared(article)) for article in store.every_article())
        while batch := list(itertools.islice(read, MOST)):
            for run in keeping.runs(store, batch):
                keeping.fill(store, run, lambda run: store.replace_readings([made for _, made in run]))
            for document, made in batch:
                article, reading = document.article, made.reading
                yield Outcome(article.title or article.id, article.id, True, len(reading.statements), len(reading.figures))
        keeping.note_rules(store)
        claim(store)
        settle_speakers(store)
