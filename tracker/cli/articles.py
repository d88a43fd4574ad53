"""`tracker articles`: what was read, and everything found in one article."""

from __future__ import annotations

import re
import sys
from itertools import islice, pairwise
from typing import Annotated

import typer

from tracker import versions
from tracker.cli import filters, identities, listing
from tracker.cli.decide import Reason, told
from tracker.cli.filters import After, AsJson, Before, Case, Limit, Outlets, Past, Words
from tracker.cli.listing import Column
from tracker.errors import QueryError

app = typer.Typer(
    invoke_without_command=True,
    help="What was read: list, show, findings, changes, edit, retract, remove.",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def register(parent: typer.Typer) -> None:
    parent.add_typer(app, name="articles")


HEADINGS = (
    Column("article", lambda heading: heading.id, short=True),
    Column("published", lambda heading: heading.day),
    Column("outlet", lambda heading: heading.outlet),
    Column("title", lambda heading: heading.title, wraps=True),
    Column("authors", lambda heading: heading.authors, wraps=True),
    Column("url", lambda heading: heading.url, wraps=True),
)


@app.callback()
def articles(context: typer.Context, as_json: AsJson = False) -> None:
    """What was read: list (also without a word), show."""
    if context.invoked_subcommand is None:
        list_articles(context, as_json=as_json)


@app.command("list")
def list_articles(
    context: typer.Context,
    words: Words = None,
    outlet: Outlets = None,
    after: After = None,
    before: Before = None,
    case: Case = None,
    limit: Limit = None,
    past: Past = "",
    as_json: AsJson = False,
) -> None:
    """Articles, newest first."""
    query = filters.query(words, outlets=outlet, after=after, before=before, case=case)
    with context.obj.store() as store:
        query = filters.known(store, query)
        past = past and identities.article(store, past).id
        rows = listing.pages(
            lambda past, size: store.headings(query, 0, size, past), lambda heading: heading.id, listing.default_limit(limit), past
        )
        listing.show(rows, HEADINGS, as_json, store.count_articles(query), "No article matches; tracker add reads some.")


@app.command("show")
def show_article(
    context: typer.Context,
    identity: Annotated[str, typer.Argument(metavar="ARTICLE")],
    raw: Annotated[bool, typer.Option("--raw", help="The bytes it was read from, as they came.")] = False,
    as_json: AsJson = False,
) -> None:
    """One article: what is known of it, its text, and what was read in it."""
    with context.obj.store() as store:
        found = identities.article(store, identity)
        view, source = store.article_view(found.id), store.raw(found.id)
    if raw:
        sys.stdout.buffer.write(source)
        return
    if as_json or view is None:
        listing.show_json([view])
        return
    inferred = dict(found.inferred)
    for name in ("id", "title", "outlet", "authors", "published", "updated", "url", "archive_url", "retrieved_at", "language", "medium"):
        if value := getattr(found, name):
            print(f"{name}: {listing.cell(value)}" + (f"  (inferred: {inferred[name]})" if name in inferred else ""))
    if view.retracted:
        print("retracted: it is out of every claim")
    print(f"\n{UNSAFE.sub(' ', found.text)}\n")
    for figure in view.figures:
        who = figure.speaker or "the outlet's own voice"
        print(f"figure: {listing.cell(figure.words)} {figure.metric} [{figure.span.start}:{figure.span.end}] {listing.cell(who)}")
    for statement in view.statements:
        if statement.kind != "narration":
            who = statement.said_by or (statement.mention.text if statement.mention else "?")
            print(f"{statement.kind}: {listing.cell(who)}: {listing.cell(statement.told)} [{statement.span.start}:{statement.span.end}]")
    for finding in view.findings:
        print(f"finding: {finding.code}: {listing.cell(finding.message)}")


FINDINGS = (
    Column("article", lambda finding: finding.article, short=True),
    Column("code", lambda finding: finding.code),
    Column("start", lambda finding: finding.span.start if finding.span else None, right=True),
    Column("what", lambda finding: finding.message, wraps=True),
)


@app.command("findings")
def list_findings(
    context: typer.Context,
    words: Words = None,
    outlet: Outlets = None,
    after: After = None,
    before: Before = None,
    case: Case = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """What does not fit in the articles: dates, quotation marks, sums, quotations without a speaker. In order of storing."""
    query = filters.query(words, outlets=outlet, after=after, before=before, case=case)
    with context.obj.store() as store:
        found = store.every_finding(filters.known(store, query))
        most = listing.default_limit(limit)
        listing.show(islice(found, most) if most else found, FINDINGS, as_json, empty="Nothing was found amiss in these articles.")


UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What could steer a terminal, line ends aside."""


CHANGES = (
    Column("", lambda row: row.mark),
    Column("what", lambda row: row.what),
    Column("words", lambda row: row.words, wraps=True),
    Column("version", lambda row: row.version, short=True),
    Column("published", lambda row: row.published),
)


@app.command("changes")
def changes(context: typer.Context, identity: Annotated[str, typer.Argument(metavar="ARTICLE")], as_json: AsJson = False) -> None:
    """What went and what came, in figures and quotations, from one version of an address to the next."""
    with context.obj.store() as store:
        found = identities.article(store, identity)
        first = store.article_view(found.id)
        views = [view for each in (found.id, *(first.versions if first else ())) if (view := store.article_view(each))]
    rows = [change for before, after in pairwise(versions.in_order(views)) for change in versions.changed(before, after)]
    listing.show(
        rows if not as_json else [row._asdict() for row in rows], CHANGES, as_json, None, "No other version of this address is stored."
    )


@app.command("edit")
def edit_article(
    context: typer.Context,
    identity: Annotated[str, typer.Argument(metavar="ARTICLE")],
    title: Annotated[str | None, typer.Option()] = None,
    outlet: Annotated[str | None, typer.Option()] = None,
    author: Annotated[list[str] | None, typer.Option(help="May be repeated.")] = None,
    published: Annotated[str | None, typer.Option(help="2024-03-05.")] = None,
    updated: Annotated[str | None, typer.Option()] = None,
    url: Annotated[str | None, typer.Option()] = None,
    archive_url: Annotated[str | None, typer.Option()] = None,
    language: Annotated[str | None, typer.Option()] = None,
    reason: Reason = "",
) -> None:
    """Put right what is known of an article: a decision, logged and undoable; what depended on it is worked out anew."""
    from tracker import review

    days = {name: filters.day(words) for name, words in (("published", published), ("updated", updated)) if words}
    said = {"title": title, "outlet": outlet, "authors": tuple(author or ()), "url": url, "archive_url": archive_url, "language": language}
    values = {name: value for name, value in {**said, **days}.items() if value}
    if not values:
        raise QueryError(
            "edit", "nothing to change was given", tuple(f"--{name.replace('_', '-')}" for name in (*said, "published", "updated"))
        )
    with context.obj.store() as store:
        found = identities.article(store, identity)
        told(review.edit_article(store, found.id, values, context.obj.reviewer, reason))


@app.command("retract")
def retract_article(context: typer.Context, identity: Annotated[str, typer.Argument(metavar="ARTICLE")], reason: Reason = "") -> None:
    """Take an article out of every claim; it is kept and marked. tracker log undo brings it back."""
    from tracker import review

    with context.obj.store() as store:
        found = identities.article(store, identity)
        told(review.retract_article(store, found.id, context.obj.reviewer, reason))


@app.command("remove")
def remove_article(
    context: typer.Context,
    identity: Annotated[str, typer.Argument(metavar="ARTICLE")],
    yes: Annotated[bool, typer.Option("--yes", help="Without asking.")] = False,
    reason: Reason = "",
) -> None:
    """Take an article out for good, with all that was read in it; what that is comes first. To keep it and count it no more: retract."""
    from tracker import removal

    with context.obj.store() as store:
        found = identities.article(store, identity)
        for line in removal.goes_with(store, found.id):
            print(listing.cell(line))
        if not (yes or agreed()):
            raise QueryError(found.id[:12], "nothing was removed; to remove it with all of this, give --yes")
        told(removal.remove_article(store, found.id, context.obj.reviewer, reason))


def agreed() -> bool:
    """A person at a terminal typed y; nobody is asked elsewhere."""
    return sys.stdin.isatty() and sys.stdout.isatty() and input("Remove it? [y/N] ").strip().lower() in ("y", "yes")
