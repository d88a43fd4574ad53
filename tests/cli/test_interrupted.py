"""`tracker add` stopped in the middle: the database is whole, a second call finishes the work, nothing is doubled."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

ARTICLES = 40


@pytest.fixture
def corpus_file(tmp_path: Path) -> Path:
    rows = [
        {
            "text": f"Flood in Longvale {n}\n\nThe river rose on Monday, killing {n % 7 + 2} people, the mayor of district {n} said.\n\n"
            f"“We lost {n + 3} homes,” said Omar Tayeb, head of the rescue service.",
            "published": f"2021-03-{n % 28 + 1:02}",
            "outlet": f"Harbour Post {n % 5}",
        }
        for n in range(ARTICLES)
    ]
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def begun(source: Path, database: Path) -> subprocess.Popen[bytes]:
    env = os.environ | {"PYTHONPATH": str(ROOT), "TRACKER_DB": str(database), "TRACKER_CONFIG": str(source.parent / "none.toml")}
    command = [sys.executable, "-m", "tracker", "add", str(source)]
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def stored(database: Path) -> int:
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.Error:
        return 0


def contents(run: Run, database: Path) -> list[str]:
    """Everything a reader sees of a database, in an order of its own."""
    shown = [
        run(*words, "--json", "--db", str(database)).stdout
        for words in (["articles", "list"], ["figures"], ["quotes"], ["conflicts", "--all"])
    ]
    return [json.dumps(sorted(json.dumps(row, sort_keys=True) for row in json.loads(text))) for text in shown]


def wait_for(database: Path, articles: int) -> None:
    until = time.monotonic() + 60
    while stored(database) < articles and time.monotonic() < until:
        time.sleep(0.02)


def test_ctrl_c_leaves_what_was_stored_and_says_so(corpus_file: Path, tmp_path: Path, run: Run) -> None:
    database = tmp_path / "stopped.db"
    process = begun(corpus_file, database)
    wait_for(database, 3)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    told = re.fullmatch(
        r"so far: (\d+) articles? added with .*; the same call again adds the rest\ntracker: stopped; everything stored so far is whole\n",
        said.decode(),
    )
    assert told and process.returncode == 130
    assert int(told[1]) <= stored(database)
    assert run("add", str(corpus_file), "--db", str(database)).returncode == 0
    assert stored(database) == ARTICLES


@pytest.mark.slow
def test_killed_a_hundred_times_it_ends_as_if_undisturbed(corpus_file: Path, tmp_path: Path, run: Run) -> None:
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    assert run("add", str(corpus_file), "--db", str(whole)).returncode == 0
    chance = random.Random(7)
    for round_number in range(100):
        process = begun(corpus_file, killed)
        wait_for(killed, min(ARTICLES, round_number * ARTICLES // 100 + 1))
        time.sleep(chance.random() * 0.1)
        process.kill()
        process.communicate()
        with sqlite3.connect(killed) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert run("add", str(corpus_file), "--db", str(killed)).returncode == 0
    assert stored(killed) == ARTICLES
    assert contents(run, killed) == contents(run, whole)
