"""`export`, `bundle` and `verify`: reports, data and case files out of a database."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from tracker import report
from tracker.cli import filters, identities
from tracker.cli.filters import After, Before, Case, Kinds, Metrics, Outlets, Places, Relations, Speakers, States, Words
from tracker.errors import InputError, QueryError, TrackerError
from tracker.model import Decision, Document, Outlet, Query
from tracker.report import archive, attribution, casefile, tables, wording
from tracker.store.base import Store

Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", help="Where to write, - for standard output; without it a file named for what it holds, here."),
]
Articles = Annotated[list[str] | None, typer.Option("--article", help="Only from this article.")]
Claims = Annotated[list[str] | None, typer.Option("--claim", help="Only this claim; may be repeated.")]
STDOUT = "-"
NO_DATABASE = "has no article, so there is nothing to write"


def register(app: typer.Typer) -> None:
    for command in (export, bundle, verify):
        app.command()(command)
    app.command("import")(restore)


def export(
    context: typer.Context,
    words: Words = None,
    form: Annotated[str, typer.Option("--format", "-f", help=f"One of {', '.join(report.FORMATS)}.")] = "markdown",
    output: Output = None,
    by: Annotated[str, typer.Option(help="How a report is laid out: claim, speaker or article.")] = "claim",
    claim: Claims = None,
    article: Articles = None,
    speaker: Speakers = None,
    outlet: Outlets = None,
    metric: Metrics = None,
    place: Places = None,
    relation: Relations = None,
    state: States = None,
    kind: Kinds = None,
    after: After = None,
    before: Before = None,
    case: Case = None,
    redact: Annotated[bool, typer.Option(help="Leave out reviewers' names and notes; the report says so.")] = False,
    withhold: Annotated[list[str] | None, typer.Option(help="An outlet to leave out as a source; may be repeated.")] = None,
    templates: Annotated[Path | None, typer.Option(help="A folder with report templates of your own.")] = None,
    table: Annotated[str, typer.Option(help=f"The table of a csv: {', '.join(tables.TABLE_BY_NAME)}.")] = "figures",
    raw: Annotated[bool, typer.Option(help="CSV without protection against formulas: lossless, for programs.")] = False,
    hxl: Annotated[bool, typer.Option(help="CSV with a row of HXL tags.")] = False,
) -> None:
    """Write an attribution report, or the data behind it."""
    chosen = report.format_named(form)
    if by not in attribution.VIEWS:
        raise QueryError(by, "is no layout", attribution.VIEWS)
    query = filters.query(
        words,
        speakers=speaker,
        outlets=outlet,
        metrics=metric,
        places=place,
        relations=relation,
        states=state,
        kinds=kind,
        after=after,
        before=before,
        case=case,
    )
    redaction = report.Redaction(redact, redact, tuple(withhold or ()))
    options = report.Options(by, redaction, templates, table, raw, hxl)
    target = output or Path(f"report.{chosen.extension}")
    with landing(target) as file:
        write(context, query, chosen, file, options, claim or [], article or [])


@contextmanager
def landing(target: Path) -> Iterator[Path]:
    """Where to write; "-" is a file that goes to standard output when it is whole."""
    if str(target) != STDOUT:
        yield target
        typer.echo(f"wrote {target}", err=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole"
        yield whole
        with whole.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.flush()


def write(
    context: typer.Context,
    query: Query,
    chosen: report.Format,
    target: Path,
    options: report.Options,
    claims: list[str],
    articles: list[str],
) -> None:
    from tracker import cases, gather

    with context.obj.store() as store:
        claim_ids = tuple(identities.claim(store, words).claim.id for words in claims)
        article_ids = tuple(identities.article(store, words).id for words in articles)
        query = cases.within(store, replace(query, claims=claim_ids, articles=article_ids))
        outlets, forms = withheld(store, options.redaction.outlets)
        options = replace(options, redaction=replace(options.redaction, outlets=outlets, forms=forms))
        if not store.count_articles(Query()):
            raise QueryError(store.where, NO_DATABASE)
        held = gather.Holdings(store, query)
        if held.is_empty:
            raise QueryError(gather.described(query) or store.where, "selects nothing, so there is nothing to write")
        if chosen.needs_dossier:
            report.write(chosen.name, gather.dossier(store, query), target, options)
        else:
            report.write_stream(chosen.name, held, target, options)


def withheld(store: Store, names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The outlets to leave out, as they are stored, and other spellings of their names. Raises QueryError, with the nearest, for one that
    is not: nothing may slip through.
    """
    from tracker import search

    forms = {outlet.name: outlet.variants for outlet in store.outlets()}
    known, found = list(forms), []
    for name in names:
        meant = [outlet for outlet in search.outlets_meant(store, name) if outlet in known]
        if not meant:
            raise QueryError(name, "is no outlet of this database", tuple(get_close_matches(name, known, 3, 0.4)) or tuple(known[:3]))
        found += meant
    return tuple(found), tuple(form for name in found for form in forms[name])


