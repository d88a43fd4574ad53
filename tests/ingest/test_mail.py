"""Mail as desks get it: broken lines, old encodings, passed on. Every message is made here."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from pathlib import Path

import pytest

from tracker.errors import InputError
from tracker.ingest import documents
from tracker.model import Article, Document

WRAPPED = """The ministry of transport said on Wednesday that 14 people had died when
the ferry sank off the cape, and that nobody was missing any more.

“We mourn with the families,” said Minister Omar Tayeb.
"""
WHOLE = (
    "The ministry of transport said on Wednesday that 14 people had died when the ferry sank off the cape, and that nobody was missing any "
    "more.\n\n“We mourn with the families,” said Minister Omar Tayeb."
)


def message(text: str, subject: str = "Ferry", sender: str = "Press Office <press@ministry.example>") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = sender, subject, "Wed, 24 Mar 2021 23:30:00 -0500"
    made.set_content(text)
    return made


def read(folder: Path, raw: bytes) -> list[Article]:
    (folder / "a.eml").write_bytes(raw)
    found = list(documents(str(folder / "a.eml")))
    assert all(isinstance(item, Document) for item in found), found
    return [item.article for item in found if isinstance(item, Document)]


HEADER = "From: Rosa Lind <rosa@harbour.example>\nTo: desk@example.org\nSubject: Ferry\nDate: Wed, 24 Mar 2021 23:30:00 -0500\n"


@pytest.mark.parametrize(
    ("text", "is_mail"),
    [
        (f"{HEADER}\n{WRAPPED}", True),
        (f"Received: by a.example\n for b.example\n{HEADER.replace('From', 'FROM').replace('To', 'to')}\n{WRAPPED}", True),
        (f"From: Rosa Lind\nSubject: Ferry\n\n{WRAPPED}", False),
        (f"{HEADER}and so it goes on.\n\n{WRAPPED}", False),
        (f"{WRAPPED}\n{HEADER}\n{WRAPPED}", False),
    ],
)
def test_a_mail_is_told_by_its_header_whatever_the_file_is_called(tmp_path: Path, text: str, is_mail: bool) -> None:
    (tmp_path / "a.txt").write_text(text)
    [found] = documents(str(tmp_path / "a.txt"))
    assert isinstance(found, Document)
    assert (found.media_type == "message/rfc822", found.article.medium == "e-mail") == (is_mail, is_mail)
    assert not is_mail or (found.article.text, found.article.title) == (WHOLE, "Ferry")


def test_lines_broken_by_a_mail_program_are_made_whole(tmp_path: Path) -> None:
    [article] = read(tmp_path, bytes(message(WRAPPED)))
    assert article.text == WHOLE
    assert article.published == dt.datetime(2021, 3, 24, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-5)))


@pytest.mark.parametrize("charset", ["iso-8859-1", "us-ascii", "windows-1252", "ISO-8859-1"])
def test_curly_marks_under_the_name_of_an_older_encoding_are_read(tmp_path: Path, charset: str) -> None:
    head = f"Subject: x\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: quoted-printable\n\n"
    [article] = read(tmp_path, head.encode() + b"=93We mourn,=94 said the minister of the Caf=E9 republic on Wednes=\nday.")
    assert article.text == "“We mourn,” said the minister of the Café republic on Wednesday."


MARKS = ("---------- Forwarded message ---------", "-----Original Message-----", "Begin forwarded message:\n")


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("quote", ["", "> "])
def test_what_was_passed_on_within_the_text_is_the_article(tmp_path: Path, mark: str, quote: str) -> None:
    head = f"{mark}\nFrom: Press Office <press@ministry.example>\nDate: 24 March 2021 10:00\nSubject: Statement on the ferry\n\n"
    body = "".join(f"{quote}{line}".rstrip() + "\n" for line in WRAPPED.splitlines())
    [article] = read(tmp_path, bytes(message("FYI\n\n" + head + body, "FW: Statement", "Rosa Lind <rosa@post.example>")))
    assert (article.title, article.authors, article.text) == ("Statement on the ferry", ("Press Office",), WHOLE)
    assert article.published == dt.datetime(2021, 3, 24, 10)


@pytest.mark.parametrize(("cover", "titles"), [("See below.", ["Ferry"]), (WRAPPED, ["Fwd: Ferry", "Ferry"])])
def test_mail_passed_on_as_an_attachment_is_an_article_of_its_own(tmp_path: Path, cover: str, titles: list[str]) -> None:
    outer = message(cover, "Fwd: Ferry", "Rosa Lind <rosa@post.example>")
    outer.make_mixed()
    outer.attach(MIMEMessage(message("Passed on. " + WRAPPED)))
    found = read(tmp_path, bytes(outer))
    assert [article.title for article in found] == titles
    assert found[-1].authors == ("Press Office",)
    assert found[-1].text == "Passed on. " + WHOLE


@pytest.mark.parametrize(
    "raw",
    [
        b"Subject: " + b"=?utf-8?q?=e9?= " * 50_000 + b"\n\nhello",
        b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 1000,
    ],
    ids=["header", "parts"],
)
def test_mail_without_end_is_refused_before_it_is_taken_apart(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(raw)
    [found] = documents(str(tmp_path / "a.eml"))
    assert isinstance(found, InputError)
    assert found.why == "is longer in its headers, or in more parts, than an e-mail is"


def test_a_long_run_of_marks_of_quoting_costs_in_proportion(tmp_path: Path) -> None:
    [article] = read(tmp_path, b"Subject: x\n\n" + b"> \n" * 100_000 + b"> -- \n" * 50_000 + b"one two three\n")
    assert article.text
