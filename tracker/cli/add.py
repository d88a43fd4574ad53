"""`tracker add`: read articles into the database, with progress, and say what failed and why."""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import listing
from tracker.cli.session import seldom_collect
from tracker.errors import InputError, QueryError
from tracker.model import Document
from tracker.store.base import Store

if TYPE_CHECKING:
    from tracker.ingest import Given, Options
    from tracker.pipeline import Outcome


def register(app: typer.Typer) -> None:
    app.command()(add)


NAMED = 1000
"""Failures that are told one by one; the rest is counted, so that a file of bad lines costs no memory."""


KEPT = "what was known already keeps its title, outlet and dates; tracker articles edit ID changes them"


@dataclass
class Tally:
    """What became of the inputs so far. failed — the sentences of the first failures."""

    added: int = 0
    known: int = 0
    statements: int = 0
    figures: int = 0
    imported: int = 0
    passed_over: int = 0
    articles: list[str] = field(default_factory=list)
    failures: int = 0
    failed: list[str] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)

    def count(self, outcome: Outcome) -> None:
        from tracker.ingest import PassedOver

        if isinstance(outcome.error, PassedOver):
            self.passed_over += 1
        elif outcome.error is not None:
            self.failures += 1
            if len(self.failed) < NAMED:
                self.failed.append(listing.cell(outcome.error))
            self.reasons[outcome.error.why if isinstance(outcome.error, InputError) else "was refused"] += 1
        elif outcome.article:
            self.articles.append(outcome.article)
            self.added += outcome.is_new
            self.known += not outcome.is_new
            self.statements += outcome.statements
            self.figures += outcome.figures

    def sentence(self) -> str:
        read = f"{listing.counted(self.statements, 'statement')} and {listing.counted(self.figures, 'figure')}"
        parts = [f"{listing.counted(self.added, 'article')} added with {read}"]
        parts += [f"{self.imported:,} made elsewhere (statements and figures)"] * bool(self.imported)
        parts += [f"{self.known:,} known already"] * bool(self.known)
        parts += [f"{self.passed_over:,} of other kinds passed over"] * bool(self.passed_over)
        parts += [f"{self.failures:,} failed"] * bool(self.failures)
        return "; ".join(parts)


def add(
    context: typer.Context,
    sources: Annotated[list[str], typer.Argument(help="Files, folders, patterns, addresses, feeds, or - for standard input.")],
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    author: Annotated[list[str] | None, typer.Option(help="Who wrote it; may be repeated.")] = None,
    published: Annotated[str | None, typer.Option(help="The day it was published (2024-03-05).")] = None,
    updated: Annotated[str | None, typer.Option(help="The day it was last changed.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it stands.")] = None,
    archive_url: Annotated[str | None, typer.Option(help="Where a copy is archived.")] = None,
    language: Annotated[str | None, typer.Option(help="Its language (en).")] = None,
    column: Annotated[list[str] | None, typer.Option(help="A column of a table: text=Body; may be repeated.")] = None,
    allow_private: Annotated[bool, typer.Option(help="Fetch from private addresses too.")] = False,
    case: Annotated[str | None, typer.Option(help="Put them into this case.")] = None,
    jobs: Annotated[int | None, typer.Option(help="Processes to read with.", min=1)] = None,
) -> None:
    """Read articles into the database. What is stored already is passed over, so a call that was stopped can be made again."""
    from tracker.ingest import Given, Options

    given = Given(title, outlet, tuple(author or ()), published, updated, url, archive_url, language)
    options = Options(columns=mapping(column or []), allow_private=allow_private)
    tally = Tally()
    seldom_collect()
    with context.obj.store() as store, workers(jobs or context.obj.config.jobs) as executor:
        from tracker import imports, keeping, pipeline

        brought: dict[str, Document] = {}
        outcomes = pipeline.ingest(bringing(inputs(sources, given, options), brought), store, executor)
        try:
            for outcome in progress(outcomes, sources):
                tally.count(outcome)
                if document := brought.pop(outcome.article or "", None):
                    tally.imported += imports.take(store, document, context.obj.reviewer)
        except KeyboardInterrupt:
            print(f"so far: {tally.sentence()}; the same call again adds the rest", file=sys.stderr)
            raise
        put_into(store, case, tally.articles, context.obj.reviewer)
        if tally.known and (given != Given() or options.columns):
            print(KEPT, file=sys.stderr)
        if old := keeping.outdated(store):
            print(old.message, file=sys.stderr)
    report(tally)


def put_into(store: Store, case: str | None, articles: list[str], reviewer: str) -> None:
    """Those articles of a call that are not in the case yet."""
    from tracker import cases

    if case and (missing := cases.missing(store, case, articles)):
        cases.put(store, case, missing, reviewer)


def inputs(sources: Iterable[str], given: Given, options: Options) -> Iterator[Document | InputError]:
    from tracker import ingest

    for source in sources:
        yield from ingest.documents(source, given, options)


def bringing(documents: Iterable[Document | InputError], brought: dict[str, Document]) -> Iterator[Document | InputError]:
    """The documents as they are; those with statements or figures made elsewhere are kept by article until they are stored."""
    for document in documents:
        if isinstance(document, Document) and (document.statements or document.figures):
            brought[document.article.id] = document
        yield document


def mapping(columns: list[str]) -> dict[str, str]:
    from difflib import get_close_matches

    from tracker.ingest.given import COLUMNS

    pairs = [column.partition("=") for column in columns]
    for attribute, mark, name in pairs:
        if not (attribute and mark and name):
            raise QueryError(attribute, "is no column mapping", ("text=Body",))
        if attribute.lower() not in COLUMNS:
            raise QueryError(attribute, "is nothing that an article has", tuple(get_close_matches(attribute.lower(), COLUMNS, 2)) or USUAL)
    return {attribute: name for attribute, _, name in pairs}


USUAL = ("text", "title", "outlet", "published", "url")


@contextmanager
def workers(jobs: int) -> Iterator[Executor | None]:
    """Processes to read with; none for one job. Ctrl-C is the parent's to handle."""
    if jobs == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, initializer=begin_work)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def begin_work() -> None:
    """In a process that reads."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    seldom_collect()


def progress(outcomes: Iterator[Outcome], sources: list[str]) -> Iterator[Outcome]:
    """The outcomes, with a bar on a terminal: how many, how fast, how long still."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=expected(sources), rate="")
        for outcome in outcomes:
            speed = bar.tasks[0].speed
            bar.update(task, advance=1, rate=f"{speed:.0f}/s" if speed else "")
            yield outcome


def expected(sources: list[str]) -> int | None:
    """How many inputs there will be, where that can be told beforehand: files of folders. A file of many articles cannot."""
    from pathlib import Path

    from tracker.ingest import kinds
    from tracker.ingest.sources import files

    total = 0
    for source in map(Path, sources):
        found = list(files(source)) if source.is_dir() else [source]
        if any(kinds.BY_EXTENSION.get(kinds.extension(path.name), kinds.TEXT).streamed or not path.exists() for path in found):
            return None
        total += len(found)
    return total


def report(tally: Tally) -> None:
    """A line for each input that failed, then the sum. Exit code 1 where any failed."""
    print(tally.sentence())
    for line in tally.failed:
        print(f"failed: {line}", file=sys.stderr)
    if tally.failures > len(tally.failed):
        print(f"failed: {tally.failures - len(tally.failed):,} more, not named", file=sys.stderr)
    if tally.failures > 10:
        for reason, count in tally.reasons.most_common(10):
            print(f"{count:,} × {reason}", file=sys.stderr)
    if tally.failed:
        raise typer.Exit(1)
