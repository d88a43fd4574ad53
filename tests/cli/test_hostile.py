"""A folder of everything that could stop a reader, read by the program as its users run it: one sentence each, the good files stored."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import FIRST, ROOT, SECOND

MEGABYTE = 1_000_000
MEMORY = 500 * MEGABYTE
BOMB = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">%s]><rss version="2.0"><channel><title>&z;</title></channel></rss>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(25)
)
LINE = "The levee held through the night, the mayor said on Monday, and nobody was hurt. "


def packed(size: int) -> bytes:
    """A document that unpacks to far more than it weighs."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as document:
            document.writelines(b" " * MEGABYTE for _ in range(size // MEGABYTE))
    return held.getvalue()


def page(depth: int) -> bytes:
    return b"<!doctype html><html><body>" + b"<div>" * depth + b"</div>" * depth + b"</body></html>"


def word(markup: bytes) -> bytes:
    """A Word document whose body is this markup."""
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    package, office = (
        b"http://schemas.openxmlformats.org/package/2006",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    )
    parts = {
        "[Content_Types].xml": b'<Types xmlns="%s/content-types"><Default Extension="rels" ContentType='
        b'"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="%s"/></Types>'
        % (package, main),
        "_rels/.rels": b'<Relationships xmlns="%s/relationships"><Relationship Id="r" Type="%s/officeDocument" Target="word/document.xml"/>'
        b"</Relationships>" % (package, office),
        "word/document.xml": markup,
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def paragraphs(size: int) -> bytes:
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    one = b"<w:p><w:r><w:t>So it is.</w:t></w:r></w:p>"
    return b'<w:document xmlns:w="%s"><w:body>' % space + one * (21 * MEGABYTE // len(one) + size) + b"</w:body></w:document>"


def cut(size: int) -> bytes:
    """An archive whose only page ends before it should."""
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: http://a.example/in/cut.warc\r\n"
    head += b"WARC-Date: 2021-04-01T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: 9999\r\n\r\n"
    return head + b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>" + LINE.encode() * 5


Made = Callable[[int], bytes]
REFUSED: tuple[tuple[str, Made], ...] = (
    ("empty.txt", lambda size: b""),
    ("blank.md", lambda size: b" \n\t\n" * 50),
    ("binary.txt", lambda size: bytes(range(256)) * 200),
    ("large.txt", lambda size: LINE.encode() * (size * MEGABYTE // len(LINE) + 1)),
    ("paragraphs.txt", lambda size: b"So it is.\n\n" * (size * 10_000 + 100_000)),
    ("line.jsonl", lambda size: b'{"text": "' + b"x" * (max(17, size // 2) * MEGABYTE) + b'"}\n'),
    ("brackets.json", lambda size: b"[" * (size * 10_000)),
    ("deep.html", lambda size: page(size * 1000)),
    ("tags.html", lambda size: b"<html><body>" + b"<p>So it is said.</p>" * 201_000 + b"</body></html>"),
    ("cells.html", lambda size: b"<html><body><table><tr>" + b"<td>1</td>" * 201_000 + b"</tr></table></body></html>"),
    ("attributes.html", lambda size: b"<html><div " + b" ".join(b"a%d=1" % n for n in range(size * 2000)) + b"><p>x</p></div></html>"),
    ("headers.eml", lambda size: b"Subject: " + b"=?utf-8?q?=e9?= " * (size * 10_000) + b"\n\nhello"),
    (
        "parts.eml",
        lambda size: b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 5000,
    ),
    ("cut.warc", cut),
    ("text.warc", lambda size: LINE.encode() * 9),
    ("paragraphs.docx", lambda size: word(paragraphs(size))),
    ("entities.docx", lambda size: word(BOMB)),
    ("bomb.rss", lambda size: BOMB),
    ("bomb.docx", lambda size: packed(max(210, size * 4) * MEGABYTE)),
    ("half.pdf", lambda size: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog"),
    ("mislabelled.txt", lambda size: b"%PDF-1.4 this is none"),
    ("table.csv", lambda size: b"a,b\n1,2\n"),
)
GOOD: tuple[tuple[bytes, bytes], ...] = (
    (b"first.md", FIRST.encode()),
    (b"below/second.md", SECOND.encode()),
    (b"caf\xe9.txt", b"Rain over the coast\n\nRain fell for a third day, the harbour master said."),
    (b"control.txt", b"Snow in the hills\n\nSnow \x1b[31mfell\x00 on the pass, the road office said. " + LINE.encode() * 20),
)


@pytest.fixture(params=[20, pytest.param(100, marks=pytest.mark.slow)])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """The folder at a moderate size (in megabytes, where a size matters) and, among the slow tests, at the full one."""
    made = tmp_path / "in"
    (made / "below").mkdir(parents=True)
    for name, content in REFUSED:
        (made / name).write_bytes(content(max(33, request.param) if name == "large.txt" else request.param))
    for spelled, content in GOOD:
        Path(os.fsdecode(os.path.join(os.fsencode(made), spelled))).write_bytes(content)  # noqa: PTH118 — the name is bytes
    (made / "below" / "loop").symlink_to(made)
    (made / "self.txt").symlink_to(made / "self.txt")
    os.mkfifo(made / "pipe.txt")
    yield made


MEASURED = """import pathlib, resource, subprocess, sys
code = subprocess.call([sys.executable, "-m", "tracker", *sys.argv[1:]])
pathlib.Path("memory").write_text(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)"""
"""A program of its own between us and the one measured: a process counts as its own what the one that started it held."""


def finished(tmp_path: Path, *words: str) -> tuple[int, str, str, int]:
    """Exit code, output, errors and the most memory it held at a time, in bytes."""
    own = {"TRACKER_DB": str(tmp_path / "case.db"), "TRACKER_CONFIG": str(tmp_path / "none.toml"), "PYTHONPATH": str(ROOT)}
    found = subprocess.run(
        [sys.executable, "-c", MEASURED, *words], capture_output=True, env={**os.environ, **own}, cwd=tmp_path, check=False
    )
    return found.returncode, found.stdout.decode(), found.stderr.decode(), int((tmp_path / "memory").read_text()) * 1024


def test_a_folder_of_hostile_inputs_yields_one_sentence_each_and_the_rest_is_stored(folder: Path, tmp_path: Path) -> None:
    code, out, err, memory = finished(tmp_path, "add", "in")
    sentences = [line for line in err.splitlines() if line.startswith("failed: ")]
    assert code == 1
    assert all(line.startswith("failed: ") or " × " in line for line in err.splitlines())
    for name in (*(name for name, _ in REFUSED), "pipe.txt", "self.txt"):
        assert len([line for line in sentences if f"in/{name}" in line]) == 1, name
    assert len(sentences) == len(REFUSED) + 2
    assert all(len(line) < 400 and line.isprintable() for line in sentences)
    assert out.startswith(f"{len(GOOD)} articles added")
    assert memory < MEMORY
    listed = json.loads(finished(tmp_path, "articles", "list", "--json")[1])
    assert {"Ferry sinks off northern cape", "Toll in ferry sinking"} <= {row["title"] for row in listed}
    assert len(listed) == len(GOOD)
    assert finished(tmp_path, "db", "check")[0] == 0
