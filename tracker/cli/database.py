"""The database itself: build everything derived anew."""

from __future__ import annotations

import sys

import typer

from tracker.cli import listing


def register(app: typer.Typer) -> None:
    app.command()(rebuild)


def rebuild(context: typer.Context) -> None:
    """Read every stored article again and work out all that follows from it; decisions stand."""
    from tracker import pipeline

    with context.obj.store() as store:
        read = statements = figures = 0
        for outcome in pipeline.rebuild(store):
            read, statements, figures = read + 1, statements + outcome.statements, figures + outcome.figures
            if outcome.error is not None:
                print(f"failed: {listing.cell(outcome.error)}", file=sys.stderr)
    print(f"{read:,} article{'s' * (read != 1)} read again: {statements:,} statements, {figures:,} figures")
