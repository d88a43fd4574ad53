"""Judging from the command line: everything a key does, a command does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run


def claims(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("conflicts", "--all", "--json").stdout)
    return found


def test_a_verdict_is_kept_with_name_and_reason_and_can_be_undone(case: Run) -> None:
    [row] = claims(case)
    made = case("decide", row["claim"]["id"][:8], "prefer", "340", "--reason", "counted by the coast guard", "--as", "Rosa Lind")
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith("1. prefer: 340, At least 12, by Rosa Lind")
    [decision] = json.loads(case("log", "--json").stdout)
    assert (decision["reviewer"], decision["reason"], decision["anchors"][0]["words"]) == ("Rosa Lind", "counted by the coast guard", "340")
    assert claims(case)[0]["state"] == "decided"
    assert case("log", "undo", "1", "--as", "Rosa Lind").stdout.startswith("undone: 1. prefer: 340")
    assert claims(case)[0]["state"] == "open"
    assert case("log", "redo", "--as", "Rosa Lind").stdout.startswith("stands again: 1. prefer")
    assert claims(case)[0]["state"] == "decided"


def test_the_best_number_is_a_persons_choice(case: Run) -> None:
    [row] = claims(case)
    assert case("decide", row["claim"]["id"], "set-best", "--value", "340").returncode == 0
    assert claims(case)[0]["claim"]["best"] == 340


def test_what_cannot_be_decided_is_one_sentence(case: Run) -> None:
    [row] = claims(case)
    identity = row["claim"]["id"]
    for words, said in (
        ((identity, "preffer"), "tracker: preffer: is no verdict; did you mean prefer?"),
        ((identity, "prefer", "9,999"), "tracker: 9,999: is no figure of this claim; did you mean "),
        ((identity, "set-best"), "tracker: set-best: sets something: give it with --value"),
        ((identity, "split"), "tracker: split: is no verdict; did you mean split-claim?"),
        ((identity, "split-claim"), f"tracker: {identity[:12]}: name the figures that split claim is about"),
        (("0000", "prefer"), "tracker: 0000: there is no such claim"),
    ):
        found = case("decide", *words)
        assert (found.returncode, found.stdout) == (1, "")
        assert found.stderr.startswith(said)
        assert found.stderr.count("\n") == 1


def test_decisions_are_carried_to_another_database(case: Run, tmp_path: Path) -> None:
    [row] = claims(case)
    case("decide", row["claim"]["id"], "running-total")
    assert case("log", "export", "-o", "log.jsonl").returncode == 0
    other = ("--db", str(tmp_path / "other.db"))
    assert case("log", "replay", "log.jsonl", *other).stdout == "1 decision replayed; 1 is about words not found here\n"
    assert case("add", "in", *other).returncode == 0
    assert case("log", "replay", "log.jsonl", *other).stdout == "1 decision replayed\n"
    assert case("conflicts", "--all", "--json", *other).stdout == case("conflicts", "--all", "--json").stdout
    (tmp_path / "bad.jsonl").write_text("{}\n")
    assert case("log", "replay", "bad.jsonl").returncode == 1


def test_a_wrong_day_is_put_right_and_undone(case: Run) -> None:
    first = json.loads(case("articles", "list", "--json").stdout)[0]["id"]
    assert case("articles", "edit", first, "--published", "2020-01-05", "--outlet", "Northern Echo").returncode == 0
    [row] = [row for row in json.loads(case("articles", "list", "--json").stdout) if row["id"] == first]
    assert (row["published"], row["outlet"]) == ("2020-01-05", "Northern Echo")
    case("log", "undo")
    [row] = [row for row in json.loads(case("articles", "list", "--json").stdout) if row["id"] == first]
    assert row["published"] == "2021-03-24"


def test_a_retracted_article_is_out_of_every_claim(case: Run) -> None:
    article = json.loads(case("articles", "list", "--outlet", "Cape Courier", "--json").stdout)[0]["id"]
    assert case("articles", "retract", article[:8], "-r", "withdrawn by the outlet").returncode == 0
    assert claims(case) == []
    assert json.loads(case("articles", "show", article, "--json").stdout)[0]["retracted"] is True


def test_speakers_are_renamed_and_outlets_graded(case: Run) -> None:
    assert case("speakers", "rename", "Omar Tayeb", "Captain Omar Tayeb").returncode == 0
    assert "Captain Omar Tayeb" in case("speakers", "list").stdout
    assert case("outlets", "grade", "Harbour Post", "b").returncode == 0
    assert "Harbour Post\tB" in case("outlets").stdout
    assert case("outlets", "grade", "Harbour Post", "Z").stderr.startswith("tracker: Z: is no grade")


def test_a_database_is_backed_up_checked_and_restored(case: Run, tmp_path: Path) -> None:
    before = case("articles", "list").stdout
    assert case("db", "backup", "copy.db").returncode == 0
    assert case("db", "check").stdout == "everything fits\n"
    case("note", "Later.", "--source", "Desk", "--date", "2021-04-01")
    restored = case("db", "restore", "copy.db")
    assert restored.returncode == 0, restored.stderr
    assert case("articles", "list").stdout == before
    assert (tmp_path / "case.before-restore.db").exists()


def test_a_rebuild_changes_nothing_that_is_shown(case: Run) -> None:
    shown = [case("conflicts", "--all", "--json").stdout, case("figures", "--json").stdout]
    assert case("rebuild").stdout.startswith("2 articles read again")
    assert [case("conflicts", "--all", "--json").stdout, case("figures", "--json").stdout] == shown
