"""Which characters do these bytes stand for? Byte order mark, declaration, UTF-8, and only then a guess, which is said.

Changed on the way in, and nothing else: line ends become one newline; a byte order mark goes; NUL and lone surrogates, which no database
keeps, become U+FFFD.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tracker.errors import InputError
from tracker.model import Finding

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LATIN = ("iso-8859-1", "iso8859-1", "latin-1", "latin1", "l1", "us-ascii", "ascii")
WINDOWS = "cp1252"
"""What is meant by those names, as the encoding standard of the web has it: the same letters, and curly quotation marks besides."""
SAMPLE = 100_000
"""Bytes the guess looks at."""
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
BINARY_SHARE = 0.02


class Decoded(NamedTuple):
    """encoding — as Python names it; finding — set where the encoding had to be guessed."""

    text: str
    encoding: str
    finding: Finding | None = None


def decode(raw: bytes, where: str, declared: str | None = None) -> Decoded:
    """The text of some bytes. Raises InputError where they are no text."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return Decoded(storable(raw[len(mark) :].decode(encoding, "replace")), encoding)
    for known in (WINDOWS if declared and declared.lower() in LATIN else None, declared, "utf-8"):
        if known and (text := strictly(raw, known)) is not None and not is_binary(raw, text):
            return Decoded(storable(text), known)
    return guessed(raw, where)


def strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def is_binary(raw: bytes, text: str) -> bool:
    """More than a few control characters: no text a person wrote."""
    sample = raw[:SAMPLE]
    return "\x00" in text[:SAMPLE] and len(CONTROL.findall(sample)) > BINARY_SHARE * len(sample)


def guessed(raw: bytes, where: str) -> Decoded:
    from charset_normalizer import from_bytes

    sample = raw[:SAMPLE]
    best = None if len(CONTROL.findall(sample)) > 0.3 * len(sample) and b"\x00\x00" in sample else from_bytes(sample).best()
    if best is None:
        raise InputError(where, "is not text that can be read", "save it as UTF-8 text, or name the right kind by its extension")
    text = raw.decode(best.encoding, "replace")
    if is_binary(raw, text):
        raise InputError(where, "is binary data, not text", "name the right kind by its extension")
    message = f"the encoding is not declared and is not UTF-8; read as {best.encoding}, a guess"
    return Decoded(storable(text), best.encoding, Finding("encoding_guessed", message))


def storable(text: str) -> str:
    """The text with one kind of line end, and without what no database keeps."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNSTORABLE.sub("\ufffd", text) if UNSTORABLE.search(text) else text
