"""`tracker demo`: the sample corpus, and the wheel that carries it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run


def names_the_conflict(report: str) -> bool:
    """The attack's two tolls stand under one claim that is a conflict, with words, speakers, outlets and dates."""
    conflicts = report.partition("CONFLICT")[2].partition("REVISION")[0]
    return any(
        {"  1,400 — ", "  around 1,200 — "} <= {line[: line.find("—") + 2] for line in claim.split("\n")}
        for claim in conflicts.split("\n\n")
    )


def test_without_a_terminal_the_demo_is_a_report(run: Run, tmp_path: Path) -> None:
    found = run("demo")
    assert (found.returncode, found.stderr) == (0, "")
    assert names_the_conflict(found.stdout)
    assert "The National, 2023-10-23" in found.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_report_of_the_demo_quotes_whole_sentences(run: Run) -> None:
    quoted = [line.strip() for line in run("demo").stdout.split("\n") if line.startswith("      ")]
    assert quoted and all(line[0].isupper() and line[-1] in ".”" for line in quoted)


@pytest.mark.slow
def test_the_wheel_carries_everything_the_demo_needs(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".git", ".venv", "dist", ".*_cache", "__pycache__"))
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / "dist"), str(source)]
    subprocess.run(build, check=True, capture_output=True)
    [wheel] = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    libraries = subprocess.run(
        [sys.executable, "-c", "import typer; print(typer.__path__[0])"], check=True, capture_output=True, text=True
    ).stdout
    borrowed = tmp_path / "env" / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages" / "borrowed.pth"
    borrowed.write_text(str(Path(libraries.strip()).parent))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH" and not key.startswith("TRACKER_")}
    where = subprocess.run(
        [python, "-c", "import tracker; print(tracker.__file__)"], cwd=elsewhere, env=env, capture_output=True, text=True, check=True
    )
    assert where.stdout.startswith(str(tmp_path / "env"))
    found = subprocess.run(
        [tmp_path / "env" / "bin" / "tracker", "demo"], cwd=elsewhere, env=env, capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stderr) == (0, "")
    assert names_the_conflict(found.stdout)
