"""`tracker demo`: the sample corpus in a throw-away database, on the review desk; without a terminal, the same as a report."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import desk, listing, lists
from tracker.model import ClaimView, FigureRow, Query, Relation
from tracker.store.base import Store
from tracker.text.sentences import sentences


def register(app: typer.Typer) -> None:
    app.command()(demo)


def demo(context: typer.Context, text: Annotated[bool, typer.Option("--text", help="Print the report here too.")] = False) -> None:
    """Read the sample corpus into a throw-away database and open the review desk on its conflicts."""
    from tracker import shipped
    from tracker.store import open_store

    with tempfile.TemporaryDirectory(prefix="tracker-demo-", ignore_cleanup_errors=True) as folder:
        store = open_store(Path(folder) / "demo.db")
        try:
            load(store, shipped.articles())
            if text or not (sys.stdin.isatty() and sys.stdout.isatty()):
                print_report(store)
            else:
                desk.open_desk(store, context.obj, "conflicts")
        finally:
            store.close()


def load(store: Store, folder: Path) -> None:
    """The articles of a folder, into the store. Raises the first InputError: the sample corpus is whole or the installation is broken."""
    from tracker import ingest, pipeline

    for outcome in pipeline.ingest(ingest.documents(str(folder)), store):
        if outcome.error is not None and not isinstance(outcome.error, ingest.PassedOver):
            raise outcome.error


def print_report(store: Store) -> None:
    """Every claim of more than one figure, conflicts first, with the words, speakers, outlets and dates of its figures."""
    headings = store.headings(Query(), 0, 100)
    print(f"{len(headings)} articles of the sample corpus were read.\n")
    for relation in (Relation.CONFLICT, Relation.REVISION, Relation.RUNNING_TOTAL, Relation.COMPATIBLE, Relation.CORROBORATES):
        rows = store.queue(Query(relations=(relation.value,)), 0, 100)
        if rows:
            print(f"{relation.value.replace('_', ' ').upper()} ({len(rows)})\n")
        for row in rows:
            view = store.claim_view(row.claim.id)
            if view is not None:
                print_claim(view)
    print("Open the same on the review desk with: tracker demo (in a terminal)")


def print_claim(view: ClaimView) -> None:
    print(lists.heading(view.claim))
    for row in view.rows:
        print_figure(row)
    print()


def print_figure(row: FigureRow) -> None:
    figure, where = row.figure, row.heading
    speaker = figure.speaker or "in its own voice"
    via = f", via {listing.cell(figure.via)}" if figure.via else ""
    print(f"  {listing.cell(figure.words)} — {listing.cell(speaker)}{via} — {listing.cell(where.outlet)}, {listing.cell(where.day)}")
    print(f"      {sentence_around(row)}")


def sentence_around(row: FigureRow) -> str:
    """The sentence of the passage that gives the figure, whole."""
    start, end = (place - row.passage_start for place in row.figure.span)
    held = [one for one in sentences(row.passage) if one.start < end and start < one.end]
    return listing.cell(row.passage[held[0].start : held[-1].end] if held else row.passage)
