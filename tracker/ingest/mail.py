"""An e-mail saved as a file: a press office's statement, a newsletter, an alert."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses
from typing import Any, BinaryIO

from tracker.errors import InputError
from tracker.ingest import decode, given, page, plain
from tracker.model import Article, Document

PARTS = 500
"""Of one message; a digest of a long thread has some dozens."""
HEAD_BYTES = 200_000
BLANK = re.compile(rb"\r?\n\r?\n")


def read(stream: BinaryIO, where: str) -> Iterator[Document | InputError]:
    """Subject, sender and date from the headers; the plain text, else the text of the HTML. Attachments are not read."""
    raw = plain.whole(stream, where)
    if BLANK.split(raw[: HEAD_BYTES + 1], maxsplit=1)[0][HEAD_BYTES:] or raw.count(b"\n--") > PARTS:
        raise InputError(where, "is longer in its headers, or in more parts, than an e-mail is", "save its text and add that")
    try:
        message = message_from_bytes(raw, policy=policy.default)
        assert isinstance(message, EmailMessage)
        yield document(message, raw, where)
    except InputError:
        raise
    except Exception as error:  # the standard library's parser raises many kinds on broken mail
        raise InputError(where, "is no e-mail that can be read") from error


def document(message: EmailMessage, raw: bytes, where: str) -> Document:
    body = message.get_body(("plain", "html"))
    payload = body.get_payload(decode=True) if body is not None else None
    if not isinstance(body, EmailMessage) or not isinstance(payload, bytes):
        raise InputError(where, "the e-mail has no text")
    charset = body.get_content_charset()
    if body.get_content_type() == "text/html":
        found = page.document(payload, where, charset)
    else:
        decoded = decode.decode(payload, where, charset)
        found = Document(Article(decoded.text), findings=(decoded.finding,) if decoded.finding else ())
    article = replace(found.article, **headers(message), medium="e-mail")
    return replace(found, article=article, raw=raw, source=where, media_type="message/rfc822")


def headers(message: EmailMessage) -> dict[str, Any]:
    names = tuple(name or address for name, address in getaddresses([str(value) for value in message.get_all("from", [])]))
    record = {"title": str(message.get("subject") or ""), "authors": list(names), "published": str(message.get("date") or "")}
    return given.attributes(record)
