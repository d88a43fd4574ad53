"""`tracker speakers`: who was credited, which may be one, and everything one of them said."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli import listing
from tracker.cli.decide import Reason, told
from tracker.cli.filters import AsJson, Limit
from tracker.cli.listing import Column
from tracker.errors import QueryError
from tracker.model import Speaker, Verdict
from tracker.store.base import Store

app = typer.Typer(invoke_without_command=True, help="Who was credited: list, show, proposals, join, split, rename, unnamed.")


def register(parent: typer.Typer) -> None:
    parent.add_typer(app, name="speakers")


SPEAKERS = (
    Column("speaker", lambda speaker: speaker.id, short=True),
    Column("name", lambda speaker: speaker.name, wraps=True),
    Column("kind", lambda speaker: speaker.kind),
    Column("as printed", lambda speaker: speaker.variants, wraps=True),
)
PROPOSALS = (
    Column("one", lambda view: view.a.name, wraps=True),
    Column("other", lambda view: view.b.name, wraps=True),
    Column("score", lambda view: f"{view.proposal.match.score:.2f}", right=True),
    Column("why", lambda view: view.proposal.match.reason, wraps=True),
)
SAID = (
    Column("on", lambda hit: hit.statement.said_on or hit.heading.day),
    Column("outlet", lambda hit: hit.heading.outlet),
    Column("kind", lambda hit: hit.statement.kind),
    Column("said", lambda hit: hit.statement.content, wraps=True),
    Column("via", lambda hit: [relay.text for relay in hit.statement.via]),
)


@app.callback()
def speakers(context: typer.Context, as_json: AsJson = False) -> None:
    """Who was credited: list (also without a word), show, proposals, join, split, rename, unnamed."""
    if context.invoked_subcommand is None:
        list_speakers(context, as_json=as_json)


@app.command("list")
def list_speakers(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A name or a part of one; the nearest come first.")] = "",
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Speakers, with every form in which they are printed."""
    with context.obj.store() as store:
        rows = listing.pages(lambda offset, size: store.speakers(name, offset, size), listing.default_limit(limit))
        listing.show(rows, SPEAKERS, as_json, None, "No speaker matches.")


@app.command("proposals")
def list_proposals(context: typer.Context, limit: Limit = None, as_json: AsJson = False) -> None:
    """Speakers that may be one, most alike first; join or split them."""
    with context.obj.store() as store:
        rows = listing.pages(lambda offset, size: store.proposals(offset, size), listing.default_limit(limit))
        listing.show(rows, PROPOSALS, as_json, None, "No speakers wait to be joined.")


@app.command("show")
def show_speaker(context: typer.Context, name: str, limit: Limit = None, as_json: AsJson = False) -> None:
    """Everything one speaker said, in time order."""
    with context.obj.store() as store:
        found = one(store, name)
        rows = listing.pages(lambda offset, size: store.statements_of(found.id, offset, size), listing.default_limit(limit))
        if not as_json:
            print(f"{listing.cell(found.name)} ({found.kind}), printed as {listing.cell(found.variants)}", flush=True)
        listing.show(rows, SAID, as_json, None, "Nothing is credited to this speaker.")


def one(store: Store, name: str) -> Speaker:
    """The speaker of an id or a name. Raises QueryError, with the nearest names, unless exactly one bears it."""
    if found := store.speaker(name):
        return found
    near = store.speakers(name, 0, 50)
    folded = name.casefold()
    exact = [speaker for speaker in near if folded in {form.casefold() for form in (speaker.name, *speaker.variants)}]
    starting = [speaker for speaker in near if speaker.id.startswith(name)] if len(name) >= 6 else []
    if len(exact or starting) == 1:
        return (exact or starting)[0]
    why = "is the name of several speakers; give the id" if exact else "there is no such speaker"
    raise QueryError(name, why, tuple(f"{speaker.name} ({speaker.id[:12]})" for speaker in (exact or near)[:3]))


@app.command()
def join(context: typer.Context, name: str, other: str, reason: Reason = "") -> None:
    """Two speakers are one; the first name stands."""
    judged(context, Verdict.SAME_SPEAKER, (name, other), reason)


@app.command()
def split(context: typer.Context, name: str, other: str, reason: Reason = "") -> None:
    """Two speakers are not the same; they are never proposed again."""
    judged(context, Verdict.NOT_SAME_SPEAKER, (name, other), reason)


@app.command()
def rename(context: typer.Context, name: str, to: str, reason: Reason = "") -> None:
    """The name a speaker is shown by."""
    judged(context, Verdict.RENAME_SPEAKER, (name,), reason, to)


@app.command()
def unnamed(context: typer.Context, name: str, reason: Reason = "") -> None:
    """Nobody is named: an official, a source, a witness."""
    judged(context, Verdict.UNNAMED_SPEAKER, (name,), reason)


def judged(context: typer.Context, verdict: Verdict, names: tuple[str, ...], reason: str, value: str = "") -> None:
    from tracker import review

    with context.obj.store() as store:
        ids = [name if store.speakers_called(name) else one(store, name).id for name in names]
        told(review.speakers(store, verdict, ids, context.obj.reviewer, reason, value))
