"""The filters every list command takes, and the query they make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from tracker.cli.listing import cell
from tracker.errors import QueryError
from tracker.model import Kind, Query, Relation
from tracker.store.base import Store

Words = Annotated[
    list[str] | None,
    typer.Argument(help='Words, "phrases", and operators such as speaker:lind outlet:post after:2023-10; @name is a saved query.'),
]
Speakers = Annotated[list[str] | None, typer.Option("--speaker", help="Only what this speaker said; may be repeated.")]
Outlets = Annotated[list[str] | None, typer.Option("--outlet", help="Only from this outlet; may be repeated.")]
Metrics = Annotated[list[str] | None, typer.Option("--metric", help="Only figures that count this (killed, injured, troops …).")]
Places = Annotated[list[str] | None, typer.Option("--place", help="Only about this place.")]
Relations = Annotated[list[str] | None, typer.Option("--relation", help="conflict, revision, running_total, compatible …")]
States = Annotated[list[str] | None, typer.Option("--state", help="open, decided, disputed, pending.")]
Kinds = Annotated[list[str] | None, typer.Option("--kind", help="direct, indirect, mixed, narration.")]
Via = Annotated[list[str] | None, typer.Option("--via", help="Only what came through this relay.")]
After = Annotated[str | None, typer.Option(help="Published on this day or later (2023, 2023-10, 2023-10-07).")]
Before = Annotated[str | None, typer.Option(help="Published on this day or before.")]
Case = Annotated[str | None, typer.Option(help="Only within this case.")]
Limit = Annotated[int | None, typer.Option(help="At most so many rows; 0 is all.", min=0)]
Past = Annotated[str, typer.Option("--past", help="Go on after the row of this identity: the last one of the page before.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def query(words: list[str] | None = None, **fields: object) -> Query:
    """The query of the words (in the search language) and the options; an option wins over an operator."""
    base = from_words(" ".join(map(unfolded, words))) if words else Query()
    set_fields = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items() if value}
    for name in ("after", "before"):
        if name in set_fields:
            set_fields[name] = day(str(set_fields[name]), name == "before")
    for name in CHOICES:
        checked(name, set_fields.get(name, ()))
    return replace(base, **set_fields)  # type: ignore[arg-type]


def unfolded(word: str) -> str:
    """The words of a query saved in the configuration for `@name`; any other word as it is. Raises QueryError for a name that is none."""
    if not word.startswith("@") or len(word) < 2:
        return word
    from difflib import get_close_matches

    from tracker import config

    saved = config.load().queries
    if word[1:] not in saved:
        near = get_close_matches(word[1:], saved, 3, 0.4) or list(saved)[:3]
        raise QueryError(word, "is no query saved under [queries] in the configuration", tuple(f"@{name}" for name in near))
    return saved[word[1:]]


def from_words(words: str) -> Query:
    from tracker import search

    parsed, note = search.parse(words)
    if note:
        typer.echo(f"tracker: {note}", err=True)
    return parsed


MANY = 5
"""Speakers named in a note."""
CHOICES = {
    "relations": ("is no relation", (*(relation.value for relation in Relation), "single")),
    "kinds": ("is no kind of statement", tuple(kind.value for kind in Kind)),
    "states": ("is no state", ("open", "decided", "disputed", "pending")),
}
"""Filters that take one of a few words: what is wrong with another, and the words."""


def checked(name: str, values: object) -> None:
    """Raises QueryError, with the nearest, where one of the values is none of the few that a filter takes."""
    from difflib import get_close_matches

    why, known = CHOICES[name]
    for value in values if isinstance(values, (list, tuple)) else ():
        if value not in known:
            raise QueryError(value, why, tuple(get_close_matches(value, known, 1, 0.3)) or known)


def day(words: str, is_last: bool = False) -> dt.date:
    """The first (last) day of "2023", "2023-10" or "2023-10-07"; a date as people write it otherwise. Raises QueryError."""
    from tracker.ingest import moments
    from tracker.search import day_of

    found = day_of(words, is_last) or moments.stamp(words)
    if found is None:
        raise QueryError(words, "is not a date", ("2023-10-07",))
    return found.date() if isinstance(found, dt.datetime) else found


def tell(asked: Sequence[str], taken: Sequence[str], close: Sequence[str], notes: Sequence[str]) -> None:
    """On stderr: what was understood differently, which speakers were taken where another name was typed, and who was close."""
    typed = [name.casefold() for name in asked]
    is_told = any(line.partition(":")[0].casefold() in typed for line in notes)
    lines = ["; ".join(notes)]
    if taken and not is_told and [name.casefold() for name in taken] != typed:
        lines.append(f"speaker taken: {named(taken)}" + (f" (close: {named(close)})" if close else ""))
    elif close and not taken:
        lines.append(f"did you mean {named(close)}?")
    for line in filter(None, lines):
        typer.echo(f"tracker: {cell(line)}", err=True)


def named(speakers: Sequence[str]) -> str:
    """The first few of them."""
    return ", ".join(speakers[:MANY]) + (f" and {len(speakers) - MANY:,} more" if len(speakers) > MANY else "")


def known(store: Store, query: Query) -> Query:
    """The query with outlets, speakers and the case as the database has them; on stderr, who else may have been meant."""
    from tracker import cases, search

    query = cases.within(store, query)
    outlets = tuple(name for asked in query.outlets for name in search.outlets_meant(store, asked))
    taken, close = search.speakers_meant(store, query)
    notes = search.speakers_said(store, query.speakers, taken, close)
    tell(query.speakers, [speaker.name for speaker in taken], [speaker.name for speaker in close], notes)
    return replace(query, outlets=outlets, speakers=tuple(speaker.name for speaker in taken) or query.speakers)
