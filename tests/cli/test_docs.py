"""docs/commands.md names every command there is, and none that is not."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

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


PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SHOWN = re.compile(r"`(tracker [^`]+)`|^ {4}(tracker .*)$|^(tracker .*)$", re.MULTILINE)
ROW = re.compile(r"^\| `([a-z-]+)` \|(.*)\|$", re.MULTILINE)
OPTION = re.compile(r"--[a-z][a-z-]*")


def command_of(words: list[str]) -> tuple[Any, list[str]]:
    """The command that the words name, and what is left of them."""
    import typer

    found: Any = typer.main.get_command(cli.app)
    while words and words[0] in getattr(found, "commands", {}):
        found, words = found.commands[words[0]], words[1:]
    return found, words


def options(command: Any) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts} | {"--help", "--db", "--as", "--install-completion"}


def shown(page: Path) -> Iterator[str]:
    for match in SHOWN.finditer(page.read_text("utf-8")):
        yield next(filter(None, match.groups())).partition(" #")[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_and_option_named_in_the_text_exists(page: Path) -> None:
    for line in shown(page):
        words = shlex.split(re.sub(r"\$\([^)]*\)|[\[\]…|]", " ", line).replace("--db copy.sqlite ", ""))[1:]
        command, rest = command_of(words)
        first = next(iter(rest), "")
        assert not (hasattr(command, "commands") and first.islower() and first.isalpha() and command.name != "speakers"), (
            f"{page.name}: {line}"
        )
        assert {word for word in words if OPTION.fullmatch(word)} <= options(command), f"{page.name}: {line}"


def test_options_named_beside_a_command_are_its_own() -> None:
    for name, told in ROW.findall((ROOT / "docs" / "commands.md").read_text("utf-8")):
        command, _ = command_of([name])
        own = options(command).union(*(options(each) for each in getattr(command, "commands", {}).values()))
        assert set(OPTION.findall(re.sub(r"`tracker [^`]*`|`--case`", "", told))) <= own, name
