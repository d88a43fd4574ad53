"""Files, folders and streams become documents, one at a time; what cannot be read is one sentence."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
from pathlib import Path

import pytest

from tracker.errors import InputError
from tracker.ingest import Given, Options, PassedOver, documents
from tracker.model import Document

TEXT = "Ferry sinks off cape\n\nThe harbour master said “nobody\u00a0slept” that night.\n"


def articles(source: Path | str, given: Given | None = None) -> list[Document]:
    found = list(documents(str(source), given))
    assert all(isinstance(item, Document) for item in found), found
    return [item for item in found if isinstance(item, Document)]


def failures(source: Path | str) -> list[str]:
    return [str(item) for item in documents(str(source)) if isinstance(item, InputError)]


def test_a_text_file_is_kept_verbatim(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    [document] = articles(path)
    assert document.article.text == TEXT
    assert document.raw == TEXT.encode()


def test_front_matter_is_read_and_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: Ferry sinks\noutlet: Harbour Post\nauthors: [Rosa Lind, Omar Tayeb]\npublished: 2021-03-24\n"
        "updated: 2021-03-25 10:30\n"
        f"url: https://news.example/ferry\n---\n\n{TEXT}",
        "utf-8",
    )
    article = articles(path)[0].article
    assert article.text == TEXT
    assert (article.title, article.outlet, article.authors) == ("Ferry sinks", "Harbour Post", ("Rosa Lind", "Omar Tayeb"))
    assert (article.published, article.updated) == (dt.date(2021, 3, 24), dt.datetime(2021, 3, 25, 10, 30))
    assert article.inferred == ()


@pytest.mark.parametrize(
    "matter",
    ["a: &x [1]\nb: *x", "just words", "- a\n- b", "title: {unclosed", "!!python/object:os.system x", "{" * 5000],
    ids=["alias", "scalar", "list", "broken", "tag", "deep"],
)
def test_front_matter_that_is_no_mapping_stays_in_the_text(tmp_path: Path, matter: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{matter}\n---\n{TEXT}", "utf-8")
    [document] = articles(path)
    assert document.article.text.startswith("---\n")
    assert [finding.code for finding in document.findings] == ["front_matter"]


@pytest.mark.parametrize(
    "title",
    ["UN: 5,000 have fled", "‘No more’: mayor", "'No more', says mayor", "It's over", "12:30", "No", "[Updated] Dam fails", "Dam #3 fails"],
)
def test_a_title_in_front_matter_is_taken_as_it_stands(tmp_path: Path, title: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: {title}\nauthors:\n  - Rosa Lind\n  - Omar Tayeb\n---\n{TEXT}", "utf-8")
    [document] = articles(path)
    assert (document.article.title, document.article.authors) == (title, ("Rosa Lind", "Omar Tayeb"))
    assert (document.article.text, document.findings) == (TEXT, ())


def test_a_header_written_by_hand_is_read_and_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Title: Ferry: 40 dead\nSource: Harbour Post\nBy: Rosa Lind\nDate: 24 March 2021\n\n{TEXT}", "utf-8")
    article = articles(path)[0].article
    assert (article.title, article.outlet, article.authors) == ("Ferry: 40 dead", "Harbour Post", ("Rosa Lind",))
    assert (article.published, article.text) == (dt.date(2021, 3, 24), TEXT)


@pytest.mark.parametrize(
    "head",
    [
        "Title: one line alone\n\n",
        "Title: Ferry\nWeather: rain\n\n",
        "Toll: 40\nMissing: 12\n\n",
        "Title: Ferry\nDate: today\nThe ferry sank.\n\n",
    ],
)
def test_lines_that_only_look_like_a_header_stay_in_the_text(tmp_path: Path, head: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(head + TEXT, "utf-8")
    assert articles(path)[0].article.text == head + TEXT


def test_what_the_caller_gives_wins_over_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: Old\n---\n{TEXT}", "utf-8")
    article = articles(path, Given(title="New", published="5 March 2021"))[0].article
    assert (article.title, article.published) == ("New", dt.date(2021, 3, 5))


def test_a_given_date_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    [error] = list(documents(str(path), Given(published="soon")))
    assert str(error) == "soon: is not a date that can be read for published; write it as 2024-03-05 or 5 March 2024"


def test_json_lines_are_read_one_by_one_and_a_bad_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        json.dumps({"id": 7, "text": TEXT, "outlet": "Harbour Post", "date": "2021-03-24"}),
        "{",
        "[]",
        '{"text": 5}',
        "",
        json.dumps({"text": "x \ud800 y"}),
    ]
    path.write_text("\n".join(rows), "utf-8")
    found = list(documents(str(path)))
    assert [isinstance(item, Document) for item in found] == [True, False, False, False, True]
    assert [str(item).split(": ")[0][-6:] for item in found if isinstance(item, InputError)] == ["line 2", "line 3", "line 4"]
    first, last = found[0], found[-1]
    assert isinstance(first, Document) and isinstance(last, Document)
    assert (first.article.outlet, first.article.published) == ("Harbour Post", dt.date(2021, 3, 24))
    assert last.article.text == "x \ufffd y"


def test_a_folder_is_walked_in_name_order_and_other_kinds_are_passed_over(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", "b/one.md", ".hidden.txt", "b/image.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}\n\n{TEXT}", "utf-8")
    found = list(documents(str(tmp_path)))
    assert [item.source[len(str(tmp_path)) + 1 :] for item in found if isinstance(item, Document)] == ["a.txt", "b/one.md", "b/two.txt"]
    assert [type(item) for item in found if isinstance(item, InputError)] == [PassedOver]


def test_standard_input_is_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert articles("-")[0].article.text == TEXT


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (TEXT.encode("utf-8-sig"), TEXT),
        (TEXT.encode("utf-16"), TEXT),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (
            b"Ferry\x00 sinks off the cape tonight, and nobody was hurt at all\n",
            "Ferry\ufffd sinks off the cape tonight, and nobody was hurt at all\n",
        ),
    ],
    ids=["utf-8 mark", "utf-16", "utf-16 big", "line ends", "nul"],
)
def test_bytes_become_text_by_their_mark_or_as_utf8(tmp_path: Path, raw: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    assert articles(path)[0].article.text == text


def test_another_encoding_is_guessed_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "Le préfet a déclaré que la rivière était montée très vite, et que les secours étaient arrivés à l’aube près du château.\n"
    path.write_bytes(text.encode("cp1252"))
    [document] = articles(path)
    assert "préfet" in document.article.text
    assert [finding.code for finding in document.findings] == ["encoding_guessed"]


def test_what_cannot_be_read_is_one_sentence_each(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n ")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (tmp_path / "locked.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    os.mkfifo(tmp_path / "pipe.txt") if os.environ.get("TRACKER_PIPES") else None
    (tmp_path / os.fsdecode(b"n\xe4me.txt")).write_text(TEXT)
    found = list(documents(str(tmp_path)))
    assert all("\n" not in str(item) for item in found if isinstance(item, InputError))
    assert len([item for item in found if isinstance(item, InputError)]) == 4
    assert [item.source.encode() for item in found if isinstance(item, Document)][-1].endswith(b"n\\xe4me.txt")


def test_a_missing_file_is_named() -> None:
    assert failures("no/such/file.txt") == ["no/such/file.txt: there is no such file or folder; check the spelling"]


def test_endless_inputs_are_refused_before_they_fill_the_memory(tmp_path: Path) -> None:
    big, long = tmp_path / "big.txt", tmp_path / "long.txt"
    with big.open("wb") as stream:
        stream.truncate(100_000_000)
    long.write_text("one two three\n" * 200_000)
    assert failures(big) == [f"{big}: is larger than one article can be (100 MB); split it into articles"]
    assert "is longer than an article can be (2,800,000 characters" in failures(long)[0]


def test_a_json_line_without_end_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "' + b"x" * 40_000_000 + b'"}\n')
        stream.write(json.dumps({"text": TEXT}).encode())
    found = list(documents(str(path)))
    assert [type(item) for item in found] == [InputError, Document]


ROW = json.dumps({"text": TEXT, "outlet": "Harbour Post"})


@pytest.mark.parametrize(
    ("given", "columns"),
    [
        (ROW + "\n" + json.dumps({"text": TEXT + "More.", "outlet": "Harbour Post"}), {}),
        (json.dumps([{"text": TEXT, "outlet": "Harbour Post"}, {"text": TEXT + "More.", "outlet": "Harbour Post"}], indent=2), {}),
        (json.dumps({"text": TEXT, "outlet": "Harbour Post"}, indent=2), {}),
        (json.dumps({"Told": TEXT, "Paper": "Harbour Post"}), {"text": "Told", "outlet": "Paper"}),
        (f'Told,Paper\n"{TEXT}",Harbour Post\n', {"text": "Told", "outlet": "Paper"}),
    ],
    ids=["lines", "list", "object", "mapped", "table"],
)
def test_standard_input_is_told_by_how_it_begins(monkeypatch: pytest.MonkeyPatch, given: str, columns: dict[str, str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    found = [item for item in documents("-", None, Options(columns=columns)) if isinstance(item, Document)]
    assert found[0].article.text == TEXT
    assert {item.article.outlet for item in found} == {"Harbour Post"}


def test_a_text_that_begins_with_a_bracket_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"[Updated] {sic} The ferry sank at dawn.")))
    assert articles("-")[0].article.text == "[Updated] {sic} The ferry sank at dawn."
