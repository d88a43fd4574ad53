"""A table with a row for each article: CSV or TSV, from a spreadsheet or a colleague's script."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from tracker.errors import InputError
from tracker.ingest import decode, given, limits, lines
from tracker.ingest.options import Options
from tracker.model import Article, Document

SAMPLE = 64_000


def read(stream: BinaryIO, where: str, options: Options) -> Iterator[Document | InputError]:
    """One document a row. Raises InputError where no column is the text: name it with a column mapping."""
    head = stream.read(SAMPLE)
    encoding = decode.decode(head[: head.rfind(b"\n") + 1] or head, where).encoding
    csv.field_size_limit(limits.LINE_BYTES)
    text = io.TextIOWrapper(io.BufferedReader(Rejoined(head, stream)), encoding=encoding, errors="replace", newline="")
    rows = csv.DictReader(text, dialect=dialect(head.decode(encoding, "replace")), restkey="", restval="")
    names = [name.lstrip("\ufeff") for name in rows.fieldnames or ()]
    rows.fieldnames = names
    column = text_column(names, where, options)
    yield from documents(rows, column, where, options)


def documents(rows: csv.DictReader[str], column: str, where: str, options: Options) -> Iterator[Document | InputError]:
    for number in numbers():
        place = f"{where} row {number}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield InputError(place, f"cannot be read ({error})")
            continue
        if row is None:
            return
        yield document(row, column, place, options)


def numbers() -> Iterator[int]:
    number = 2
    while True:
        yield number
        number += 1


def document(row: dict[str, str], column: str, where: str, options: Options) -> Document | InputError:
    text = row.get(column) or ""
    if not text.strip():
        return InputError(where, f"has no text in the column {column}")
    record = {**row, **{attribute: row.get(name) for attribute, name in options.columns.items() if attribute != "text"}}
    return Document(Article(decode.storable(text), **given.attributes(record)), text.encode("utf-8", "replace"), where, "text/csv")


def text_column(names: list[str], where: str, options: Options) -> str:
    wanted = options.columns.get("text")
    keys = (wanted.lower(),) if wanted else lines.TEXT_KEYS
    found = next((name for key in keys for name in names if name.strip().lower() == key), None)
    if found is None:
        there = ", ".join(" ".join(name.split()) for name in names[:12]) or "none"
        raise InputError(where, f"has no column {wanted or 'text'} (it has {there})", "name it: --column text=NAME")
    return found


def dialect(sample: str) -> type[csv.Dialect]:
    """Commas, semicolons or tabs, by what the heading holds most of."""

    class Found(csv.excel):
        delimiter = max(",;\t|", key=sample.partition("\n")[0].count)

    return Found


class Rejoined(io.RawIOBase):
    """The bytes already looked at, and then the rest of the stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head, self.rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if not self.head:
            self.head = self.rest.read(len(buffer))
        piece, self.head = self.head[: len(buffer)], self.head[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)
