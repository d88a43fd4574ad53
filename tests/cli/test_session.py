"""Errors, exit codes, options anywhere, and what is not loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run
from tracker.cli.session import hoisted, was_interrupted


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("add x --db y", "--db y add x"),
        ("--db=y add x --as=z", "--db=y --as=z add x"),
        ("add x --title --db", "--db add x --title"),
        ("add -- --db y", "add -- --db y"),
    ],
)
def test_the_programs_own_options_may_stand_anywhere(words: str, expected: str) -> None:
    assert hoisted(words.split()) == expected.split()


def test_a_database_that_is_none_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("these are notes, " * 200)
    found = run("conflicts", "--db", "notes.txt")
    assert found.returncode == 1
    assert found.stderr.startswith("tracker: ")
    assert found.stderr.count("\n") == 1
    assert found.stdout == ""


def test_a_wrong_option_is_a_usage_error(run: Run) -> None:
    found = run("conflicts", "--no-such-option")
    assert found.returncode == 2
    assert "--no-such-option" in found.stderr


def test_a_broken_configuration_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('reveiwer = "x"')
    found = run("conflicts", TRACKER_DB="")
    assert found.returncode == 1
    assert found.stderr.endswith("reveiwer: there is no such entry; the nearest valid one is reviewer\n")


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": n, "text": f"The dam failed, killing {n} people, officials said."}) + "\n" for n in range(3000))
    (tmp_path / "many.jsonl").write_text(rows)
    command = f"{sys.executable} -m tracker extract --jsonl {tmp_path / 'many.jsonl'} | head -n 1"
    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)
    assert found.stdout.count("\n") == 1
    assert found.stderr == ""


HEAVY = ("textual", "trafilatura", "lxml", "feedparser", "openpyxl", "httpx", "pypdf", "docx", "rich.table", "plotext")


@pytest.mark.parametrize("words", ["--version", "figures --json", "conflicts --json"])
def test_a_list_does_not_load_what_it_does_not_use(case: Run, tmp_path: Path, words: str) -> None:
    script = f"""
import sys
from tracker.cli import main
sys.argv = ["tracker", *{words.split()!r}]
try:
    main()
except SystemExit:
    pass
print(sorted(set(sys.modules) & {set(HEAVY)!r}), file=sys.stderr)
"""
    env = os.environ | {"PYTHONPATH": str(ROOT), "TRACKER_DB": str(tmp_path / "case.db")}
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=env, check=False)
    assert found.stderr == "[]\n"


def test_what_a_library_makes_of_ctrl_c_is_ctrl_c() -> None:
    try:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt:
            raise ValueError("no transaction") from None
    except ValueError as error:
        assert was_interrupted(error)
    assert not was_interrupted(ValueError("another matter"))
