"""What is stored, as lists: conflicts, quotes, figures, articles, speakers; and the review desk that shows the same."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from itertools import islice
from typing import Annotated

import typer

from tracker.cli import desk, facets, filters, identities, listing
from tracker.cli.facets import Counted
from tracker.cli.filters import (
    After,
    AsJson,
    Before,
    Case,
    Kinds,
    Limit,
    Metrics,
    Outlets,
    Past,
    Places,
    Relations,
    Speakers,
    States,
    Via,
    Words,
)
from tracker.cli.listing import Column
from tracker.model import Claim, Figure, Number, Query, Statement
from tracker.report import passage, tables
from tracker.store.base import Store


def register(app: typer.Typer) -> None:
    for command in (conflicts, claim, quotes, figures, review):
        app.command()(command)


def review(context: typer.Context) -> None:
    """Open the review desk in the terminal."""
    with context.obj.store() as store:
        desk.open_desk(store, context.obj)


def span_of(low: Number | None, high: Number | None) -> str:
    if low == high:
        return listing.cell(low)
    return f"{listing.cell(low) or '…'}–{listing.cell(high) or '…'}"


QUEUE = (
    Column("claim", lambda row: row.claim.id, short=True),
    Column("relation", lambda row: row.claim.relation),
    Column("state", lambda row: row.state),
    Column("figures", lambda row: span_of(row.claim.low, row.claim.high), right=True),
    Column("what", lambda row: row.claim.name, wraps=True),
    Column("origins", lambda row: row.claim.origins, right=True),
    Column("outlets", lambda row: row.outlets, wraps=True),
    Column("reason", lambda row: row.claim.reason, wraps=True, roomy=True),
)


def conflicts(
    context: typer.Context,
    words: Words = None,
    relation: Relations = None,
    every: Annotated[bool, typer.Option("--all", help="Claims of every relation, not only conflicts.")] = False,
    speaker: Speakers = None,
    outlet: Outlets = None,
    metric: Metrics = None,
    place: Places = None,
    state: States = None,
    after: After = None,
    before: Before = None,
    case: Case = None,
    limit: Limit = None,
    past: Past = "",
    counted: Counted = False,
    as_json: AsJson = False,
) -> None:
    """Claims whose figures cannot all hold, what deserves attention first."""
    query = filters.query(
        words, speakers=speaker, outlets=outlet, metrics=metric, places=place, states=state, after=after, before=before, case=case
    )
    filters.checked("relations", relation)
    query = replace(query, relations=() if every else tuple(relation or query.relations or ("conflict",)))
    with context.obj.store() as store:
        query = filters.known(store, query)
        if counted:
            facets.show(store.facets(query), as_json)
            return
        past = past and identities.claim(store, past).claim.id
        rows = listing.pages(
            lambda past, size: store.queue(query, 0, size, past), lambda row: row.claim.id, listing.default_limit(limit), past
        )
        listing.show(
            rows, QUEUE, as_json, store.count_queue(query), "No conflict found; --all shows every claim, tracker add reads articles."
        )


def made(words: str, value: Statement | Figure) -> str:
    """The words, and that a person made this or that it was made elsewhere."""
    return f"{words} ({'imported' if value.found_by == 'imported' else 'by hand'})" if value.by_hand else words


FIGURES = (
    Column("figure", lambda row: row.figure.id, short=True),
    Column("as stated", lambda row: made(row.figure.words, row.figure)),
    Column("metric", lambda row: row.figure.metric),
    Column("read as", lambda row: span_of(*row.figure.read_as), right=True),
    Column("speaker", lambda row: row.said_by or f"{row.heading.outlet or 'the outlet'} (own voice)"),
    Column("outlet", lambda row: row.heading.outlet),
    Column("published", lambda row: row.heading.day),
    Column("as of", lambda row: row.figure.as_of),
    Column("words", lambda row: "".join(piece.text for piece in passage.of_row(row)), wraps=True),
)


def claim(context: typer.Context, identity: Annotated[str, typer.Argument(metavar="CLAIM")], as_json: AsJson = False) -> None:
    """One claim: its figures with their words, who gave them, how they relate, what was decided."""
    with context.obj.store() as store:
        view = identities.claim(store, identity)
    if as_json:
        listing.show_json([view])
        return
    typer.echo(heading(view.claim) + f"\nstate: {view.state}\n")
    listing.show(view.rows, FIGURES)
    for pair in view.pairs:
        typer.echo(f"{pair.relation.replace('_', ' ')}: {listing.cell(pair.reason)}")
    for decision in view.decisions:
        typer.echo(f"{decision.number}. {decision.verdict} by {listing.cell(decision.reviewer)}: {listing.cell(decision.reason)}")


def heading(found: Claim) -> str:
    relation = (found.relation or "one figure").replace("_", " ")
    return f"{listing.cell(found.name)}: {span_of(found.low, found.high)} ({relation})\n{listing.cell(found.reason)}"


class Order(StrEnum):
    """What quotes can be sorted by."""

    RELEVANCE = "relevance"
    TIME = "time"


QUOTES = (
    Column("speaker", lambda hit: hit.said_by or (hit.statement.mention.text if hit.statement.mention else "?")),
    Column("kind", lambda hit: made(hit.statement.kind, hit.statement)),
    Column("said", lambda hit: hit.snippet, wraps=True, lit=lambda hit: hit.lit),
    Column("via", lambda hit: [relay.text for relay in hit.statement.via]),
    Column("outlet", lambda hit: hit.heading.outlet),
    Column("published", lambda hit: hit.heading.day),
)


def quotes(
    context: typer.Context,
    words: Words = None,
    speaker: Speakers = None,
    outlet: Outlets = None,
    kind: Kinds = None,
    via: Via = None,
    metric: Metrics = None,
    place: Places = None,
    relation: Relations = None,
    after: After = None,
    before: Before = None,
    case: Case = None,
    has_figure: Annotated[bool, typer.Option("--has-figure", help="Only what holds a figure.")] = False,
    near: Annotated[str, typer.Option(help="A phrase: what has any of its words, the most alike first.")] = "",
    sort: Annotated[Order | None, typer.Option(help="By likeness to the words, or by day, the latest first.")] = None,
    limit: Limit = None,
    past: Past = "",
    offset: Annotated[int, typer.Option(help="Leave out so many rows at the beginning.", min=0)] = 0,
    counted: Counted = False,
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV: the table of statements of `tracker export`.")] = False,
) -> None:
    """What was said, by whom, where."""
    from tracker import cases, search

    query = filters.query(
        words,
        speakers=speaker,
        outlets=outlet,
        kinds=kind,
        via=via,
        metrics=metric,
        places=place,
        relations=relation,
        after=after,
        before=before,
        case=case,
        has_figure=has_figure,
        near=near,
        sort=sort.value if sort else "",
    )
    query = search.said(query)
    with context.obj.store() as store:
        query = cases.within(store, query)
        if counted:
            facets.show(store.search_facets(search.meant(store, query)[0]), as_json)
            return
        rows = listing.pages(
            lambda after, size: search.quotes(store, query, offset if after == past else 0, size, past=after).rows,
            lambda hit: hit.statement.id,
            listing.default_limit(limit),
            past,
        )
        total = explained(store, query)
        if as_csv:
            listing.show_csv(rows, tables.TABLE_BY_NAME["statements"])
        else:
            listing.show(rows, QUOTES, as_json, total, "Nothing was said that matches.")


def explained(store: Store, query: Query) -> int:
    """How many match; what there is to say of that is told on stderr."""
    from tracker import search

    found = search.quotes(store, query, 0, 1)
    filters.tell((found.asked or query).speakers, found.taken, found.close, found.note.split("; "))
    return found.total


def figures(
    context: typer.Context,
    words: Words = None,
    speaker: Speakers = None,
    outlet: Outlets = None,
    metric: Metrics = None,
    place: Places = None,
    relation: Relations = None,
    after: After = None,
    before: Before = None,
    case: Case = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Every figure, with the words it was read from."""
    query = filters.query(
        words,
        speakers=speaker,
        outlets=outlet,
        metrics=metric,
        places=place,
        relations=relation,
        after=after,
        before=before,
        case=case,
    )
    from tracker import search

    with context.obj.store() as store:
        query = filters.known(store, query)
        rows = islice(store.every_figure(search.meant(store, query)[0]), listing.default_limit(limit) or None)
        listing.show(rows, FIGURES, as_json, None, "No figure matches.")
