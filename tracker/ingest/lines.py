"""JSON Lines: one article a line, streamed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from tracker.errors import InputError
from tracker.ingest import decode, given, limits
from tracker.model import Article, Document

TEXT_KEYS = ("text", "content", "body", "maintext")


def read(stream: BinaryIO, where: str) -> Iterator[Document | InputError]:
    """One document a line that holds an object with a text; any other line comes as its error, and the rest goes on."""
    for number, line in numbered(stream):
        place = f"{where} line {number}"
        if line is None:
            yield InputError(place, f"is longer than {limits.LINE_BYTES // 1_000_000} MB")
        elif line.strip():
            yield document(line, place)


def numbered(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their number; None for one beyond the limit, which is passed over piece by piece."""
    number = 0
    while line := stream.readline(limits.LINE_BYTES):
        number += 1
        if line.endswith(b"\n") or len(line) < limits.LINE_BYTES:
            yield number, line
            continue
        while (more := stream.readline(limits.LINE_BYTES)) and not more.endswith(b"\n"):
            pass
        yield number, None


def document(line: bytes, where: str) -> Document | InputError:
    try:
        decoded = decode.decode(line, where)
        record = json.loads(decoded.text)
    except InputError as error:
        return error
    except (ValueError, RecursionError) as error:
        return InputError(where, f"is not JSON ({getattr(error, 'msg', 'nested too deeply')})")
    text = text_of(record)
    if text is None:
        return InputError(where, "has no text", 'an article is an object with a "text"')
    return Document(Article(decode.storable(text), **given.attributes(record)), line, where, "application/json")


def text_of(record: Any) -> str | None:
    found = next((record[key] for key in TEXT_KEYS if record.get(key)), None) if isinstance(record, dict) else None
    return found if isinstance(found, str) else None
