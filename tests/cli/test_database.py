"""The database from the command line: seeded, backed up, restored, checked, rebuilt."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Run


def test_a_seeded_database_knows_outlets_and_bodies_and_is_seeded_once(run: Run) -> None:
    first = run("db", "seed")
    assert first.returncode == 0, first.stderr
    assert first.stdout.endswith("bodies added\n")
    assert run("db", "seed").stdout == "0 outlets and 0 bodies added\n"
    names = [row["name"] for row in json.loads(run("speakers", "list", "red cross", "--json").stdout)]
    assert any("Red Cross" in name for name in names)


def test_a_grade_a_person_gave_outlasts_seeding(run: Run) -> None:
    assert run("db", "seed").returncode == 0
    assert run("outlets", "grade", "Reuters", "B").returncode == 0
    assert run("db", "seed").returncode == 0
    outlets = {row["name"]: row["grade"] for row in json.loads(run("outlets", "--json").stdout)}
    assert outlets["Reuters"] == "B"


def test_a_backup_is_restored_and_checked(case: Run, tmp_path: Path) -> None:
    assert case("db", "backup", "copy.db").returncode == 0
    assert case("db", "restore", "copy.db", TRACKER_DB=str(tmp_path / "other.db")).returncode == 0
    assert case("db", "check", TRACKER_DB=str(tmp_path / "other.db")).stdout == "everything fits\n"
    assert case("conflicts", TRACKER_DB=str(tmp_path / "other.db")).stdout == case("conflicts").stdout


def test_a_rebuild_changes_nothing_that_was_there(case: Run) -> None:
    before = case("conflicts", "--all", "--json").stdout
    assert case("rebuild").stdout.startswith("2 articles read again")
    assert case("conflicts", "--all", "--json").stdout == before


def test_a_database_compared_by_other_rules_is_told_so_until_it_is_rebuilt(case: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "case.db")) as database, database:
        database.execute("DELETE FROM setting WHERE key = 'rules'")
    found = case("db", "check")
    assert found.returncode == 1
    assert "tracker rebuild compares all anew" in " ".join(found.stdout.split())
    (tmp_path / "new.txt").write_text("The flood at Halden killed 12 people on Friday, the mayor said.", "utf-8")
    assert "tracker rebuild" in case("add", str(tmp_path / "new.txt")).stderr
    assert case("rebuild").returncode == 0
    assert case("db", "check").stdout == "everything fits\n"
