"""`tracker log`: who decided what, when and why; undo any of it; carry decisions to another database."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from tracker.cli import listing
from tracker.cli.filters import AsJson, Case, Limit
from tracker.cli.listing import Column
from tracker.errors import ExportError, InputError, QueryError
from tracker.model import Decision, Query

app = typer.Typer(invoke_without_command=True, help="Decisions: list, undo, redo, export, replay, orphans.")


def register(parent: typer.Typer) -> None:
    parent.add_typer(app, name="log")


ABOUT = 6
"""Things that a decision is said to be about."""
DECISIONS = (
    Column("number", lambda decision: decision.number, right=True),
    Column("when", lambda decision: decision.at.isoformat(" ", "minutes")[:16]),
    Column("who", lambda decision: decision.reviewer),
    Column("verdict", lambda decision: decision.act),
    Column("about", lambda decision: [anchor.words for anchor in decision.anchors], wraps=True),
    Column("value", lambda decision: decision.setting, wraps=True),
    Column("reason", lambda decision: decision.reason, wraps=True),
    Column("", lambda decision: "" if decision.stands else f"undone by {decision.withdrawn_by}"),
)


@app.callback()
def log(context: typer.Context, case: Case = None, limit: Limit = None, as_json: AsJson = False) -> None:
    """Every decision, newest first: list (also without a word), undo, redo, export, replay, orphans."""
    if context.invoked_subcommand is None:
        list_decisions(context, case, limit, as_json)


@app.command("list")
def list_decisions(context: typer.Context, case: Case = None, limit: Limit = None, as_json: AsJson = False) -> None:
    """Every decision, newest first, undone ones too; of a case, those about its articles and what was read in them."""
    from tracker import cases

    with context.obj.store() as store:
        if case:
            held = cases.decisions(store, cases.within(store, Query(case=case)))
            listing.show(held[: listing.default_limit(limit) or None], DECISIONS, as_json, None, "Nothing has been decided in this case.")
            return
        rows = listing.pages(
            lambda past, size: store.decisions((), 0, size, int(past or 0)), lambda decision: decision.number, listing.default_limit(limit)
        )
        listing.show(rows, DECISIONS, as_json, None, "Nothing has been decided yet.")


@app.command()
def undo(
    context: typer.Context,
    number: Annotated[int | None, typer.Argument(help="The decision's number; without it, your newest.")] = None,
    force: Annotated[bool, typer.Option(help="Undo it though later decisions rest on it.")] = False,
) -> None:
    """Withdraw a decision; the record stays. Where later decisions rest on it they are shown, and it is undone with --force only."""
    from tracker import history

    with context.obj.store() as store:
        resting = history.dependents(store, number) if number is not None else []
        if resting and not force:
            listing.show(resting, DECISIONS)
            rest = f"{listing.counted(len(resting), 'later decision')} {'rest' if len(resting) > 1 else 'rests'}"
            raise QueryError(str(number), f"{rest} on this one (above); undo it with --force")
        said("undone", history.undo(store, context.obj.reviewer, number))


@app.command()
def redo(context: typer.Context) -> None:
    """Take back your newest undo."""
    from tracker import history

    with context.obj.store() as store:
        said("stands again", history.redo(store, context.obj.reviewer))


def said(done: str, decision: Decision | None) -> None:
    if decision is None:
        print("there is nothing of yours to take back")
    else:
        print(f"{done}: {summary(decision)}")


def summary(decision: Decision) -> str:
    """ "7. prefer: 1,400, around 1,200", "8. case elm: Bridge falls": number, verdict, what was set where it is a word, and on what."""
    value = "" if decision.value.startswith("{") else f" {listing.cell(decision.value)}"
    about = [anchor.words or anchor.article[: listing.DIGITS] for anchor in decision.anchors[:ABOUT]]
    more = f" and {len(decision.anchors) - ABOUT:,} more" if len(decision.anchors) > ABOUT else ""
    return f"{decision.number}. {decision.act}{value.rstrip()}: {listing.cell(about)}{more}"


@app.command("export")
def export_log(
    context: typer.Context, output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; else the terminal.")] = None
) -> None:
    """Every decision as JSON Lines, oldest first, undone ones too: for replay on another database."""
    from tracker import history

    with context.obj.store() as store, writing(output) as stream:
        for line in history.export_log(store):
            stream.write(line + "\n")


@contextmanager
def writing(output: Path | None) -> Iterator[TextIO]:
    """The file, complete or not there at all; standard output where none is named."""
    if output is None:
        yield sys.stdout
        return
    making = output.with_name(output.name + ".part")
    try:
        with making.open("w", encoding="utf-8") as stream:
            yield stream
        making.replace(output)
    except OSError as error:
        raise ExportError(str(output), f"cannot be written ({(error.strerror or str(error)).lower()})") from error
    finally:
        making.unlink(missing_ok=True)


@app.command()
def replay(context: typer.Context, file: Annotated[str, typer.Argument(help="What export wrote, or - for standard input.")]) -> None:
    """Take decisions over from another database. Those that are here already change nothing; those about words not here wait for them."""
    from tracker import history

    failed = replayed = 0
    with context.obj.store() as store, reading(file) as lines:
        for found in history.replay(store, lines):
            replayed += not isinstance(found, QueryError)
            if isinstance(found, QueryError):
                failed += 1
                print(f"failed: {listing.cell(found)}", file=sys.stderr)
        waiting = len(history.orphans(store))
    here = f"; {waiting:,} {'are' if waiting > 1 else 'is'} about words not found here" if waiting else ""
    print(f"{listing.counted(replayed, 'decision')} replayed{here}")
    if failed:
        raise typer.Exit(1)


@contextmanager
def reading(file: str) -> Iterator[TextIO]:
    if file == "-":
        yield sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8", errors="replace") as stream:
            yield stream
    except OSError as error:
        raise InputError(file, f"cannot be read ({(error.strerror or str(error)).lower()})") from error


@app.command()
def orphans(context: typer.Context, as_json: AsJson = False) -> None:
    """Decisions about words that are no longer found: never dropped, never moved by guess."""
    from tracker import history

    with context.obj.store() as store:
        listing.show(
            [ruling.decision for ruling in history.orphans(store)], DECISIONS, as_json, None, "Every decision is about something found."
        )
