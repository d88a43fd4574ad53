"""Reports, data and case files from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import FIRST, SECOND, Run
from tracker import gather, ingest, pipeline, review
from tracker.model import Query, Verdict
from tracker.store import open_store


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with two articles that contradict each other, made once."""
    path = tmp_path_factory.mktemp("filled") / "case.db"
    store = open_store(path)
    given = ((FIRST, "first.md"), (SECOND, "second.md"))
    for text, name in given:
        (path.parent / name).write_text(text, "utf-8")
        assert all(outcome.is_new for outcome in pipeline.ingest(ingest.documents(str(path.parent / name)), store))
    store.close()
    return path


@pytest.fixture
def desk(filled: Path, tmp_path: Path) -> Path:
    shutil.copy(filled, tmp_path / "case.db")
    return tmp_path


def test_a_report_names_both_tolls_and_their_sources(run: Run, desk: Path) -> None:
    done = run("export", "--format", "html", "-o", "out.html")
    assert done.returncode == 0, done.stderr
    page = (desk / "out.html").read_text("utf-8")
    assert "340" in page
    assert "At least 12" in page
    assert "Harbour Post" in page
    assert "the coast guard" in page


def test_without_a_name_the_report_lands_here(run: Run, desk: Path) -> None:
    done = run("export")
    assert done.stderr == "wrote report.md\n"
    assert (desk / "report.md").read_text("utf-8").startswith("# Attribution report\n")


def test_by_speaker_lists_who_said_what(run: Run, desk: Path) -> None:
    assert run("export", "--by", "speaker", "-o", "x.md").returncode == 0
    assert "Omar Tayeb" in (desk / "x.md").read_text("utf-8")


def test_a_filter_leaves_the_rest_out(run: Run, desk: Path) -> None:
    assert run("export", "--format", "csv", "--table", "statements", "--outlet", "Harbour Post", "-o", "x.csv").returncode == 0
    rows = (desk / "x.csv").read_text("utf-8")
    assert "Harbour Post" in rows
    assert "Cape Courier" not in rows


def test_the_same_database_gives_the_same_bytes(run: Run, desk: Path) -> None:
    for name in ("a", "b"):
        assert run("export", "--format", "html", "-o", name).returncode == 0
    assert (desk / "a").read_bytes() == (desk / "b").read_bytes()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--format", "htlm"), "htlm: is no format; did you mean html?"),
        (("--by", "day"), "day: is no layout; did you mean claim, speaker, article?"),
        (("-o", "none/x.md"), "none/x.md: cannot be written (No such file or directory); name another place with -o"),
        (("--outlet", "Nobody's Gazette"), "outlet: Nobody's Gazette: selects nothing, so there is nothing to write"),
        (("--format", "csv", "--outlet", "Nobody's"), "outlet: Nobody's: selects nothing, so there is nothing to write"),
        (("--format", "jsonl", "--speaker", "Nobody"), "speaker: Nobody: selects nothing, so there is nothing to write"),
        (("--format", "xlsx", "qwertyuiop"), "words: qwertyuiop: selects nothing, so there is nothing to write"),
        (("--kind", "drect"), "drect: is no kind of statement; did you mean direct?"),
        (("--state", "opened"), "opened: is no state; did you mean open?"),
        (
            ("--format", "jsonl", "--redact"),
            "jsonl: holds whole articles and all decisions, and leaves nothing out; did you mean csv-tables, annotations?",
        ),
        (("--withhold", "Harbor Post"), "Harbor Post: is no outlet of this database; did you mean Harbour Post?"),
    ],
)
def test_what_cannot_be_written_gets_one_sentence(run: Run, desk: Path, words: tuple[str, ...], why: str) -> None:
    done = run("export", *words)
    assert done.returncode == 1
    assert done.stderr == f"tracker: {why}\n"


def test_an_empty_database_has_nothing_to_write(run: Run) -> None:
    done = run("export", "--format", "csv")
    assert done.returncode == 1
    assert "nothing to write" in done.stderr


def test_a_case_file_is_verified_and_a_changed_one_is_not(run: Run, desk: Path) -> None:
    assert run("bundle", "-o", "case.zip").returncode == 0
    assert run("verify", "case.zip").stderr == "case.zip is whole\n"
    data = (desk / "case.zip").read_bytes()
    (desk / "case.zip").write_bytes(data[:200])
    done = run("verify", "case.zip")
    assert done.returncode == 1
    assert "is not a tracker case file" in done.stderr


def test_json_lines_hold_the_articles_and_what_was_read(run: Run, desk: Path) -> None:
    assert run("export", "--format", "jsonl", "-o", "x.jsonl").returncode == 0
    kinds = [json.loads(line)["record"] for line in (desk / "x.jsonl").read_text("utf-8").splitlines()]
    assert kinds.count("article") == 2
    assert "statement" in kinds


def test_what_was_exported_is_read_back_equal(run: Run, desk: Path) -> None:
    store = open_store(desk / "case.db")
    figures = store.queue(Query())[0].claim.figures
    review.judge(store, Verdict.PREFER, figures[:1], "r. lind", "the register")
    store.close()
    assert run("export", "--format", "jsonl", "-o", "x.jsonl").returncode == 0
    done = run("import", "x.jsonl", TRACKER_DB=str(desk / "other.db"))
    assert done.stderr == "read 2 articles and 1 decision\n"
    found = []
    for name in ("case.db", "other.db"):
        store = open_store(desk / name)
        dossier = gather.dossier(store, Query())
        found.append((dossier.content_hash, dossier.claims, [decision.key for decision in store.every_decision()]))
        store.close()
    assert found[0] == found[1]


def test_what_is_no_export_gets_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(b"\xff\xfe\x00")
    done = run("import", "x.jsonl")
    assert done.returncode == 1
    assert done.stderr == "tracker: x.jsonl: cannot be read (it is not text); name a file made by tracker export --format jsonl\n"
    assert done.stderr.count("\n") == 1
    assert run("import", "none.jsonl").returncode == 1


def test_a_dash_is_standard_output(case: Run) -> None:
    for form in ("markdown", "csv", "jsonl"):
        assert case("export", "--format", form, "-o", "x").returncode == 0
        done = case("export", "--format", form, "-o", "-")
        assert (done.stdout, done.stderr) == (Path("x").read_bytes().decode(), "")
    assert not Path("-").exists()
