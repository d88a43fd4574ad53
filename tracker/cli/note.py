"""`tracker note`: a statement without an article: a phone call, a broadcast, a document on paper."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import listing
from tracker.errors import InputError
from tracker.store.base import Store


def register(app: typer.Typer) -> None:
    app.command()(note)


def note(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="What was said or shown, or - for standard input.")],
    source: Annotated[str, typer.Option(help="Who spoke or published: it stands where an outlet stands.")],
    date: Annotated[str, typer.Option(help="The day (2024-03-05).")],
    medium: Annotated[str, typer.Option(help="call, broadcast, paper, visit …")] = "call",
    place: Annotated[str | None, typer.Option(help="Where.")] = None,
    title: Annotated[str | None, typer.Option(help="A line to find it by.")] = None,
    attach: Annotated[Path | None, typer.Option(help="A file that shows it; its name and hash are kept, and its bytes.")] = None,
    case: Annotated[str | None, typer.Option(help="Put it into this case.")] = None,
) -> None:
    """Store what has no article, with its date, place and medium; it is read as an article is."""
    words = sys.stdin.read() if text == "-" else text
    with context.obj.store() as store:
        for line in noted(store, context.obj.reviewer, words, source, date, medium, place, title, attach, case):
            print(line)


def noted(
    store: Store,
    reviewer: str,
    text: str,
    source: str,
    date: str,
    medium: str = "call",
    place: str | None = None,
    title: str | None = None,
    attach: Path | None = None,
    case: str | None = None,
) -> Iterator[str]:
    """Store a note; what became of it, in lines. Raises InputError."""
    from tracker import pipeline
    from tracker.cli.add import put_into
    from tracker.ingest import Given
    from tracker.ingest.decode import storable
    from tracker.ingest.reading import finished
    from tracker.model import Article, Document

    words = storable(text)
    raw, proof = attached(attach) if attach else (words.encode("utf-8", "replace"), "")
    signed = f"note by {reviewer}" + (f" with {proof}" if proof else "")
    given = Given(title or f"{medium}: {listing.cell(words)[:80]}", source, (), date, place=place, medium=medium)
    document = finished(Document(Article(words), raw, signed, "application/octet-stream" if attach else "text/plain"), given)
    if isinstance(document, InputError):
        raise document
    for outcome in pipeline.ingest([document], store):
        if outcome.error is not None:
            raise outcome.error
        put_into(store, case, [outcome.article] if outcome.article else [], reviewer)
        known = "stored" if outcome.is_new else "known already"
        read = f"{listing.counted(outcome.statements, 'statement')} and {listing.counted(outcome.figures, 'figure')}"
        yield f"{known}: {outcome.article} with {read}"
    if proof:
        yield f"attached: {proof}"


def attached(path: Path) -> tuple[bytes, str]:
    """The bytes of a file, and its name with their hash. Raises InputError."""
    from tracker.ingest.plain import whole
    from tracker.ingest.sources import shown, unreadable

    try:
        with path.open("rb") as stream:
            raw = whole(stream, shown(path))
    except OSError as error:
        raise unreadable(path, error) from error
    return raw, f"{shown(path.name)} (SHA-256 {hashlib.sha256(raw).hexdigest()})"
