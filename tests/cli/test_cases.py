"""Named cases limit every list."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_case_limits_every_list(case: Run) -> None:
    ids = {row["outlet"]: row["id"] for row in json.loads(case("articles", "list", "--json").stdout)}
    assert case("cases", "put", "ferry", ids["Harbour Post"][:8]).returncode == 0
    assert case("cases").stdout == "ferry\t1\t0\t0\n"
    assert [row["id"] for row in json.loads(case("articles", "list", "--case", "ferry", "--json").stdout)] == [ids["Harbour Post"]]
    assert {row["heading"]["id"] for row in json.loads(case("figures", "--case", "ferry", "--json").stdout)} == {ids["Harbour Post"]}
    assert {row["heading"]["id"] for row in json.loads(case("quotes", "--case", "ferry", "--json").stdout)} == {ids["Harbour Post"]}
    assert case("figures", "case:ferry").stdout == case("figures", "--case", "ferry").stdout
    case("log", "undo")
    assert case("cases").stdout == ""


def test_articles_are_put_into_a_case_as_they_are_added_and_once(case: Run) -> None:
    assert case("add", "in", "--case", "ferry").returncode == 0
    assert case("add", "in", "--case", "ferry").returncode == 0
    assert case("cases").stdout == "ferry\t2\t0\t0\n"
    assert len(json.loads(case("log", "--json").stdout)) == 1
    assert case("conflicts", "--case", "fery").stderr == "tracker: fery: there is no such case; did you mean ferry?\n"


def test_the_operator_limits_what_the_option_limits(case: Run) -> None:
    first = next(row["id"] for row in json.loads(case("articles", "list", "--json").stdout) if row["outlet"] == "Harbour Post")
    case("cases", "put", "Ferry north", first)
    for command in (("quotes",), ("conflicts", "--all"), ("figures",), ("articles", "list")):
        by_option = case(*command, "--case", "ferry north", "--json")
        assert case(*command, 'case:"Ferry north"', "--json").stdout == by_option.stdout
        assert 0 < len(json.loads(by_option.stdout)) <= len(json.loads(case(*command, "--json").stdout))
    assert {row["heading"]["id"] for row in json.loads(case("quotes", 'ferry case:"Ferry north"', "--json").stdout)} == {first}
    assert case("export", 'case:"Ferry north"', "--format", "jsonl", "-o", "out.jsonl").returncode == 0
    assert case("bundle", "case:south").stderr == "tracker: south: there is no such case; did you mean Ferry north?\n"


def test_a_claim_and_a_speaker_bring_what_hangs_on_them(case: Run) -> None:
    claims = json.loads(case("conflicts", "--all", "--json").stdout)
    assert case("cases", "put", "toll", "--claim", claims[0]["claim"]["id"][:8]).returncode == 0
    assert case("cases", "put", "voices", "--speaker", "omar tayeb").returncode == 0
    assert case("cases").stdout == "toll\t0\t1\t0\nvoices\t0\t0\t1\n"
    held = {row["figure"]["id"] for row in json.loads(case("figures", "--case", "toll", "--json").stdout)}
    assert held == set(claims[0]["claim"]["figures"])
    said = json.loads(case("quotes", "case:voices", "--json").stdout)
    assert {hit["statement"]["speaker"] for hit in said} == {"Omar Tayeb"}
    assert [row["outlet"] for row in json.loads(case("articles", "list", "--case", "voices", "--json").stdout)] == ["Harbour Post"]
    case("log", "undo")
    assert case("quotes", "--case", "voices").returncode == 1
    assert "voices" not in case("cases").stdout
    assert case("cases", "put", "toll").stderr.startswith("tracker: toll: nothing to put there was given")


def test_a_case_limits_speakers_outlets_and_the_log(case: Run) -> None:
    ids = {row["outlet"]: row["id"] for row in json.loads(case("articles", "list", "--json").stdout)}
    case("cases", "put", "ferry", ids["Harbour Post"])
    case("articles", "edit", ids["Cape Courier"], "--title", "Other")
    case("articles", "edit", ids["Harbour Post"], "--title", "Ours")
    assert [row["name"] for row in json.loads(case("outlets", "list", "--case", "ferry", "--json").stdout)] == ["Harbour Post"]
    speakers = {row["name"] for row in json.loads(case("speakers", "list", "--case", "Ferry", "--json").stdout)}
    assert "Omar Tayeb" in speakers
    assert not any("transport" in name for name in speakers)
    assert [row["name"] for row in json.loads(case("speakers", "list", "tayeb", "--case", "ferry", "--json").stdout)] == ["Omar Tayeb"]
    assert [row["number"] for row in json.loads(case("log", "list", "--case", "ferry", "--json").stdout)] == [3, 1]
    assert len(json.loads(case("log", "--json").stdout)) == 3
    assert case("speakers", "proposals", "--case", "ferry").returncode == 0
    for command in (("speakers", "list"), ("speakers", "proposals"), ("outlets", "list"), ("log", "list")):
        assert case(*command, "--case", "fery").stderr == "tracker: fery: there is no such case; did you mean ferry?\n"


@pytest.mark.parametrize("format", ["html", "markdown", "csv-tables", "xlsx", "jsonl", "csl", "bibtex"])
def test_a_report_of_a_case_cites_the_articles_outside_it_that_its_claims_rest_on(case: Run, format: str) -> None:
    ids = {row["outlet"]: row["id"] for row in json.loads(case("articles", "list", "--json").stdout)}
    case("cases", "put", "ferry", ids["Harbour Post"])
    found = case("export", "--case", "ferry", "--format", format, "-o", "out")
    assert (found.returncode, found.stderr) == (0, "wrote out\n")


def test_a_report_of_one_outlet_names_the_sources_of_both_sides(case: Run, tmp_path: Path) -> None:
    assert case("export", "--outlet", "Harbour Post", "--format", "markdown", "-o", "out.md").returncode == 0
    written = (tmp_path / "out.md").read_text("utf-8")
    assert "Harbour Post" in written
    assert "Cape Courier" in written
