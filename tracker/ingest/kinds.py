"""Which reader reads an input? By its first bytes where they are plain about it, else by its extension or media type."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from tracker.errors import InputError
from tracker.ingest import archive, feed, lines, mail, office, page, plain, table
from tracker.ingest.options import Options
from tracker.model import Document

Reader = Callable[[BinaryIO, str, Options], Iterator[Document | InputError]]


class Kind(NamedTuple):
    """streamed — it holds many articles and may be of any size."""

    name: str
    read: Reader
    streamed: bool = False


def plainly(read: Callable[[BinaryIO, str], Iterator[Document | InputError]]) -> Reader:
    """A reader that has no use for options."""
    return lambda stream, where, options: read(stream, where)


TEXT = Kind("text", plainly(plain.read))
LINES = Kind("JSON Lines", lines.read, streamed=True)
JSON = Kind("JSON", lines.read_json)
PAGE = Kind("web page", plainly(page.read))
FEED = Kind("feed", feed.read)
TABLE = Kind("table", table.read, streamed=True)
MAIL = Kind("e-mail", plainly(mail.read))
PDF = Kind("PDF", plainly(office.read_pdf))
DOCX = Kind("Word document", plainly(office.read_docx))
WARC = Kind("web archive", plainly(archive.read), streamed=True)


def is_letter(head: bytes) -> bool:
    """It begins with the header of a mail, whatever the file is called: nothing but keys and values, from whom and to whom among them."""
    lines = head.replace(b"\r", b"").partition(b"\n\n")[0].split(b"\n")
    found = [re.match(rb"([A-Za-z][A-Za-z-]*): |[ \t]+\S", line) for line in lines]
    return all(found) and {(match[1] or b"").lower() for match in found if match} >= {b"from", b"to", b"subject", b"date"}


BY_EXTENSION = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), TEXT),
    **dict.fromkeys((".jsonl", ".ndjson"), LINES),
    **dict.fromkeys((".html", ".htm", ".xhtml"), PAGE),
    **dict.fromkeys((".rss", ".atom", ".xml"), FEED),
    **dict.fromkeys((".csv", ".tsv"), TABLE),
    **dict.fromkeys((".warc", ".warc.gz"), WARC),
    **dict.fromkeys((".json", ".jsonld"), JSON),
    ".eml": MAIL,
    ".pdf": PDF,
    ".docx": DOCX,
}
BY_MEDIA_TYPE = {
    "text/html": PAGE,
    "application/xhtml+xml": PAGE,
    "application/rss+xml": FEED,
    "application/atom+xml": FEED,
    "application/pdf": PDF,
    "application/json": JSON,
    "application/ld+json": JSON,
    "application/x-ndjson": LINES,
    "text/csv": TABLE,
    "message/rfc822": MAIL,
    "text/plain": TEXT,
    office.DOCX: DOCX,
}
SIGNATURES: tuple[tuple[Callable[[bytes], bool], Kind], ...] = (
    (lambda head: head.startswith(b"%PDF-"), PDF),
    (lambda head: head.startswith(b"PK\x03\x04") and (b"word/" in head or b"[Content_Types].xml" in head), DOCX),
    (lambda head: head.startswith(b"WARC/") or inner(head).startswith(b"WARC/"), WARC),
    (is_letter, MAIL),
    (lambda head: any(mark in start(head)[:600] for mark in (b"<rss", b"<feed", b"<rdf:rdf")), FEED),
    (lambda head: start(head).startswith((b"<!doctype html", b"<html")) or b"<html" in start(head)[:600], PAGE),
)
HEAD = 4096


def extension(name: str) -> str:
    lower = name.lower()
    return ".warc.gz" if lower.endswith(".warc.gz") else "." + lower.rpartition(".")[2] if "." in lower else ""


def kind_of(head: bytes, name: str = "", media_type: str = "") -> Kind:
    """head — the first bytes. A PDF named .txt is a PDF; what nothing tells is text."""
    marked = next((kind for test, kind in SIGNATURES if test(head)), None)
    if marked in (FEED, PAGE) and extension(name) in (".jsonl", ".ndjson", ".csv", ".tsv", ".json", ".eml"):
        marked = None
    return marked or BY_EXTENSION.get(extension(name)) or BY_MEDIA_TYPE.get(media_type) or (objects(head) if not name else None) or TEXT


def objects(head: bytes) -> Kind | None:
    """What a stream without a name is, if it begins as JSON does: an object a line, or one document."""
    begins = start(head)
    if re.match(rb'\[\s*\{\s*"', begins):
        return JSON
    if not re.match(rb'\{\s*"', begins):
        return None
    first, _, rest = begins.partition(b"\n")
    return LINES if first.rstrip().endswith(b"}") or not rest else JSON


def start(head: bytes) -> bytes:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()


def inner(head: bytes) -> bytes:
    """The first bytes inside a gzip."""
    if not head.startswith(b"\x1f\x8b"):
        return b""
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, 64)
    except (zlib.error, gzip.BadGzipFile):
        return b""
