"""Named cases limit every list."""

from __future__ import annotations

import json

from tests.cli.conftest import Run


def test_a_case_limits_every_list(case: Run) -> None:
    ids = {row["outlet"]: row["id"] for row in json.loads(case("articles", "list", "--json").stdout)}
    assert case("cases", "put", "ferry", ids["Harbour Post"][:8]).returncode == 0
    assert case("cases").stdout == "ferry\t1\n"
    assert [row["id"] for row in json.loads(case("articles", "list", "--case", "ferry", "--json").stdout)] == [ids["Harbour Post"]]
    assert {row["heading"]["id"] for row in json.loads(case("figures", "--case", "ferry", "--json").stdout)} == {ids["Harbour Post"]}
    assert {row["heading"]["id"] for row in json.loads(case("quotes", "--case", "ferry", "--json").stdout)} == {ids["Harbour Post"]}
    assert case("figures", "case:ferry").stdout == case("figures", "--case", "ferry").stdout
    case("log", "undo")
    assert case("cases").stdout == ""


def test_articles_are_put_into_a_case_as_they_are_added_and_once(case: Run) -> None:
    assert case("add", "in", "--case", "ferry").returncode == 0
    assert case("add", "in", "--case", "ferry").returncode == 0
    assert case("cases").stdout == "ferry\t2\n"
    assert len(json.loads(case("log", "--json").stdout)) == 1
    assert case("conflicts", "--case", "fery").stderr == "tracker: fery: there is no such case; did you mean ferry?\n"
