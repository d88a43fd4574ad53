"""`tracker cases`: which cases there are, and what belongs to them."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli import identities, listing
from tracker.cli.decide import Reason, told
from tracker.cli.filters import AsJson
from tracker.cli.listing import Column
from tracker.cli.speakers import one
from tracker.errors import QueryError

app = typer.Typer(invoke_without_command=True, help="Named cases: list, put.")
CASES = (
    Column("case", lambda case: case.name),
    Column("articles", lambda case: case.articles, right=True),
    Column("claims", lambda case: case.claims, right=True),
    Column("speakers", lambda case: case.speakers, right=True),
)


def register(parent: typer.Typer) -> None:
    parent.add_typer(app, name="cases")


@app.callback()
def cases(context: typer.Context, as_json: AsJson = False) -> None:
    """Named cases: list (also without a word), put. Lists and exports take --case."""
    if context.invoked_subcommand is None:
        list_cases(context, as_json)


@app.command("list")
def list_cases(context: typer.Context, as_json: AsJson = False) -> None:
    """Every case with how many articles, claims and speakers were put into it."""
    with context.obj.store() as store:
        listing.show(store.cases(), CASES, as_json, None, "No case yet: tracker add --case NAME.")


@app.command()
def put(
    context: typer.Context,
    case: str,
    articles: Annotated[list[str] | None, typer.Argument(metavar="[ARTICLE…]")] = None,
    claim: Annotated[list[str] | None, typer.Option(help="A claim, with its figures; may be repeated.")] = None,
    speaker: Annotated[list[str] | None, typer.Option(help="A speaker, with what they said; may be repeated.")] = None,
    reason: Reason = "",
) -> None:
    """Put articles, claims and speakers into a case, which is made by its first one; tracker log undo takes them out."""
    from tracker import cases as named

    if not (articles or claim or speaker):
        raise QueryError(case, "nothing to put there was given", ("ARTICLE", "--claim", "--speaker"))
    reviewer = context.obj.reviewer
    with context.obj.store() as store:
        if ids := [identities.article(store, words).id for words in articles or []]:
            told(named.put(store, case, ids, reviewer, reason))
        for words in claim or []:
            told(named.put_claim(store, case, identities.claim(store, words).claim.id, reviewer, reason))
        for name in speaker or []:
            told(named.put_speaker(store, case, one(store, name).id, reviewer, reason))
