"""JSON Lines: one article a line, streamed; and JSON files."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from tracker.errors import InputError
from tracker.ingest import claimreview, decode, given, imported, limits, plain
from tracker.ingest.options import Options
from tracker.model import Article, Document

TEXT_KEYS = ("text", "content", "body", "maintext", "articlebody", "article_text", "story")
NONE = Options()


def read(stream: BinaryIO, where: str, options: Options = NONE) -> Iterator[Document | InputError]:
    """One document a line that holds an object with a text; any other line comes as its error, and the rest goes on."""
    for number, line in numbered(stream):
        place = f"{where} line {number}"
        if line is None:
            yield InputError(place, f"is longer than {limits.LINE_BYTES // 1_000_000} MB")
        elif line.strip():
            yield document(line, place, options)


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


def read_json(stream: BinaryIO, where: str, options: Options = NONE) -> Iterator[Document | InputError]:
    """A JSON file: an article, or a list of them; of a file that holds ClaimReviews, those."""
    raw = plain.whole(stream, where)
    try:
        value = json.loads(decode.decode(raw, where).text)
    except (ValueError, RecursionError):
        yield from read(io.BytesIO(raw), where, options)
        return
    records = list(claimreview.reviews(value)) or (value if isinstance(value, list) else [value])
    for number, record in enumerate(records, 1):
        yield of_record(record, f"{where} item {number}" if len(records) > 1 else where, raw if len(records) == 1 else b"", options)


def document(line: bytes, where: str, options: Options = NONE) -> Document | InputError:
    try:
        decoded = decode.decode(line, where)
        record = json.loads(decoded.text)
    except InputError as error:
        return error
    except (ValueError, RecursionError) as error:
        return InputError(where, f"is not JSON ({getattr(error, 'msg', 'nested too deeply')})")
    return of_record(record, where, line, options)


def of_record(record: Any, where: str, raw: bytes, options: Options = NONE) -> Document | InputError:
    if claimreview.is_review(record):
        return claimreview.document(record, where)
    if isinstance(record, dict) and options.columns:
        record = {**record, **{attribute: record[key] for attribute, key in options.columns.items() if key in record}}
    text = text_of(record)
    if text is None:
        return InputError(where, "has no text", 'an article is an object with a "text", or name it: --column text=KEY')
    raw = raw or json.dumps(record).encode()
    article = Article(decode.storable(text), **given.attributes(record))
    statements, figures, findings = imported.held(record, article)
    return Document(article, raw, where, "application/json", findings, statements, figures)


def text_of(record: Any) -> str | None:
    if not isinstance(record, dict):
        return None
    folded = {str(key).lower(): value for key, value in record.items()}
    found = next((folded[key] for key in TEXT_KEYS if folded.get(key)), None)
    return found if isinstance(found, str) else None
