"""The command line: the one place where the program is put together. A command calls one function; libraries load only when used."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tracker import __version__
from tracker.cli import (
    add,
    articles,
    cases,
    database,
    decide,
    demo,
    export,
    lists,
    log,
    machine,
    note,
    outlets,
    speakers,
    statements,
    watch,
)
from tracker.cli.session import Group, Session, hoisted

app = typer.Typer(
    name="tracker",
    cls=Group,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def version(wanted: bool) -> None:
    if wanted:
        print(f"tracker {__version__}")
        raise typer.Exit()


@app.callback(invoke_without_command=True)
def tracker(
    context: typer.Context,
    db: Annotated[str | None, typer.Option(help="The database: a file or a URL.", envvar="TRACKER_DB")] = None,
    named: Annotated[str | None, typer.Option("--as", help="The name that stands on decisions made now.")] = None,
    show_version: Annotated[bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Claims in news articles and where they come from. Without a command: the review desk."""
    context.obj = Session(db, named)
    context.obj.config.name_files()
    if context.invoked_subcommand is None:
        lists.review(context)


for part in (add, watch, note, lists, articles, outlets, speakers, statements, cases, decide, log, export, database, demo, machine):
    part.register(app)


def main() -> None:
    """Run `tracker`."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    app(args=hoisted(sys.argv[1:]))
