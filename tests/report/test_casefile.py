"""A case file is whole, or says what is not."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.report.sample import DOSSIER, HEADINGS
from tracker.errors import InputError
from tracker.model import content_hash
from tracker.report import OfDossier, casefile

TEXT = "A ferry sank.\r\nNobody said why\u00a0…"
ARTICLE = content_hash(TEXT)
WITH_TEXT = replace(DOSSIER, headings=(*DOSSIER.headings, replace(HEADINGS["a1"], id=ARTICLE)))


class WithText(OfDossier):
    def text(self, article_id: str) -> str | None:
        return TEXT if article_id == ARTICLE else None


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.zip"
    with path.open("wb") as file:
        casefile.write(WithText(WITH_TEXT), WITH_TEXT, file, {"decisions.jsonl": lambda f: f.write(b"{}\n") and None})
    return path


def rewritten(path: Path, name: str, data: bytes | None) -> Path:
    """The case file with one file changed, added or (None) left out."""
    changed = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info.filename, old.read(info))
        if data is not None:
            new.writestr(name, data)
    return changed


def test_a_fresh_case_file_is_whole_and_holds_the_texts(case: Path) -> None:
    assert casefile.verify(case) == []
    with zipfile.ZipFile(case) as archive:
        names = archive.namelist()
        assert {
            "report.html",
            "report.md",
            "report-by-speaker.html",
            "report-by-article.html",
            "data/figures.csv",
            "decisions.jsonl",
        } <= set(names)
        source = next(name for name in names if name.endswith(f"-{ARTICLE}.txt"))
        assert archive.read(source).decode() == TEXT


def test_the_same_values_give_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    casefile.write(WithText(WITH_TEXT), WITH_TEXT, first)
    casefile.write(WithText(WITH_TEXT), WITH_TEXT, second)
    assert first.getvalue() == second.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("report.md", b"other words", "report.md is not the file that was written"),
        ("report.md", None, "report.md is missing"),
        ("extra.txt", b"x", "extra.txt is not in the manifest"),
    ],
)
def test_what_was_changed_is_named(case: Path, name: str, data: bytes | None, found: str) -> None:
    assert casefile.verify(rewritten(case, name, data)) == [found]


@pytest.mark.parametrize(("before", "behind"), [(b"", b"x"), (b"#!/bin/sh\n", b""), (b"", b"\0" * 100)])
def test_bytes_put_before_or_behind_it_are_named(case: Path, before: bytes, behind: bytes) -> None:
    case.write_bytes(before + case.read_bytes() + behind)
    assert casefile.verify(case) == ["bytes that were not written with it stand before or behind its files"]


def test_a_file_that_is_none_gets_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(b"\x00\x01 no archive")
    with pytest.raises(InputError, match="is not a tracker case file; make one with tracker bundle"):
        casefile.verify(path)
    with pytest.raises(InputError, match="cannot be read"):
        casefile.verify(tmp_path / "none.zip")
