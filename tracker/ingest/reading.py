"""From a source to its documents: walk, choose the reader, read, set what was given, infer the rest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from tracker.errors import InputError
from tracker.ingest import limits, lines, plain, sources
from tracker.ingest.given import Given
from tracker.ingest.infer import dated
from tracker.model import Document

Reader = Callable[[BinaryIO, str], Iterator[Document | InputError]]
READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": plain.read,
    ".markdown": plain.read,
    ".jsonl": lines.read,
    ".ndjson": lines.read,
}
"""Extension → the function that reads it."""
STREAMED = (".jsonl", ".ndjson")
"""Kinds that hold many articles and may be of any size."""


class PassedOver(InputError):
    """A file of a folder that is of no kind the tracker reads: counted, not a failure."""


def documents(source: str, given: Given | None = None) -> Iterator[Document | InputError]:
    """Every article found at a path, folder, URL or "-" (standard input), in name order, one at a time; an input that cannot be read
    comes as its error, and the rest goes on.
    """
    given = given or Given()
    for found in read(source):
        yield found if isinstance(found, InputError) else finished(found, given)


def read(source: str) -> Iterator[Document | InputError]:
    if source == "-":
        yield from read_stream(sys.stdin.buffer, "standard input", "")
        return
    path = Path(source)
    try:
        kind = sources.opened(path)[1]
    except InputError as error:
        yield error
        return
    if kind == "folder":
        for file in sources.files(path):
            yield from read_file(file) if file.suffix.lower() in READERS else [passed_over(file)]
    else:
        yield from read_file(path)


def passed_over(path: Path) -> PassedOver:
    return PassedOver(sources.shown(path), "is of no kind that is read")


def read_file(path: Path) -> Iterator[Document | InputError]:
    where, kind = sources.shown(path), path.suffix.lower()
    try:
        size, _ = sources.opened(path)
        if kind not in STREAMED and size > limits.FILE_BYTES:
            raise InputError(where, f"is larger than one article can be ({size // 1_000_000} MB)", "split it into articles")
        with path.open("rb") as stream:
            yield from read_stream(stream, where, kind)
    except OSError as error:
        yield sources.unreadable(path, error)
    except InputError as error:
        yield error


def read_stream(stream: BinaryIO, where: str, kind: str) -> Iterator[Document | InputError]:
    """What a stream holds, by its extension, else by its first bytes."""
    try:
        yield from READERS.get(kind, plain.read)(stream, where)
    except InputError as error:
        yield error


def finished(document: Document, given: Given) -> Document | InputError:
    """The document with what was given set and what is missing inferred; an error where its text is empty or endless."""
    text = document.article.text
    if not text.strip():
        return InputError(document.source, "is empty")
    if len(text) > limits.TEXT_CHARACTERS:
        why = f"is longer than an article can be ({len(text):,} characters; the limit is {limits.TEXT_CHARACTERS:,})"
        return InputError(document.source, why, "split it into articles")
    try:
        article = dated(given.on(document.article))
    except InputError as error:
        return error
    findings = tuple(replace(finding, article=article.id) for finding in document.findings)
    return replace(document, article=article, findings=findings)
