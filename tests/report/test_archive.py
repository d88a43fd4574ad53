"""A database as JSON Lines comes back as it was."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.report.sample import DECISION, DOSSIER
from tracker.errors import InputError, QueryError
from tracker.model import Article, Decision, Document, Outlet
from tracker.report import OfDossier, archive, write_stream
from tracker.report.archive import Archive

OUTLET = Outlet("The Courier", ("courier.example",), "B")
DOCUMENT = Document(
    Article("A ferry sank.\x00\ud800 “No” [sic]\r\n", title="Ferry", published=dt.datetime(2021, 3, 2, 14, 5), authors=("J. Broek",)),
    b"\xff\x00raw",
    "a.html",
    "text/html",
)


class Whole(OfDossier):
    def outlets(self) -> Iterator[Outlet]:
        return iter([OUTLET])

    def documents(self) -> Iterator[Document]:
        return iter([DOCUMENT])


def test_outlets_articles_and_decisions_come_back_equal() -> None:
    held: Archive = Whole(DOSSIER)
    found = list(archive.records(archive.lines(held), "x.jsonl"))
    assert found == [OUTLET, DOCUMENT, DECISION]
    assert isinstance(found[2], Decision)


def test_statements_and_figures_are_there_for_other_programs() -> None:
    kinds = [json.loads(line)["record"] for line in archive.lines(Whole(DOSSIER))]
    assert kinds[0] == "tracker"
    assert kinds.count("statement") == len(DOSSIER.statements)
    assert kinds.count("figure") == 3


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (['{"record": "article"}'], "line 1: is not the head of a tracker export"),
        (["not json"], "line 1: cannot be read"),
        (['{"record": "tracker", "format": 1}', '{"record": "article", "value": {}}'], "line 2: cannot be read"),
        (['{"record": "tracker", "format": 1}', '["record"]'], "line 2: cannot be read"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(lines: list[str], why: str) -> None:
    with pytest.raises(InputError, match=why):
        list(archive.records(lines, "x.jsonl"))


def test_a_dossier_alone_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="made from a database"):
        write_stream("jsonl", OfDossier(DOSSIER), tmp_path / "x")
