"""`tracker add`: what is stored, what failed, and that a second call doubles nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import FIRST, Run


def test_articles_are_added_once(case: Run) -> None:
    found = case("add", "in")
    assert found.returncode == 0
    assert found.stdout.startswith("0 articles added")
    assert "2 known already" in found.stdout


def test_an_input_that_fails_does_not_stop_the_rest(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FIRST)
    (tmp_path / "b.txt").write_text("")
    found = run("add", "no-such.txt", "b.txt", "a.md")
    assert found.returncode == 1
    assert found.stdout.startswith("1 article added")
    assert found.stderr.splitlines() == [
        "failed: no-such.txt: there is no such file or folder; check the spelling",
        "failed: b.txt: is empty",
    ]


def test_what_is_given_is_stored(run: Run) -> None:
    run("add", "-", "--outlet", "Cape Courier", "--published", "24 March 2021", given="The ferry sank, killing 12 people, officials said.")
    [row] = json.loads(run("articles", "--json").stdout)
    assert (row["outlet"], row["published"]) == ("Cape Courier", "2021-03-24")


def test_a_name_of_nothing_is_not_the_folder_one_is_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FIRST)
    found = run("add", "")
    assert (found.returncode, found.stdout) == (1, "0 articles added with 0 statements and 0 figures; 1 failed\n")
    assert found.stderr.startswith("failed: '': names nothing; name a file")


def test_who_describes_what_is_known_already_is_told_where_that_is_changed(case: Run) -> None:
    assert "tracker articles edit" in case("add", "in", "--outlet", "Cape Courier").stderr
    assert case("add", "in").stderr == ""


def test_two_processes_store_what_one_does(run: Run, tmp_path: Path) -> None:
    rows = [json.dumps({"text": f"Flood {n}\n\nThe river rose, killing {n + 2} people, the mayor said."}) for n in range(20)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    one, two = str(tmp_path / "one.db"), str(tmp_path / "two.db")
    assert run("add", "a.jsonl", "--db", one).returncode == 0
    assert run("add", "a.jsonl", "--db", two, "--jobs", "2").returncode == 0
    assert run("figures", "--json", "--db", one).stdout == run("figures", "--json", "--db", two).stdout != "[]\n"


def test_a_file_of_bad_lines_is_told_up_to_a_bound_and_counted_whole(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("[]\n" * 1200)
    found = run("add", "a.jsonl")
    assert found.stdout == "0 articles added with 0 statements and 0 figures; 1,200 failed\n"
    assert found.stderr.splitlines()[-2:] == ["failed: 200 more, not named", "1,200 × has no text"]
    assert len(found.stderr.splitlines()) == 1002


def test_a_retraction_names_its_article_in_the_log(case: Run) -> None:
    [row] = [row for row in json.loads(case("articles", "list", "--json").stdout) if row["outlet"] == "Harbour Post"]
    assert case("articles", "retract", row["id"], "--reason", "hoax").returncode == 0
    assert "Ferry sinks off northern cape" in case("log").stdout
    assert json.loads(case("conflicts", "--all", "--json").stdout) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--column", "txt=Story"), "tracker: txt: is nothing that an article has; did you mean text?"),
        (
            ("--column", "colour=Story"),
            "tracker: colour: is nothing that an article has; did you mean text, title, outlet, published, url?",
        ),
        (("--language", "ruritanian"), "failed: ruritanian: is no code of a language; write it as en, fr or pt-BR"),
        (("--url", "harbour.example"), "failed: harbour.example: is no web address; write it from https:// on"),
        (("--archive-url", "page 3"), "failed: page 3: is no web address; write it from https:// on"),
    ],
)
def test_what_cannot_be_meant_is_told_and_nothing_is_stored(run: Run, tmp_path: Path, words: tuple[str, str], told: str) -> None:
    (tmp_path / "a.md").write_text(FIRST)
    found = run("add", "a.md", *words)
    assert found.returncode == 1
    assert found.stderr.splitlines()[0] == told
    assert not json.loads(run("articles", "--json").stdout or "[]")


def test_an_option_that_is_wrong_is_told_without_the_words_of_a_library(run: Run) -> None:
    found = run("quotes", "--sort", "colour")
    assert found.returncode == 2
    assert "Invalid value for '--sort': 'colour' is not one of 'relevance', 'time'." in found.stderr
