"""`tracker cases`: which cases there are, and what belongs to them."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli import identities, listing
from tracker.cli.decide import Reason, told
from tracker.cli.filters import AsJson
from tracker.cli.listing import Column

app = typer.Typer(invoke_without_command=True, help="Named cases: list, put.")
CASES = (Column("case", lambda row: row[0]), Column("articles", lambda row: row[1], right=True))


def register(parent: typer.Typer) -> None:
    parent.add_typer(app, name="cases")


@app.callback()
def cases(context: typer.Context, as_json: AsJson = False) -> None:
    """Named cases: list (also without a word), put. Lists and exports take --case."""
    if context.invoked_subcommand is None:
        list_cases(context, as_json)


@app.command("list")
def list_cases(context: typer.Context, as_json: AsJson = False) -> None:
    """Every case with the number of its articles."""
    from tracker import cases as named

    with context.obj.store() as store:
        rows = [{"case": name, "articles": count} for name, count in named.names(store)]
        listing.show(
            rows if as_json else [tuple(row.values()) for row in rows], CASES, as_json, None, "No case yet: tracker add --case NAME."
        )


@app.command()
def put(context: typer.Context, case: str, articles: Annotated[list[str], typer.Argument(metavar="ARTICLE…")], reason: Reason = "") -> None:
    """Put articles into a case, which is made by its first one; tracker log undo takes them out."""
    from tracker import cases as named

    with context.obj.store() as store:
        ids = [identities.article(store, words).id for words in articles]
        told(named.put(store, case, ids, context.obj.reviewer, reason))
