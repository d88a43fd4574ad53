"""Text files, with front matter or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from tracker.errors import InputError
from tracker.ingest import decode, given, limits
from tracker.model import Article, Document, Finding

FRONT = re.compile(r"\A---[ \t]*\n(?P<matter>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FRONT_REACH = 20_000
BRACKETS = 50


def read(stream: BinaryIO, where: str) -> Iterator[Document | InputError]:
    """One text file is one article; its YAML front matter, if any, is read and is no part of the text."""
    raw = whole(stream, where)
    decoded = decode.decode(raw, where)
    record, text, finding = parted(decoded.text)
    article = Article(text, **given.attributes(record))
    findings = tuple(found for found in (decoded.finding, finding) if found)
    yield Document(article, raw, where, "text/markdown" if record else "text/plain", findings)


def whole(stream: BinaryIO, where: str) -> bytes:
    """All bytes of an input that is one article. Raises InputError beyond the limit."""
    raw = stream.read(limits.FILE_BYTES + 1)
    if len(raw) > limits.FILE_BYTES:
        raise InputError(where, f"is larger than one article can be ({limits.FILE_BYTES // 1_000_000} MB)", "split it into articles")
    return raw


def parted(text: str) -> tuple[dict[str, Any], str, Finding | None]:
    """Front matter as a mapping, the text after it (from its first line that is not empty), and a finding where it is no YAML."""
    match = FRONT.match(text[:FRONT_REACH])
    if not match:
        return {}, text, None
    record = matter(match["matter"])
    if record is None:
        return {}, text, Finding("front_matter", "the lines between --- at the top are not YAML of keys and values; kept as text")
    return record, text[match.end() :].lstrip("\n"), None


def matter(words: str) -> dict[str, Any] | None:
    """YAML of keys and values; None where it is something else. Aliases and deep nesting, which cost without end, are refused."""
    import yaml

    if words.count("{") + words.count("[") > BRACKETS:
        return None
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(words, yaml.SafeLoader)):
            return None
        value = yaml.safe_load(words)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
