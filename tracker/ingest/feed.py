"""RSS and Atom: one document an entry, from the page it links to or from the content it carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from tracker.errors import InputError
from tracker.ingest import given, libraries, page, plain
from tracker.ingest.options import Options
from tracker.ingest.passed import PassedOver
from tracker.model import Document

ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
LONG = 1200
"""Characters from which an entry's own content is taken for the whole article."""


def read(stream: BinaryIO, where: str, options: Options) -> Iterator[Document | InputError]:
    yield from entries(plain.whole(stream, where), where, options)


def entries(raw: bytes, where: str, options: Options) -> Iterator[Document | InputError]:
    """Raises InputError where the feed is none, or declares entities, which could grow without end."""
    if ENTITY.search(raw):
        raise InputError(where, "declares entities, which can grow without end; it is not read")
    feedparser = libraries.load("feedparser", "web", where)
    found = feedparser.parse(raw, response_headers={"content-location": where} if "://" in where else None)
    if not found.entries:
        raise InputError(where, "is no feed with entries")
    outlet = found.feed.get("title")
    for number, entry in enumerate(found.entries, 1):
        yield document(entry, outlet, f"{where} entry {number}", options)


def document(entry: Any, outlet: str | None, where: str, options: Options) -> Document | InputError:
    """The entry's page where pages are asked for and it can be read; its own content otherwise."""
    link = entry.get("link") or ""
    unread = ""
    content = max([item.get("value") or "" for item in entry.get("content") or []] + [entry.get("summary") or ""], key=len)
    try:
        if options.fetch and len(content) < LONG and link.startswith(("http://", "https://")):
            found = options.fetch(link)
            if isinstance(found, Document):
                return with_entry(found, entry, outlet)
            if isinstance(found, PassedOver):
                return found
            unread = f" ({found.why})"
        if not content.strip():
            return InputError(link or where, f"the entry carries no text, and its page was not read{unread}")
        html = f"<html><body><article>{content}</article></body></html>"
        carried = page.document(html.encode(), where, "utf-8", link or None)
        return with_entry(replace(carried, raw=content.encode(), media_type="application/rss+xml"), entry, outlet)
    except InputError as error:
        return error


def with_entry(document: Document, entry: Any, outlet: str | None) -> Document:
    """What the feed says fills what the page does not."""
    updated = entry["updated"] if "updated" in list(entry) else None
    record = {
        "title": entry.get("title"),
        "authors": [author.get("name") for author in entry.get("authors") or [] if author.get("name")],
        "published": entry.get("published") or updated,
        "updated": updated,
        "outlet": outlet,
        "url": entry.get("link"),
    }
    said = given.attributes({key: value for key, value in record.items() if value})
    missing = {key: value for key, value in said.items() if not getattr(document.article, key)}
    return replace(document, article=replace(document.article, **missing))
