"""Documents as press offices publish them: PDF and DOCX. Their lines are joined into paragraphs; the file is kept beside the text."""

from __future__ import annotations

import datetime as dt
import io
import logging
import re
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from tracker.errors import InputError
from tracker.ingest import decode, given, infer, libraries, limits, moments, plain
from tracker.model import Article, Document

PAGES = 1000
UNPACKED = 200_000_000
"""Bytes a packed document may unpack to."""
MARKUP = 20_000_000
"""Bytes of its markup: as a tree it takes twenty times as much."""
SENTENCE_END = re.compile(r"[.!?:][\"”’')\]]*$")
HYPHEN = re.compile(r"[a-z]-$")


def read_pdf(stream: BinaryIO, where: str) -> Iterator[Document | InputError]:
    """The text layer of a PDF. Raises InputError where it is locked, broken, or pictures of pages only."""
    pypdf = libraries.load("pypdf", "documents", where)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it grumbles about, one sentence of ours says
    raw = plain.whole(stream, where)
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [page.extract_text() or "" for page in reader.pages[:PAGES]]
        info = {} if locked else dict(reader.metadata or {})
    except Exception as error:  # pypdf raises many kinds on broken files
        raise InputError(where, "is no PDF that can be read", "save its text and add that") from error
    if locked:
        raise InputError(where, "is locked with a password", "save it without one")
    text = "\n\n".join(filter(None, (joined(page) for page in pages)))
    if not text.strip():
        raise InputError(where, "holds pictures of pages, no text", "recognise its text first (OCR)")
    record = {"title": info.get("/Title"), "author": info.get("/Author")}
    article = Article(decode.storable(text), **given.attributes(record))
    made = pdf_date(str(info.get("/CreationDate") or ""))
    yield Document(infer.at_latest(article, made, "the day on which the file was made"), raw, where, "application/pdf")


def pdf_date(words: str) -> dt.date | None:
    """ "D:20240122143000+01'00'" → 22 January 2024: the day the file was made."""
    match = re.match(r"D:(\d{4})(\d\d)(\d\d)", words)
    return moments.iso("-".join(match.groups())) if match else None


def joined(page: str) -> str:
    """The lines of a page as paragraphs: a line goes on in the next unless it ends a sentence, is short, or the next is empty."""
    lines = [line.strip() for line in page.replace("\r", "\n").split("\n")]
    full = sorted(map(len, lines))[int(len(lines) * 0.8)]
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        if before and line and goes_on(before, line, full):
            paragraphs[-1] = paragraphs[-1][:-1] + line if HYPHEN.search(before) and line[0].islower() else f"{paragraphs[-1]} {line}"
        elif line:
            paragraphs.append(line)
        before = line
    return "\n\n".join(paragraphs)


def goes_on(before: str, line: str, full: int) -> bool:
    """full — how long a full line of this page is."""
    return line[0].islower() or (len(before) >= 0.6 * full and not SENTENCE_END.search(before)) or len(before) > 0.93 * full > 40


def read_docx(stream: BinaryIO, where: str) -> Iterator[Document | InputError]:
    """The paragraphs and table rows of a Word document, in order."""
    docx = libraries.load("docx", "documents", where)
    raw = plain.whole(stream, where)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            sizes = [(item.filename.endswith((".xml", ".rels")), item.file_size) for item in packed.infolist()]
            for limit, held in ((UNPACKED, sizes), (MARKUP, [size for size in sizes if size[0]])):
                if sum(size for _, size in held) > limit:
                    raise InputError(where, f"unpacks to more than {limit // 1_000_000} MB")
        found = docx.Document(io.BytesIO(raw))
        text = "\n\n".join(filter(None, (block_text(block).strip() for block in found.iter_inner_content())))
        properties = found.core_properties
        record = {"title": properties.title, "author": properties.author}
        saved = properties.modified or properties.created
    except InputError:
        raise
    except Exception as error:  # zipfile, lxml and python-docx each raise their own on broken files
        raise InputError(where, "is no Word document that can be read") from error
    article = Article(decode.storable(text[: limits.TEXT_CHARACTERS + 1]), **given.attributes(record))
    yield Document(infer.at_latest(article, saved, "the day on which the file was last saved"), raw, where, DOCX)


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def block_text(block: Any) -> str:
    if hasattr(block, "rows"):
        return "\n".join(" | ".join(cell.text.strip() for cell in row.cells) for row in block.rows)
    return str(block.text)
