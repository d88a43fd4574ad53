"""WARC: the pages of a web archive, each as it was when it was fetched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from tracker.errors import InputError
from tracker.ingest import libraries, limits, moments, page
from tracker.model import Document

SIGNATURES = (b"WARC/", b"\x1f\x8b", b"filedesc")
PAGES = ("text/html", "application/xhtml+xml")


def read(stream: BinaryIO, where: str) -> Iterator[Document | InputError]:
    """One document for each page that was answered with 200; other records are passed over. Streams: one record in memory at a time."""
    warcio = libraries.load("warcio.archiveiterator", "documents", where)
    if not stream.peek(8)[:8].startswith(SIGNATURES):  # type: ignore[attr-defined]
        raise InputError(where, "is no web archive that can be read")
    records = iter(warcio.ArchiveIterator(stream))
    while True:
        try:
            record = next(records, None)
            found = document(record, where) if record is not None else None
        except InputError as error:
            yield error
            continue
        except Exception as error:  # warcio raises its own and zlib's on broken archives; what follows cannot be found again
            yield InputError(where, f"the archive is broken ({type(error).__name__}); what came before is read")
            return
        if record is None:
            return
        if found is not None:
            yield found


def document(record: Any, where: str) -> Document | None:
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") or "") if headers else ""
    if record.rec_type not in ("response", "resource") or not kind.startswith(PAGES) or headers.get_statuscode() not in ("200", None):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    raw = record.content_stream().read(limits.FILE_BYTES + 1)
    if len(raw) > limits.FILE_BYTES:
        raise InputError(url or where, f"is larger than {limits.FILE_BYTES // 1_000_000} MB")
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise InputError(url or where, "is cut off in the archive", "capture the page again")
    charset = kind.partition("charset=")[2].partition(";")[0].strip(" \"'") or None
    when = moments.stamp(record.rec_headers.get_header("WARC-Date") or "")
    found = page.document(raw, url or where, charset, url, when if isinstance(when, dt.datetime) else None)
    return replace(found, source=f"{where} {url}")