def restore(context: typer.Context, file: Annotated[Path, typer.Argument(help="A file made by tracker export --format jsonl.")]) -> None:
    """Read back a database that was exported as JSON Lines: outlets, articles, decisions. What is there already stays as it is."""
    failed = False
    with context.obj.store() as store:
        for told in restored(store, file):
            failed = failed or isinstance(told, TrackerError)
            if told:
                typer.echo(f"tracker: {told}" if isinstance(told, TrackerError) else told, err=True)
    if failed:
        raise typer.Exit(1)


def restored(store: Store, file: Path) -> Iterator[str | TrackerError]:
    """What failed of each article, nothing where nothing did; and at the end the sum."""
    from tracker import coding, history, pipeline

    decisions: list[Decision] = []
    read = 0
    for outcome in pipeline.ingest(sorted_out(file, store, decisions), store):
        read += outcome.error is None
        yield outcome.error or ""
    kept = list(history.replay(store, map(coding.text, decisions)))
    yield f"read {wording.count(read, 'article')} and {wording.count(len(kept), 'decision')}"


def sorted_out(file: Path, store: Store, decisions: list[Decision]) -> Iterator[Document]:
    """The articles of an export; its outlets are stored and its decisions set aside on the way."""
    try:
        with file.open(encoding="utf-8", errors="surrogatepass") as lines:
            for record in archive.records(lines, str(file)):
                if isinstance(record, Outlet):
                    store.save_outlet(record)
                elif isinstance(record, Decision):
                    decisions.append(record)
                else:
                    yield record
    except (OSError, UnicodeDecodeError) as error:
        why = "it is not text" if isinstance(error, UnicodeDecodeError) else error.strerror or str(error)
        raise InputError(str(file), f"cannot be read ({why})", "name a file made by tracker export --format jsonl") from error


def bundle(context: typer.Context, words: Words = None, output: Output = None) -> None:
    """Write a case file: the reports, the data, the sources' texts and the decision log in one archive that can be verified."""
    with context.obj.store() as store, landing(output or Path("case.zip")) as place:
        bundled(store, filters.query(words), place)


def bundled(store: Store, query: Query, target: Path) -> None:
    """Write the case file of what a query selects. Raises QueryError where that is no article."""
    from tracker import cases, gather

    query = cases.within(store, query)
    if not store.count_articles(query):
        raise QueryError(store.where, NO_DATABASE)
    dossier, held = gather.dossier(store, query), gather.Holdings(store, query)
    log = {"archive.jsonl": lambda file: file.writelines(line.encode("utf-8", "surrogatepass") for line in archive.lines(held))}
    report.replace(target, lambda file: casefile.write(held, dossier, file, log))


def verify(file: Annotated[Path, typer.Argument(help="A case file.")]) -> None:
    """Check a case file; name what does not fit."""
    found = casefile.verify(file)
    for line in found:
        typer.echo(line)
    if found:
        raise typer.Exit(1)
    typer.echo(f"{file} is whole", err=True)
