"""`tracker outlets`: who published, and how far they are trusted."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker import cases
from tracker.cli import listing
from tracker.cli.decide import Reason, told
from tracker.cli.filters import AsJson, Case
from tracker.cli.listing import Column
from tracker.errors import QueryError
from tracker.model import Query

app = typer.Typer(invoke_without_command=True, help="Who published: list, grade.")
OUTLETS = (
    Column("outlet", lambda outlet: outlet.name),
    Column("grade", lambda outlet: outlet.grade),
    Column("also written", lambda outlet: outlet.variants, wraps=True),
)


def register(parent: typer.Typer) -> None:
    parent.add_typer(app, name="outlets")


@app.callback()
def outlets(context: typer.Context, as_json: AsJson = False) -> None:
    """Who published: list (also without a word), grade."""
    if context.invoked_subcommand is None:
        list_outlets(context, as_json=as_json)


@app.command("list")
def list_outlets(context: typer.Context, case: Case = None, as_json: AsJson = False) -> None:
    """Outlets with their Admiralty grade, A (reliable) to F (cannot be judged)."""
    with context.obj.store() as store:
        named = cases.outlets(store, cases.within(store, Query(case=case))) if case else None
        listing.show(
            [outlet for outlet in store.outlets() if named is None or outlet.name in named],
            OUTLETS,
            as_json,
            None,
            "No outlet is known yet.",
        )


@app.command()
def grade(
    context: typer.Context,
    outlet: str,
    grade: Annotated[str, typer.Argument(metavar="A-F", help="A reliable … E unreliable, F unknown.")],
    reason: Reason = "",
) -> None:
    """Grade an outlet: a decision, logged and undoable."""
    from tracker import review, search

    with context.obj.store() as store:
        names = search.outlets_meant(store, outlet)
        if len(names) != 1 or names[0] not in {known.name for known in store.outlets()}:
            raise QueryError(outlet, "names several outlets" if len(names) > 1 else "there is no such outlet", tuple(names[:4]))
        told(review.grade(store, names[0], grade, context.obj.reviewer, reason))
