"""A database as JSON Lines, and back: one record a line, first a header, then outlets, articles with what was read in them, decisions.

    {"record": "tracker", "format": 1, "version": "0.1.0"}
    {"record": "article", "value": {…}, "raw": "base64", "source": "…", "media_type": "…"}
    {"record": "statement", "value": {…}}      for other programs; made again from the articles on import
    {"record": "decision", "value": {…}}

Numbers with a fraction and dates are text. What is derived (claims, relations) is not kept: it follows from the rest.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, runtime_checkable

from tracker import __version__
from tracker.coding import plain, value_of
from tracker.errors import InputError
from tracker.model import Article, Decision, Document, Outlet
from tracker.report.source import Source

FORMAT = 1
Record = Outlet | Document | Decision


@runtime_checkable
class Archive(Source, Protocol):
    """A source that also holds what cannot be derived."""

    def outlets(self) -> Iterator[Outlet]: ...
    def documents(self) -> Iterator[Document]: ...


def lines(held: Archive) -> Iterator[str]:
    """The records in a stable order, one a line."""
    yield line("tracker", {"format": FORMAT, "version": __version__})
    yield from (line("outlet", {"value": plain(outlet)}) for outlet in held.outlets())
    for document in held.documents():
        yield line("article", document_fields(document))
    yield from (line("statement", {"value": plain(hit.statement)}) for hit in held.statements())
    yield from (line("figure", {"value": plain(row.figure)}) for row in held.figures())
    yield from (line("decision", {"value": plain(decision)}) for decision in held.decisions())


def line(record: str, fields: dict[str, Any]) -> str:
    return json.dumps({"record": record, **fields}, ensure_ascii=False) + "\n"


def document_fields(document: Document) -> dict[str, Any]:
    raw = base64.b64encode(document.raw).decode()
    return {"value": plain(document.article), "raw": raw, "source": document.source, "media_type": document.media_type}


def records(text: Iterable[str], where: str) -> Iterator[Record]:
    """What the lines hold that is not derived, in their order. Raises InputError, naming the line, where one cannot be read."""
    for number, words in enumerate(text, 1):
        if not words.strip():
            continue
        place = f"{where} line {number}"
        try:
            row = json.loads(words)
            kind = row["record"]
            if number == 1 and (kind != "tracker" or row["format"] != FORMAT):
                raise InputError(place, "is not the head of a tracker export", "make one with tracker export --format jsonl")
            if kind in READERS:
                yield READERS[kind](row)
        except InputError:
            raise
        except (ValueError, KeyError, TypeError, binascii.Error) as error:
            raise InputError(place, f"cannot be read ({error})", "export the database again") from error


def document_of(row: dict[str, Any]) -> Document:
    article = value_of(Article, row["value"])
    return Document(article, base64.b64decode(row["raw"], validate=True), row["source"], row["media_type"])


READERS: dict[str, Callable[[dict[str, Any]], Record]] = {
    "outlet": lambda row: value_of(Outlet, row["value"]),
    "article": document_of,
    "decision": lambda row: value_of(Decision, row["value"]),
}
