"""docs/commands.md names every command there is, and none that is not."""

from __future__ import annotations

import re

from tests.cli.conftest import ROOT
from tracker import cli

TABLE = re.compile(r"^\| ((?:`[a-z-]+`(?:, )?)+) \|", re.MULTILINE)


def test_the_table_of_commands_is_complete() -> None:
    import typer

    cells = TABLE.findall((ROOT / "docs" / "commands.md").read_text("utf-8"))
    shown = {name for cell in cells for name in re.findall(r"`([a-z-]+)`", cell)}
    group = typer.main.get_command(cli.app)
    known = {name for name, command in getattr(group, "commands", {}).items() if not command.hidden}
    assert shown - known == set()
    assert known - shown == set()
