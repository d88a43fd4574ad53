"""The program as its users run it, with a database and a configuration of its own."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracker import cli

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Finished:
    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Finished]

FIRST = """---
title: Ferry sinks off northern cape
outlet: Harbour Post
author: Rosa Lind
published: 2021-03-24
---
The ferry sank off the northern cape on Tuesday, killing 340 people, the coast guard said.

“We lost two boats in the search,” said harbour master Omar Tayeb.
"""
SECOND = """---
title: Toll in ferry sinking
outlet: Cape Courier
published: 2021-03-24
---
The ferry sank off the northern cape on Tuesday. At least 12 people were killed, the transport ministry said.
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("conflicts", "--json")`: what the program printed, and its exit code. It runs in this process, which is ten times faster."""
    for key in [key for key in os.environ if key.startswith("TRACKER_") and key != "TRACKER_CORPUS"]:
        monkeypatch.delenv(key)
    monkeypatch.setenv("TRACKER_DB", str(tmp_path / "case.db"))
    monkeypatch.setenv("TRACKER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.chdir(tmp_path)

    def call(*words: str, given: str = "", **more: str) -> Finished:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        with monkeypatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            for key, value in more.items():
                patch.setenv(key, value)
            patch.setattr(sys, "argv", ["tracker", *words])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8"))
            code = ended(cli.main)
        return Finished(code, read(out), read(err))

    return call


def ended(program: Callable[[], None]) -> int:
    try:
        program()
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else 0 if ending.code is None else 1
    return 0


def read(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")


@pytest.fixture
def case(tmp_path: Path, run: Run) -> Run:
    """`run` on a database with two articles that disagree."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "first.md").write_text(FIRST, "utf-8")
    (tmp_path / "in" / "second.md").write_text(SECOND, "utf-8")
    assert run("add", "in").returncode == 0
    return run
