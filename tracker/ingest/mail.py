"""An e-mail saved as a file: a press office's statement, a newsletter, an alert; of one that was passed on, what was passed on."""

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
from tracker.ingest.office import joined
from tracker.model import Article, Document

PARTS = 500
"""Of one message; a digest of a long thread has some dozens."""
HEAD_BYTES = 200_000
BLANK = re.compile(rb"\r?\n\r?\n")
COVER_WORDS = 20
"""A covering note of fewer words is no article."""
WRAPPED = 100
"""Characters of the longest line, up to which a mail program broke the lines."""
PASSED_ON = re.compile(
    r"^[> \t]*(?:-{2,10} ?(?:forwarded|original) message ?-{2,10}|begin forwarded message:)[^\n]*\n"
    r"(?P<head>(?:[> \t]*\n){0,3}(?:[> \t]*[A-Z][a-z-]{1,20}: [^\n]*\n){1,12})",
    re.IGNORECASE | re.MULTILINE,
)
HEADER = re.compile(r"^[> \t]*(?P<key>from|date|sent|subject): (?P<value>[^\n]*)$", re.IGNORECASE | re.MULTILINE)
QUOTED = re.compile(r"^>+ ?", re.MULTILINE)


def read(stream: BinaryIO, where: str) -> Iterator[Document | InputError]:
    """Subject, sender and date from the headers; the plain text, else the text of the HTML. Mail that was passed on as an attachment
    comes as documents of its own, without a covering note of a few words; other attachments are not read.
    """
    raw = plain.whole(stream, where)
    if BLANK.split(raw[: HEAD_BYTES + 1], maxsplit=1)[0][HEAD_BYTES:] or raw.count(b"\n--") > PARTS:
        raise InputError(where, "is longer in its headers, or in more parts, than an e-mail is", "save its text and add that")
    try:
        message = message_from_bytes(raw, policy=policy.default)
        assert isinstance(message, EmailMessage)
        yield from documents(message, raw, where)
    except InputError:
        raise
    except Exception as error:  # the standard library's parser raises many kinds on broken mail
        raise InputError(where, "is no e-mail that can be read") from error


def documents(message: EmailMessage, raw: bytes, where: str) -> list[Document | InputError]:
    passed_on = [part.get_content() for part in message.iter_attachments() if part.get_content_type() == "message/rfc822"]
    found: list[Document | InputError] = []
    for each in (message, *passed_on):
        try:
            found.append(document(each, raw, where))
        except InputError as error:
            found.append(error)
    is_cover = isinstance(found[0], InputError) or len(found[0].article.text.split()) < COVER_WORDS
    return found[1:] if passed_on and is_cover else found


def document(message: EmailMessage, raw: bytes, where: str) -> Document:
    body = message.get_body(("plain", "html"))
    payload = body.get_payload(decode=True) if body is not None else None
    if not isinstance(body, EmailMessage) or not isinstance(payload, bytes):
        raise InputError(where, "the e-mail has no text")
    charset = body.get_content_charset()
    record = headers(message)
    if body.get_content_type() == "text/html":
        found = page.document(payload, where, charset)
    else:
        decoded = decode.decode(payload, where, charset)
        text, told = unfolded(decoded.text)
        found = Document(Article(text), findings=(decoded.finding,) if decoded.finding else ())
        record |= told
    article = replace(found.article, **given.attributes(record), medium="e-mail")
    return replace(found, article=article, raw=raw, source=where, media_type="message/rfc822")


def unfolded(text: str) -> tuple[str, dict[str, Any]]:
    """The text that was passed on, if any was, with what its own header says; without marks of quoting, lines that a mail program broke
    made whole.
    """
    record: dict[str, Any] = {}
    if match := PASSED_ON.search(text):
        said = {key.lower(): value.strip() for key, value in HEADER.findall(match["head"])}
        record = {
            "title": said.get("subject"),
            "authors": senders([said.get("from") or ""]),
            "published": said.get("date") or said.get("sent"),
        }
        text = text[match.end() :]
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and all(line.startswith(">") for line in lines):
        text = QUOTED.sub("", text)
    is_wrapped = len(lines) > 1 and max(map(len, lines)) <= WRAPPED
    return joined(text) if is_wrapped else text, {key: value for key, value in record.items() if value}


def headers(message: EmailMessage) -> dict[str, Any]:
    return {
        "title": str(message.get("subject") or ""),
        "authors": senders([str(value) for value in message.get_all("from", [])]),
        "published": str(message.get("date") or ""),
    }


def senders(values: list[str]) -> list[str]:
    return [name or address for name, address in getaddresses(values) if name or address]
