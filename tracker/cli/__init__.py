"""The command line: the one place where the program is put together."""

from __future__ import annotations

import typer

from tracker.cli import machine

app = typer.Typer(add_completion=True, rich_markup_mode=None, pretty_exceptions_enable=False)
machine.register(app)


def main() -> None:
    """Run `tracker`."""
    app()
