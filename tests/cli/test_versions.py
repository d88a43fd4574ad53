"""A page whose text was changed: what changed is said, and its two numbers are a revision."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

HEAD = "---\ntitle: Dam fails at Elm Bay\noutlet: Harbour Post\npublished: 2031-05-06\n{more}url: https://post.example/dam\n---\n"
BEFORE = "The dam above Elm Bay failed on Tuesday, killing 31 people, the district said.\n\n“We had no warning,” said Mayor Rosa Lind.\n"
AFTER = BEFORE.replace("31", "29").replace("no warning", "hardly any warning")


@pytest.fixture
def versions(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "one.md").write_text(HEAD.format(more="") + BEFORE, "utf-8")
    (tmp_path / "two.md").write_text(HEAD.format(more="updated: 2031-05-07\n") + AFTER, "utf-8")
    assert run("add", "one.md").returncode == 0
    assert run("add", "two.md").returncode == 0
    return run


def findings(run: Run, words: str) -> list[str]:
    [article] = json.loads(run("articles", "list", words, "--json").stdout)
    [view] = json.loads(run("articles", "show", article["id"], "--json").stdout)
    return [finding["message"] for finding in view["findings"] if finding["code"] == "changed_version"]


def test_a_changed_text_under_a_known_address_is_a_finding_that_says_what_changed(versions: Run) -> None:
    [message] = findings(versions, '"29 people"')
    for change in (
        "− figure 31 killed",
        "+ figure 29 killed",
        "− quotation Rosa Lind: We had no warning",
        "+ quotation Rosa Lind: We had hardly",
    ):
        assert change in message
    assert findings(versions, '"31 people"') == []
    assert versions("rebuild").returncode == 0
    assert findings(versions, '"29 people"') == [message]


def test_two_numbers_of_two_versions_are_a_revision_and_no_conflict(versions: Run) -> None:
    assert json.loads(versions("conflicts", "--json").stdout) == []
    claims: list[Any] = json.loads(versions("conflicts", "--all", "--json").stdout)
    assert [row["claim"]["relation"] for row in claims] == ["revision"]
    assert "two versions of one page" in claims[0]["claim"]["reason"]


def test_what_went_and_came_is_listed(versions: Run) -> None:
    [article] = json.loads(versions("articles", "list", '"29 people"', "--json").stdout)
    rows = [line.split("\t")[:3] for line in versions("articles", "changes", article["id"]).stdout.splitlines()]
    assert ["−", "figure", "31 killed"] in rows
    assert ["+", "figure", "29 killed"] in rows


def test_versions_of_one_day_go_from_the_one_stored_first_to_the_one_stored_last(run: Run, tmp_path: Path) -> None:
    for name, text in (("z.md", BEFORE), ("a.md", AFTER), ("m.md", AFTER.replace("29", "33"))):
        (tmp_path / name).write_text(HEAD.format(more="") + text, "utf-8")
        assert run("add", name).returncode == 0
    for article in json.loads(run("articles", "list", "--json").stdout):
        rows = [line.split("\t")[:3] for line in run("articles", "changes", article["id"]).stdout.splitlines()]
        figures = [(mark, words) for mark, what, words in rows if what == "figure"]
        assert figures == [("−", "31 killed"), ("+", "29 killed"), ("−", "29 killed"), ("+", "33 killed")]
