"""`tracker log`: who decided what, when and why; undo any of it; carry decisions to another database."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli import listing
from tracker.cli.filters import AsJson, Limit
from tracker.cli.listing import Column
from tracker.errors import QueryError
from tracker.model import Decision

app = typer.Typer(invoke_without_command=True, help="Decisions: list, undo, redo, export, replay.")


def register(parent: typer.Typer) -> None:
    parent.add_typer(app, name="log")


DECISIONS = (
    Column("number", lambda decision: decision.number, right=True),
    Column("when", lambda decision: decision.at.isoformat(" ", "minutes")[:16]),
    Column("who", lambda decision: decision.reviewer),
    Column("verdict", lambda decision: decision.verdict.replace("_", " ")),
    Column("about", lambda decision: [anchor.words for anchor in decision.anchors], wraps=True),
    Column("value", lambda decision: decision.value, wraps=True),
    Column("reason", lambda decision: decision.reason, wraps=True),
    Column("", lambda decision: "" if decision.stands else f"undone by {decision.withdrawn_by}"),
)


@app.callback()
def log(context: typer.Context, limit: Limit = None, as_json: AsJson = False) -> None:
    """Every decision, newest first: list (also without a word), undo, redo, export, replay."""
    if context.invoked_subcommand is None:
        list_decisions(context, limit, as_json)


@app.command("list")
def list_decisions(context: typer.Context, limit: Limit = None, as_json: AsJson = False) -> None:
    """Every decision, newest first, undone ones too."""
    from tracker import review

    with context.obj.store() as store:
        rows = listing.pages(lambda offset, size: review.log(store, offset, size), listing.default_limit(limit))
        listing.show(rows, DECISIONS, as_json, None, "Nothing has been decided yet.")


@app.command()
def undo(
    context: typer.Context,
    number: Annotated[int | None, typer.Argument(help="The decision's number; without it, your newest.")] = None,
    force: Annotated[bool, typer.Option(help="Undo it though later decisions rest on it.")] = False,
) -> None:
    """Withdraw a decision; the record stays. Later decisions that rest on it are shown first, and nothing is undone without --force."""
    from tracker import review

    with context.obj.store() as store:
        resting = review.dependents(store, number) if number is not None else []
        if resting and not force:
            listing.show(resting, DECISIONS)
            raise QueryError(str(number), f"{len(resting)} later decisions rest on this one (above); undo it with --force")
        said("undone", review.undo(store, context.obj.reviewer, number))


@app.command()
def redo(context: typer.Context) -> None:
    """Take back your newest undo."""
    from tracker import review

    with context.obj.store() as store:
        said("taken back", review.redo(store, context.obj.reviewer))


def said(done: str, decision: Decision | None) -> None:
    if decision is None:
        print("there is nothing of yours to take back")
        return
    print(
        f"{done}: {decision.number}. {decision.verdict.replace('_', ' ')} on {listing.cell([anchor.words for anchor in decision.anchors])}"
    )
