"""From a source to its documents: walk, choose the reader, read, set what was given, infer the rest."""

from __future__ import annotations

import glob
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from tracker.errors import InputError
from tracker.ingest import kinds, limits, moments, page, sources, web
from tracker.ingest.given import Given
from tracker.ingest.infer import dated
from tracker.ingest.options import Options
from tracker.ingest.passed import PassedOver
from tracker.model import Article, Document

SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
"""What an address begins with; only http and https are fetched, and the others are told so."""


def documents(source: str, given: Given | None = None, options: Options | None = None) -> Iterator[Document | InputError]:
    """Every article found at a path, folder, pattern (*.html), URL or "-" (standard input), in name order, one at a time; an input that
    cannot be read comes as its error, and the rest goes on.
    """
    given, options = given or Given(), options or Options()
    if options.fetch is None:
        options = replace(options, fetch=partial(fetched_page, allow_private=options.allow_private))
    for found in read(source, options):
        yield found if isinstance(found, InputError) else finished(found, given)


def read(source: str, options: Options) -> Iterator[Document | InputError]:
    if not source.strip():
        yield InputError(repr(source), "names nothing", "name a file, a folder (here is .), an address, or - for standard input")
    elif source == "-":
        yield from read_stream(sys.stdin.buffer, "standard input", "", options)
    elif SCHEME.match(source):
        yield from read_address(source, options)
    elif glob.has_magic(source) and not Path(source).exists():
        yield from read_pattern(source, options)
    else:
        yield from read_path(Path(source), options)


def read_pattern(pattern: str, options: Options) -> Iterator[Document | InputError]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 — absolute patterns too
    if not found:
        yield InputError(pattern, "no file matches", "check the spelling, and the folder you are in")
    for path in found:
        yield from read_path(Path(path), options)


def read_path(path: Path, options: Options) -> Iterator[Document | InputError]:
    try:
        kind = sources.opened(path)[1]
    except InputError as error:
        yield error
        return
    if kind != "folder":
        yield from read_file(path, options)
        return
    for file in sources.files(path):
        if kinds.extension(file.name) in kinds.BY_EXTENSION:
            yield from read_file(file, options)
        else:
            yield PassedOver(sources.shown(file), "is of no kind that is read")


def read_file(path: Path, options: Options) -> Iterator[Document | InputError]:
    where = sources.shown(path)
    try:
        size, kind = sources.opened(path)
        expected = kinds.BY_EXTENSION.get(kinds.extension(path.name), kinds.TEXT)
        if not expected.streamed and size > limits.FILE_BYTES:
            raise InputError(where, f"is larger than one article can be ({size // 1_000_000} MB)", "split it into articles")
        if kind == "pipe" and path.parent.name != "fd":
            raise InputError(where, "is a named pipe, which may never end", "read it through standard input: tracker add - < pipe")
        with path.open("rb") as stream:
            yield from read_stream(stream, where, path.name, options)
    except OSError as error:
        yield sources.unreadable(path, error)
    except InputError as error:
        yield error


def read_stream(stream: BinaryIO, where: str, name: str, options: Options) -> Iterator[Document | InputError]:
    """What a stream holds, by its first bytes and its name."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    try:
        head = buffered.peek(kinds.HEAD)[: kinds.HEAD]
        kind = kinds.kind_of(head, name)
        if kind is kinds.TEXT and not name and "text" in options.columns:
            kind = kinds.TABLE
        yield from kind.read(buffered, where, options)
    except InputError as error:
        yield error


def read_address(url: str, options: Options) -> Iterator[Document | InputError]:
    """The page at an address; for a feed, the page of each entry; for a document, its text."""
    try:
        found = web.fetch(url, options.allow_private)
        for document in from_web(found, options):
            yield document if isinstance(document, InputError) else located(document, found)
    except InputError as error:
        yield error


def from_web(found: web.Fetched, options: Options) -> Iterator[Document | InputError]:
    kind = kinds.kind_of(found.raw[: kinds.HEAD], "", found.media_type)
    if kind is kinds.PAGE:
        yield page.document(found.raw, found.url, found.charset, found.url, found.at)
    else:
        yield from kind.read(io.BytesIO(found.raw), found.url, options)


def located(document: Document, found: web.Fetched) -> Document:
    article = document.article
    return replace(document, article=replace(article, url=article.url or found.url, retrieved_at=article.retrieved_at or found.at))


def fetched_page(url: str, allow_private: bool) -> Document | InputError:
    """The page a feed's entry links to."""
    try:
        found = web.fetch(url, allow_private)
        return located(page.document(found.raw, found.url, found.charset, found.url, found.at), found)
    except InputError as error:
        return error


def finished(document: Document, given: Given) -> Document | InputError:
    """The document with what was given set and what is missing inferred; an error where its text is empty or endless."""
    text = document.article.text
    if not text.strip():
        return InputError(document.source, "is empty")
    if len(text) > limits.TEXT_CHARACTERS:
        why = f"is longer than an article can be ({len(text):,} characters; the limit is {limits.TEXT_CHARACTERS:,})"
        return InputError(document.source, why, "split it into articles")
    try:
        article = dated_by_name(dated(given.on(document.article)), document.source)
    except InputError as error:
        return error
    findings = tuple(replace(finding, article=article.id) for finding in document.findings)
    return replace(document, article=article, findings=findings)


def dated_by_name(article: Article, source: str) -> Article:
    """The article with the day that its file's name holds, where nothing else told one; a file of many articles names none of them."""
    name = source.rpartition("/")[2]
    found = moments.in_name(name) if article.published is None and "://" not in source and re.search(r"\.\w{2,8}$", name) else None
    return replace(article, published=found, inferred=(*article.inferred, ("published", "the date in the file name"))) if found else article
