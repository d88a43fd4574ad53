"""What has no article: calls, broadcasts, papers."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_note_is_a_source_with_its_day_and_medium(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.jpg").write_bytes(b"\xff\xd8 a photograph")
    words = "The duty officer said 14 people were killed at the quarry."
    found = run("note", words, "--source", "Quarry duty desk", "--date", "2021-03-24", "--place", "Northern Cape", "--attach", "list.jpg")
    assert found.returncode == 0, found.stderr
    assert hashlib.sha256(b"\xff\xd8 a photograph").hexdigest() in found.stdout
    [row] = json.loads(run("articles", "list", "--json").stdout)
    assert (row["outlet"], row["published"]) == ("Quarry duty desk", "2021-03-24")
    [view] = json.loads(run("articles", "show", row["id"][:8], "--json").stdout)
    assert (view["article"]["medium"], view["article"]["place"], view["article"]["text"]) == ("call", "Northern Cape", words)


def test_a_note_with_a_day_that_cannot_be_read_is_refused(run: Run) -> None:
    found = run("note", "Nothing.", "--source", "Desk", "--date", "soon")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr == "tracker: soon: is not a date that can be read for published; write it as 2024-03-05 or 5 March 2024\n"


def test_a_note_can_be_put_into_a_case_at_once(run: Run) -> None:
    found = run("note", "The officer said 14 died.", "--source", "Duty desk", "--date", "2021-03-24", "--case", "quarry")
    assert found.returncode == 0, found.stderr
    assert [row["outlet"] for row in json.loads(run("articles", "list", "--case", "quarry", "--json").stdout)] == ["Duty desk"]
