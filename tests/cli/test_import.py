"""A database exported as JSON Lines and read back is equal: the same lines, tables, reports, cases, proposals and log."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tracker import cases, gather, history, ingest, pipeline, report, review, shipped
from tracker.cli import app
from tracker.model import Query, Span, Verdict
from tracker.store import open_store
from tracker.store.base import Store

ANA, TOM = "ana", "tom"


def first_claim(store: Store, at: int = 0) -> str:
    return store.queue(Query(), at, 1)[0].claim.id


def figures(store: Store, at: int = 0) -> tuple[str, ...]:
    return store.queue(Query(), at, 1)[0].claim.figures


def article(store: Store, at: int = 0) -> str:
    return store.headings(Query(), at, 1)[0].id


DECIDED: list[tuple[str, Callable[[Store], object]]] = [
    ("prefer", lambda s: review.judge(s, Verdict.PREFER, figures(s)[:1], ANA, "the “register” says so\nand more")),
    ("another prefers otherwise", lambda s: review.judge(s, Verdict.PREFER, figures(s)[1:2], TOM)),
    ("unsure", lambda s: review.judge(s, Verdict.UNSURE, figures(s, 1), TOM, "=not a formula")),
    ("low", lambda s: review.set_number(s, first_claim(s, 1), "low", "4500", ANA)),
    ("name", lambda s: review.on_claim(s, first_claim(s, 1), Verdict.RENAME_CLAIM, ANA, value="Toll [sic] in all")),
    ("apart", lambda s: review.judge(s, Verdict.DISTINCT, figures(s, 1)[:2], ANA)),
    ("one speaker", lambda s: review.speakers(s, Verdict.SAME_SPEAKER, [n.name for n in s.speakers("", 0, 2)], ANA)),
    ("a new name", lambda s: review.speakers(s, Verdict.RENAME_SPEAKER, [s.speakers("", 0, 3)[2].name], ANA, value="R. Ename")),
    ("unnamed", lambda s: review.speakers(s, Verdict.UNNAMED_SPEAKER, [s.speakers("", 4, 1)[0].name], ANA)),
    ("deleted", lambda s: review.delete(s, s.statements_in(article(s, 2))[0], ANA)),
    ("credited", lambda s: review.credit(s, s.statements_in(article(s, 2))[1], "Somebody New", ANA)),
    ("by hand", lambda s: review.add_statement(s, article(s, 3), Span(0, 20), ANA)),
    ("a figure by hand", lambda s: review.add_figure(s, article(s, 3), Span(0, 5), ANA, 3, 3, "injured")),
    ("other attributes", lambda s: review.edit_article(s, article(s, 1), {"title": "Another title", "url": "https://x.example/1"}, ANA)),
    ("graded", lambda s: review.grade(s, "The National", "B", ANA)),
    ("a case", lambda s: cases.put(s, "Elm", [article(s)], ANA)),
    ("a claim in a case", lambda s: cases.put_claim(s, "Elm", first_claim(s), ANA)),
    ("a speaker in a case", lambda s: cases.put_speaker(s, "Elm", s.speakers("", 3, 1)[0].id, ANA)),
    ("retracted", lambda s: review.retract_article(s, article(s, 4), TOM)),
    ("undone", lambda s: history.undo(s, ANA)),
]


@pytest.fixture
def decided(tmp_path: Path) -> Store:
    """The seeds, with a decision of nearly every kind."""
    made = open_store(tmp_path / "seeds.db")
    list(pipeline.ingest(ingest.documents(str(shipped.folder("seeds") / "articles")), made))
    for _, act in DECIDED:
        act(made)
    return made


def held(store: Store, folder: Path) -> dict[str, object]:
    """Everything that can be told of a database from outside."""
    folder.mkdir()
    source = gather.Holdings(store, Query())
    for name in ("jsonl", "csv-tables", "annotations", "claims", "ftm", "ris"):
        report.write_stream(name, source, folder / name)
    for by in ("claim", "speaker", "article"):
        report.write("html", gather.dossier(store, Query()), folder / by, report.Options(by=by))
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    views = [store.article_view(heading.id) for heading in store.every_heading(Query())]
    return {
        **files,
        "views": views,
        "queue": store.queue(Query()),
        "singles": store.queue(Query(relations=("single",))),
        "proposals": store.proposals(),
        "cases": store.cases(),
        "speakers": [(s, store.statements_of(s.id)) for s in store.speakers()],
        "decisions": list(store.every_decision()),
        "log": list(history.export_log(store)),
    }


def test_what_was_decided_comes_back_with_the_articles(decided: Store, tmp_path: Path) -> None:
    before = held(decided, tmp_path / "before")
    decided.close()
    done = CliRunner().invoke(app, ["--db", str(tmp_path / "copy.db"), "import", str(tmp_path / "before" / "jsonl")])
    assert done.exit_code == 0, done.output
    copy = open_store(tmp_path / "copy.db")
    after = held(copy, tmp_path / "after")
    assert [name for name in before if before[name] != after[name]] == []
    assert len(before["decisions"]) == len(DECIDED) - 1  # type: ignore[arg-type]
    copy.close()
    again = CliRunner().invoke(app, ["--db", str(tmp_path / "copy.db"), "import", str(tmp_path / "before" / "jsonl")])
    assert again.exit_code == 0
    assert held(open_store(tmp_path / "copy.db"), tmp_path / "again") == after
