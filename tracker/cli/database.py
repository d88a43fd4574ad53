"""The database itself: build what is derived anew, back up, restore, check."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from tracker.cli import listing
from tracker.cli.filters import AsJson
from tracker.cli.listing import Column
from tracker.cli.session import seldom_collect
from tracker.model import Finding
from tracker.store.base import Store

app = typer.Typer(no_args_is_help=True, help="The database: backup, restore, seed, check.")
FOUND = (
    Column("code", lambda finding: finding.code),
    Column("article", lambda finding: finding.article, short=True),
    Column("what", lambda finding: finding.message, wraps=True),
)


def register(parent: typer.Typer) -> None:
    parent.command()(rebuild)
    parent.add_typer(app, name="db")


def rebuild(context: typer.Context) -> None:
    """Read every stored article again and work out all that follows from it; decisions stand."""
    seldom_collect()
    with context.obj.store() as store:
        for words in rebuilt(store):
            if words.startswith(FAILED):
                print(words, file=sys.stderr)
    print(words)


FAILED = "failed: "


def rebuilt(store: Store) -> Iterator[str]:
    """Rebuild; after each article how far it is, or what failed, and at the end the sum."""
    from tracker import pipeline

    read = statements = figures = 0
    for outcome in pipeline.rebuild(store):
        read, statements, figures = read + 1, statements + outcome.statements, figures + outcome.figures
        yield f"{FAILED}{listing.cell(outcome.error)}" if outcome.error is not None else f"{read:,} read"
    found = f"{listing.counted(statements, 'statement')}, {listing.counted(figures, 'figure')}"
    yield f"{listing.counted(read, 'article')} read again: {found}"


@app.command()
def backup(context: typer.Context, file: Path) -> None:
    """Copy the database, also while it is in use."""
    with context.obj.store() as store:
        print(copied(store, file))


def copied(store: Store, file: Path) -> str:
    """Copy the database; the sentence that says so. Raises StoreError where the file is there already or cannot be written."""
    from tracker.store import care, sqlite

    assert isinstance(store, sqlite.SqliteStore)
    care.backup(store, file)
    return f"{listing.cell(store.where)} copied to {listing.cell(file)}"


@app.command()
def restore(context: typer.Context, file: Path) -> None:
    """Put a backup in the place of the database; what was there is kept beside it. Not while others use it."""
    from tracker.store import care, database

    where = Path(database.place_of(context.obj.place))
    kept = care.restore(file, where)
    print(f"{listing.cell(file)} restored to {listing.cell(where)}" + (f"; what was there is {listing.cell(kept)}" if kept else ""))


@app.command()
def seed(context: typer.Context) -> None:
    """Put well-known outlets and international bodies, with their other names, into the database; what is there already stays."""
    with context.obj.store() as store:
        print(seeded(store))


def seeded(store: Store) -> str:
    """Seed; the sentence that says what was new."""
    from tracker import shipped

    with store.transaction():
        known = {outlet.name for outlet in store.outlets()}
        outlets = [outlet for outlet in shipped.outlets() if outlet.name not in known]
        for outlet in outlets:
            store.save_outlet(outlet)
        bodies = [body for body in shipped.bodies() if store.speaker(body.id) is None]
        store.save_speakers(bodies)
    return f"{len(outlets):,} outlets and {len(bodies):,} bodies added"


@app.command()
def check(context: typer.Context, as_json: AsJson = False) -> None:
    """Look the database over: damage, hashes, spans, orphans, rules of another version. Exit code 1 where anything does not fit."""
    with context.obj.store() as store:
        found = amiss(store)
    if not found and not as_json:
        print("everything fits")
    elif found or as_json:
        listing.show(found, FOUND, as_json)
    if found:
        raise typer.Exit(1)


def amiss(store: Store) -> list[Finding]:
    """What does not fit in the database."""
    from tracker import keeping
    from tracker.store import care, sqlite

    assert isinstance(store, sqlite.SqliteStore)
    return [*care.check(store), *filter(None, (keeping.outdated(store),))]
