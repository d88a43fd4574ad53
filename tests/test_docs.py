"""Every command that the documentation shows does what it shows: run, in order, in a folder that holds what a checkout holds."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
ELSEWHERE = ("make", "git", "pip")
"""Run by .ci/run and by the tests of the wheel, not here."""
NEEDS_A_TERMINAL = ("tracker", "tracker review")


def commands(page: Path) -> list[str]:
    """Lines of the page's shell blocks, without comments and continuation."""
    lines = "\n".join(BLOCK.findall(page.read_text("utf-8"))).replace("\\\n", " ").splitlines()
    return [line for line in (re.sub(r"\s+# .*$", "", line).strip() for line in lines) if line and not line.startswith("#")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    program = tmp_path / "bin" / "tracker"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m tracker "$@"\n')
    program.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_shown_work(page: Path, folder: Path) -> None:
    environment = os.environ | {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "TRACKER_DB": str(folder / "tracker.sqlite"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
    }
    for command in commands(page):
        if command.split()[0] in ELSEWHERE or command in NEEDS_A_TERMINAL:
            continue
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{page.name}: {command}\n{done.stdout}{done.stderr}"


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text("utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"
