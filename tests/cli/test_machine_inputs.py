"""What the machine commands take, and what they say of what they cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import FIRST, SECOND, Run


def test_any_kind_of_input_is_extracted_and_compared(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FIRST)
    (tmp_path / "b.md").write_text(SECOND)
    row = json.loads(run("extract", "a.md").stdout)
    assert [figure["low"] for figure in row["figures"]][:1] == [340]
    document = json.loads(run("compare", str(tmp_path)).stdout)
    assert {figure["low"] for figure in document["figures"]} >= {340, 12}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "not JSON (expecting property name enclosed in double quotes, character 3)"),
        ("[]", "not a JSON object"),
        ('{"id": 1}', "no 'text'"),
        ('{"text": "x"}', "no 'id'"),
        ('{"id": 1, "text": 5}', "text is not a string"),
        ('{"id": 1, "text": "x", "title": 5}', "title is not a string"),
        ('{"id": 1, "text": "x", "published": "soon"}', "Invalid isoformat string: 'soon'"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_malformed_line_is_named_and_the_rest_goes_on(run: Run, line: str, why: str) -> None:
    found = run("extract", "--jsonl", "-", given=line + '\n{"id": "b", "text": "The dam held."}\n')
    assert (found.returncode, found.stderr) == (1, f"- line 1: {why}\n")
    assert json.loads(found.stdout)["id"] == "b"


def test_a_missing_file_is_one_sentence(run: Run) -> None:
    found = run("extract", "--jsonl", "none.jsonl")
    assert (found.returncode, found.stderr) == (1, "tracker: none.jsonl: there is no such file or folder; check the spelling\n")


def test_a_lone_surrogate_comes_back_as_it_came(run: Run) -> None:
    found = run("extract", "--jsonl", "-", given='{"id": "a\\ud800", "text": "“We left,” said Omar \\ud800."}\n')
    assert json.loads(found.stdout)["id"] == "a\ud800"
