"""The program as its users run it: a process of its own, with its own database and configuration."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
Run = Callable[..., "subprocess.CompletedProcess[str]"]

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
def run(tmp_path: Path) -> Run:
    """`run("conflicts", "--json")`: the finished process, its output as text."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("TRACKER_")}
    env |= {
        "PYTHONPATH": str(ROOT),
        "TRACKER_DB": str(tmp_path / "case.db"),
        "TRACKER_CONFIG": str(tmp_path / "config.toml"),
        "COLUMNS": "160",
    }

    def call(*words: str, given: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tracker", *words],
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="surrogateescape",
            cwd=tmp_path,
            env=env | more,
            timeout=60,
            check=False,
        )

    return call


@pytest.fixture
def case(tmp_path: Path, run: Run) -> Run:
    """`run` on a database with two articles that disagree."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "first.md").write_text(FIRST, "utf-8")
    (tmp_path / "in" / "second.md").write_text(SECOND, "utf-8")
    assert run("add", "in").returncode == 0
    return run
