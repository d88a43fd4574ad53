"""Text files, with front matter or without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tracker.errors import InputError
from tracker.ingest import decode, front, given, limits
from tracker.model import Article, Document


def read(stream: BinaryIO, where: str) -> Iterator[Document | InputError]:
    """One text file is one article; the front matter or header above it, if any, is read and is no part of the text."""
    raw = whole(stream, where)
    decoded = decode.decode(raw, where)
    record, text, finding = front.parted(decoded.text)
    article = Article(text, **given.attributes(record))
    findings = tuple(found for found in (decoded.finding, finding) if found)
    yield Document(article, raw, where, "text/markdown" if record else "text/plain", findings)


def whole(stream: BinaryIO, where: str) -> bytes:
    """All bytes of an input that is one article. Raises InputError beyond the limit."""
    raw = stream.read(limits.FILE_BYTES + 1)
    if len(raw) > limits.FILE_BYTES:
        raise InputError(where, f"is larger than one article can be ({limits.FILE_BYTES // 1_000_000} MB)", "split it into articles")
    return raw
