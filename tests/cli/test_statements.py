"""Statements and figures by hand on the command line, as a key on the desk makes them."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run

TEXT = "Pier burns\n\nNobody slept that night, the keeper thought aloud. The ministry said that 12 boats were lost.\n\nBoats were lost."


@pytest.fixture
def article(run: Run) -> str:
    run("add", "-", "--published", "2031-05-02", given=TEXT)
    return str(json.loads(run("articles", "list", "--json").stdout)[0]["id"])


def test_a_statement_is_added_credited_anew_and_struck_out(run: Run, article: str) -> None:
    assert run("statements", "add", article, "Nobody slept that night", "--speaker", "Ada Moss").returncode == 0
    assert "Nobody slept that night" in run("quotes", "speaker:moss").stdout
    run("statements", "credit", article, "Nobody slept", "Lev Arno", "--reason", "he was there")
    assert "Nobody slept that night" in run("quotes", "speaker:arno").stdout
    run("statements", "delete", article, "Nobody slept")
    assert "Nobody slept" not in run("quotes", "slept").stdout
    assert len(run("log", "list").stdout.splitlines()) == 3


def test_a_figure_is_added_as_a_range(run: Run, article: str) -> None:
    assert run("statements", "figure", article, "12 boats", "11-13", "--metric", "vessels").returncode == 0
    assert "11–13" in run("figures").stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("never written", "does not stand in this article"), ("oats were lost", "more than once"), ("", "does not stand")],
)
def test_words_that_are_not_there_once_get_one_sentence(run: Run, article: str, words: str, sentence: str) -> None:
    done = run("statements", "add", article, words)
    assert done.returncode == 1 and sentence in done.stderr and len(done.stderr.splitlines()) == 1


def test_what_is_no_number_is_refused(run: Run, article: str) -> None:
    assert "is no whole number" in run("statements", "figure", article, "12 boats", "many", "--metric", "boats").stderr
