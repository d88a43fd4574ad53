"""`tracker speakers`: who was credited, which may be one, and everything one of them said."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from tracker import cases
from tracker.cli import filters, listing
from tracker.cli.decide import Reason, told
from tracker.cli.filters import AsJson, Case, Limit, Past
from tracker.cli.listing import Column
from tracker.errors import QueryError
from tracker.model import Profile, Query, Speaker, Verdict
from tracker.report import wording
from tracker.store.base import Store
from tracker.text import offices


class NameOrCommand(TyperGroup):
    """A word that is no command is a name to show."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        return super().resolve_command(ctx, args if args[0] in self.commands else ["show", *args])


app = typer.Typer(
    cls=NameOrCommand, invoke_without_command=True, help="Who was credited: list, show, proposals, join, split, rename, unnamed."
)


def register(parent: typer.Typer) -> None:
    parent.add_typer(app, name="speakers")


GIVEN = 40
"""Months, forms or figures that a line of a profile names."""
MANY = 1000
"""Speakers of a name that are looked at."""
SPEAKERS = (
    Column("speaker", lambda speaker: speaker.id, short=True),
    Column("name", lambda speaker: speaker.name, wraps=True),
    Column("kind", lambda speaker: speaker.kind),
    Column("also printed", lambda speaker: [form for form in speaker.variants if form != speaker.name], wraps=True),
)
PROPOSALS = (
    Column("one", lambda view: view.a.name, wraps=True),
    Column("other", lambda view: view.b.name, wraps=True),
    Column("score", lambda view: f"{view.proposal.match.score:.2f}", right=True),
    Column("why", lambda view: view.proposal.match.reason, wraps=True),
)
SAID = (
    Column("on", lambda hit: hit.statement.said_on or hit.heading.day),
    Column("outlet", lambda hit: hit.heading.outlet or hit.heading.title),
    Column("kind", lambda hit: hit.statement.kind),
    Column("said", lambda hit: hit.statement.told, wraps=True),
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
    case: Case = None,
    limit: Limit = None,
    past: Past = "",
    as_json: AsJson = False,
) -> None:
    """Speakers, with every form in which they are printed; of a case, the most quoted first."""
    with context.obj.store() as store:
        if case:
            credited = cases.speakers(store, cases.within(store, Query(case=case)))
            called = {speaker.id for speaker in store.speakers(name, 0, MANY)} if name else credited
            held = [speaker for each in credited if each in called and (speaker := store.speaker(each))]
            listing.show(held[: listing.default_limit(limit) or None], SPEAKERS, as_json, None, "No speaker of this case matches.")
            return
        past = past and one(store, past).id
        rows = listing.pages(
            lambda past, size: store.speakers(name, 0, size, past), lambda speaker: speaker.id, listing.default_limit(limit), past
        )
        listing.show(rows, SPEAKERS, as_json, None, "No speaker matches.")


@app.command("proposals")
def list_proposals(context: typer.Context, case: Case = None, limit: Limit = None, as_json: AsJson = False) -> None:
    """Speakers that may be one, most alike first; join or split them."""
    with context.obj.store() as store:
        wanted = set(cases.speakers(store, cases.within(store, Query(case=case)))) if case else None
        most = 0 if case else listing.default_limit(limit)
        rows = listing.pages(lambda past, size: store.proposals(0, size, past), lambda v: f"{v.proposal.a} {v.proposal.b}", most)
        if wanted is not None:
            rows = itertools.islice((v for v in rows if {v.a.id, v.b.id} & wanted), listing.default_limit(limit) or None)
        listing.show(rows, PROPOSALS, as_json, None, "No speakers wait to be joined.")


@app.command("show")
def show_speaker(context: typer.Context, name: str, limit: Limit = None, as_json: AsJson = False) -> None:
    """Names and roles with their dates, what was said by month, figures given, contradictions, who disputes them; then every statement."""
    from tracker import search

    with context.obj.store() as store:
        profile = search.profile(store, meant(store, name).id)
        assert profile
        if as_json:
            listing.show_json([profile])
            return
        print("\n".join(listing.cell(line) for line in about(profile)) + "\n", flush=True)
        listing.show(
            profile.hits[: listing.default_limit(limit) or None], SAID, False, len(profile.hits), "Nothing is credited to this speaker."
        )


def about(profile: Profile) -> Iterator[str]:
    """A profile in lines, what there is nothing of left out; a contradiction and a dispute have a line of their own."""
    speaker, given = profile.speaker, [figure for hit in profile.hits for figure in hit.figures]
    yield f"{speaker.name} ({speaker.kind})"
    yield from (f"as {title}: {wording.days(first, last) or 'undated'}" for title, first, last in offices.held(speaker.roles))
    parts = (
        ("printed as", [form for form in speaker.variants if form != speaker.name]),
        ("statements", [f"{len(profile.hits):,}"]),
        ("by month", [f"{month} ({count:,})" for month, count in profile.months]),
        ("figures given", [f"{figure.stated} {figure.metric.replace('_', ' ')} ({wording.day(figure.as_of)})" for figure in given]),
    )
    for label, words in parts:
        more = f" and {len(words) - GIVEN:,} more" if len(words) > GIVEN else ""
        yield from [f"{label}: {', '.join(words[:GIVEN])}{more}"] if words else ()
    yield from (f"own contradiction: {pair.reason}" for pair in profile.contradictions)
    yield from (f"disputed by: {name} ({reason})" for name, reason in profile.disputes)


def meant(store: Store, name: str) -> Speaker:
    """The speaker that a name, a slip of it or an office stands for, said on stderr where it is not the name; raises QueryError unless that
    is one. Beside somebody who is named, those who are only called by the office are left out.
    """
    from tracker import search

    try:
        return one(store, name)
    except QueryError:
        taken, close = search.speakers_meant(store, Query(speakers=(name,)))
        words = store.office_words(name)
        taken = [speaker for speaker in taken if not search.is_called(speaker, words)] or taken
        if len(taken) != 1:
            raise
        notes = list(search.offices_said(store, name, taken, close))
        filters.tell((name,), [taken[0].name], [speaker.name for speaker in close], notes)
        return taken[0]


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
