"""Every kind of input: what is taken from it, and what a broken one says. All pages and documents are made here."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
import socket
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any, BinaryIO

import pytest

from tracker.errors import InputError
from tracker.ingest import Given, Options, documents, web
from tracker.model import Document

DAY = dt.date(2021, 3, 24)
LEAD = "The ferry sank off the northern cape before dawn on Tuesday, and boats were sent from two harbours to look for survivors."
SAID = "The harbour master, Omar Tayeb, said: “We lost ten boats in the night, and it will be a long week for every family here.”"
PAGE = f"""<!doctype html><html lang="en"><head><title>Ferry sinks | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Somebody Else">
<link rel="canonical" href="https://news.example/ferry">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Ferry sinks off cape",
 "author": [{{"@type": "Person", "name": "Rosa Lind"}}], "datePublished": "2021-03-24T10:00:00Z", "dateModified": "2021-03-25",
 "publisher": {{"name": "Harbour Post"}}}}]}}</script></head>
<body class="has-related-stories"><nav><ul><li><a href="/">Home of the news</a></li></ul></nav>
<article><h1>Ferry sinks off cape</h1>
<figure><img src="a.jpg" alt=""><figcaption>Rescuers search for 40 missing passengers. Photograph: Agency</figcaption></figure>
<p>{LEAD}</p>
<div class="related-stories"><h3>Read next</h3>
<p>“Nobody told us anything at all,” said the mayor of another town about another matter.</p></div>
<p>{SAID}</p>
<section class="live-entry"><h2>11.20: Divers go down</h2>
<p>Divers have reached the wreck, where 12 more bodies were found, the coast guard says.</p></section>
<aside class="newsletter-signup"><p>“The best morning letter in town,” readers said. Sign up for it here and never miss a thing.</p></aside>
<table><tr><td>Dead</td><td>12</td></tr></table></article>
<footer><p>All rights reserved by the Harbour Post and its partners in every country.</p></footer></body></html>"""


def read(source: Path | str, given: Given | None = None, options: Options | None = None) -> list[Document | InputError]:
    return list(documents(str(source), given, options))


def only(source: Path | str, options: Options | None = None) -> Document:
    [found] = read(source, None, options)
    assert isinstance(found, Document), found
    return found


def refused(source: Path | str, options: Options | None = None) -> str:
    [found] = read(source, None, options)
    assert isinstance(found, InputError), found
    return str(found).removeprefix(f"{source}: ")


def saved(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_page_gives_its_article_and_what_it_declares(tmp_path: Path) -> None:
    article = only(saved(tmp_path, "a.html", PAGE)).article
    assert (article.title, article.outlet, article.authors) == ("Ferry sinks off cape", "Harbour Post", ("Rosa Lind",))
    assert article.published == dt.datetime(2021, 3, 24, 10, tzinfo=dt.UTC)
    assert (article.updated, article.url) == (dt.date(2021, 3, 25), "https://news.example/ferry")
    assert article.text.split("\n\n")[1:] == [
        "Rescuers search for 40 missing passengers. Photograph: Agency",
        LEAD,
        SAID,
        "11.20: Divers go down",
        "Divers have reached the wreck, where 12 more bodies were found, the coast guard says.",
        "Dead | 12",
    ]


@pytest.mark.parametrize("words", ["another town", "morning letter", "rights reserved", "Home of the news"])
def test_teasers_boxes_and_navigation_are_left_out(tmp_path: Path, words: str) -> None:
    assert words not in only(saved(tmp_path, "a.html", PAGE)).article.text


def test_a_page_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace(LEAD, LEAD + " Паром затонул у северного мыса.")
    document = only(saved(tmp_path, "a.html", page.encode("windows-1251", "replace")))
    assert "Паром затонул" in document.article.text
    assert document.findings == ()


@pytest.mark.parametrize(
    "page",
    ["<html><body></body></html>", "<html>", "<!doctype html>", "<html><body><nav>menu</nav></body></html>"],
    ids=["empty", "cut", "nothing", "menu"],
)
def test_a_page_without_an_article_is_one_sentence(tmp_path: Path, page: str) -> None:
    assert refused(saved(tmp_path, "a.html", page)) == "no article text was found on the page; save its text and add that"


def test_a_page_nested_without_end_is_still_read_or_refused(tmp_path: Path) -> None:
    page = "<html><body>" + "<div>" * 20_000 + f"<p>{LEAD}</p>" + "</div>" * 20_000 + "</body></html>"
    assert len(read(saved(tmp_path, "a.html", page))) == 1


def test_a_table_is_read_by_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        rows = csv.writer(stream, delimiter=";")
        rows.writerows(
            [["Tale", "Paper", "Day"], [LEAD, "Harbour Post", "24 March 2021"], ["", "Cape Courier", "x"], [SAID, "Cape Courier", "soon"]]
        )
    columns = Options(columns={"text": "Tale", "outlet": "Paper", "published": "Day"})
    first, second, third = read(path, None, columns)
    assert isinstance(first, Document) and isinstance(second, InputError) and isinstance(third, Document)
    assert (first.article.text, first.article.outlet, first.article.published) == (LEAD, "Harbour Post", dt.date(2021, 3, 24))
    assert str(second) == f"{path} row 3: has no text in the column Tale"
    assert third.article.published is None
    assert refused(path) == "has no column text (it has Tale, Paper, Day); name it: --column text=NAME"


def test_an_e_mail_gives_subject_sender_day_and_text(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "Press Office <press@ministry.example>",
        "Ferry: état",
        "Wed, 24 Mar 2021 10:00:00 +0100",
    )
    message.set_content(LEAD)
    message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="list.bin")
    article = only(saved(tmp_path, "a.eml", bytes(message))).article
    assert (article.title, article.authors, article.medium) == ("Ferry: état", ("Press Office",), "e-mail")
    assert (article.day, article.text.strip()) == (dt.date(2021, 3, 24), LEAD)


FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour Post</title>
<item><title>Ferry sinks</title><link>{link}</link><pubDate>Wed, 24 Mar 2021 10:00:00 GMT</pubDate><description>Short.</description></item>
<item><title>Dam holds</title>
<pubDate>Thu, 25 Mar 2021 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{long}</p>]]></content:encoded></item>
</channel></rss>"""


def test_a_feed_gives_the_page_of_an_entry_or_its_content(tmp_path: Path, site: str) -> None:
    path = saved(tmp_path, "a.rss", FEED.format(link=f"{site}/ferry", long=" ".join([LEAD] * 12)))
    first, second = read(path, None, Options(allow_private=True))
    assert isinstance(first, Document) and isinstance(second, Document)
    assert SAID in first.article.text and first.raw == PAGE.encode()
    assert (second.article.title, second.article.outlet, second.article.day) == ("Dam holds", "Harbour Post", dt.date(2021, 3, 25))


def test_an_entry_without_text_says_what_hindered_its_page(tmp_path: Path, site: str) -> None:
    feed = FEED.format(link=f"{site}/gone", long=" ".join([LEAD] * 12)).replace("<description>Short.</description>", "")
    first, second = read(saved(tmp_path, "a.rss", feed), None, Options(allow_private=True))
    assert isinstance(first, InputError) and isinstance(second, Document)
    assert first.why == "the entry carries no text, and its page was not read (answered 404 Not Found)"


def test_a_feed_with_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>'
    assert refused(saved(tmp_path, "a.rss", bomb)) == "declares entities, which can grow without end; it is not read"


BOMB = gzip.compress(b" " * 200_000_000)


def drip(stream: BinaryIO) -> None:
    """An answer that never ends and never pauses for long."""
    try:
        while True:
            stream.write(b"<p>")
            stream.flush()
            sleep(0.05)
    except OSError:
        return


@pytest.fixture
def site() -> Iterator[str]:
    """A site on this machine: /ferry, /moved → /ferry, /loop, /big, /gone."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            moved = {"/moved": "/ferry", "/loop": "/loop", "/inward": "http://10.0.0.1/", "/within": "http://inner.example/"}.get(self.path)
            unchanged = self.path == "/feed" and self.headers.get("If-None-Match") == '"one"'
            self.send_response(302 if moved else 404 if self.path == "/gone" else 304 if unchanged else 200)
            if moved:
                self.send_header("Location", moved)
            if self.path == "/feed":
                self.send_header("ETag", '"one"')
            if self.path == "/packed":
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            link = f"http://{self.headers['Host']}/ferry"
            if self.path == "/drip":
                drip(self.wfile)
                return
            bodies = {"/big": b"x" * 33_000_000, "/packed": BOMB, "/feed": FEED.format(link=link, long=" ".join([LEAD] * 12)).encode()}
            self.wfile.write(b"" if unchanged else bodies.get(self.path, PAGE.encode()))

        def log_message(self, *words: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=partial(server.serve_forever, poll_interval=0.01), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_an_address_is_fetched_and_its_redirect_followed(site: str) -> None:
    article = only(f"{site}/moved", Options(allow_private=True)).article
    assert SAID in article.text
    assert article.retrieved_at is not None


def test_an_answer_that_drips_without_end_is_left_in_time(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LONGEST", 0.5)
    begin = monotonic()
    assert refused(f"{site}/drip", Options(allow_private=True)) == "did not answer within 0 seconds; try again later"
    assert monotonic() - begin < 10


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/gone", "answered 404 Not Found"),
        ("/loop", "was redirected more than 5 times"),
        ("/big", "is larger than 32 MB"),
        ("/packed", "is larger than 32 MB"),
    ],
)
def test_an_address_that_fails_is_one_sentence(site: str, path: str, sentence: str) -> None:
    assert refused(site + path, Options(allow_private=True)) == sentence


@pytest.mark.parametrize("url", ["ftp://news.example/ferry", "file:///etc/hosts", "javascript://x"])
def test_an_address_of_another_kind_is_told_to_be_one(url: str) -> None:
    assert refused(url) == "is no http or https address"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest", "http://0x7f.1/"]
)
def test_a_private_address_is_refused_unless_allowed(url: str) -> None:
    assert refused(url) == "is a private address; allow it with --allow-private if that is meant"


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Host → the address it is told to have; what is sent to the public one comes to this machine."""
    known = {"public.example": "1.1.1.1", "inner.example": "192.168.0.7", "1.1.1.1": "127.0.0.1"}
    ask = socket.getaddrinfo

    def answer(host: Any, *rest: Any, **more: Any) -> Any:
        return ask(known.get(host, host), *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return known


@pytest.mark.parametrize(("path", "where"), [("/inward", "10.0.0.1"), ("/within", "inner.example")])
def test_a_public_address_that_leads_to_a_private_one_is_followed_no_further(
    site: str, resolver: dict[str, str], path: str, where: str
) -> None:
    public = f"http://public.example:{site.rpartition(':')[2]}"
    assert SAID in only(f"{public}/moved").article.text
    [found] = read(public + path)
    assert str(found) == f"http://{where}/: is a private address; allow it with --allow-private if that is meant"


def test_a_name_that_has_a_private_address_beside_a_public_one_is_refused(
    resolver: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("1.1.1.1", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    assert refused("http://public.example/") == "is a private address; allow it with --allow-private if that is meant"


def test_a_word_document_gives_paragraphs_and_tables(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = "Statement on the ferry", "Press Office"
    made.add_paragraph(LEAD)
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Dead", "12"
    made.add_paragraph(SAID)
    made.save(str(tmp_path / "a.docx"))
    article = only(tmp_path / "a.docx").article
    assert article.text == f"{LEAD}\n\nDead | 12\n\n{SAID}"
    assert (article.title, article.authors) == ("Statement on the ferry", ("Press Office",))


def test_a_packed_document_that_grows_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", b" " * 210_000_000)
    assert refused(path) == "unpacks to more than 200 MB"


def pdf(lines: list[str]) -> bytes:
    """A one-page PDF with these lines, written by hand."""
    drawn = "BT /F1 10 Tf 14 TL 40 700 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Title(Statement on the ferry)/CreationDate(D:20210324100000Z)>>",
    ]
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj{body}endobj\n".encode())
    table = out.tell()
    out.write(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    )
    out.write(f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{table}\n%%EOF".encode())
    return out.getvalue()


@pytest.mark.parametrize(
    ("printed", "rest", "day", "rule"),
    [
        ("<div class=meta><span>Updated 4:12 PM GMT, March 24, 2021</span> <b>Share</b></div>", "", DAY, "the day of the update; no other"),
        ("<p>Rosa Lind</p><div>March 24, 2021, 3:30 PM</div><small>Updated: 25 March 2021</small>", "", DAY, "the date printed below"),
        ("<ul><li>Published 9:05 AM GMT, March 24, 2021</li></ul>", "", DAY, "the line that says published"),
        ("", "<h2>More</h2><a href=/a>Storm nears</a><div>24 March 2021</div>", None, None),
        ("<div>The port was founded on 24 March 1921 by two brothers.</div>", "", None, None),
        ("<time>20 March 2021</time><div>24 March 2021</div>", "", dt.date(2021, 3, 20), None),
    ],
    ids=["updated", "both", "in a list", "of a teaser", "in a sentence", "marked as time"],
)
def test_a_date_printed_below_the_heading_is_taken_whatever_the_markup_calls_it(
    tmp_path: Path, printed: str, rest: str, day: dt.date | None, rule: str | None
) -> None:
    body = f"<article><h1>Ferry sinks</h1>{printed}<div><p>{LEAD}</p><p>{SAID}</p></div></article>{rest}"
    article = only(saved(tmp_path, "a.html", f"<html><body>{body}</body></html>")).article
    assert article.day == day
    assert (dict(article.inferred).get("published") or "").startswith(rule or "")


def test_the_day_a_page_was_changed_serves_where_no_other_is_known(tmp_path: Path) -> None:
    meta = '<meta property="article:modified_time" content="2021-03-24T10:00:00Z"><meta property="og:url" content="https://news.example/ferry">'
    markup = f"<html><head>{meta}</head><body><article><h1>Ferry sinks</h1><p>{LEAD}</p><p>{SAID}</p></article></body></html>"
    article = only(saved(tmp_path, "a.html", markup)).article
    assert (article.day, article.url) == (DAY, "https://news.example/ferry")
    assert dict(article.inferred)["published"].startswith("the day of the update")


def test_a_day_printed_in_a_document_counts_for_more_than_the_day_its_file_was_made(tmp_path: Path) -> None:
    lines = ["Statement on the ferry", "", "Port Elm, 22 March 2021", "", "The ferry sank before dawn, the ministry said."]
    printed, bare = only(saved(tmp_path, "a.pdf", pdf(lines))).article, only(saved(tmp_path, "b.pdf", pdf(lines[4:]))).article
    assert (printed.day, bare.day) == (dt.date(2021, 3, 22), DAY)
    assert dict(bare.inferred)["published"] == "the day on which the file was made"
    assert "published" not in dict(next(documents(str(tmp_path / "b.pdf"), Given(published="2021-03-20"))).article.inferred)  # type: ignore[union-attr]


def test_the_lines_of_a_pdf_become_paragraphs(tmp_path: Path) -> None:
    lines = [
        "The ferry sank off the northern cape before dawn on Tues-",
        "day, the ministry said.",
        "Boats were sent from two harbours, and 12 people were",
        "found alive.",
    ]
    article = only(saved(tmp_path, "a.pdf", pdf(lines))).article
    assert article.text == (
        "The ferry sank off the northern cape before dawn on Tuesday, the ministry said.\n\n"
        "Boats were sent from two harbours, and 12 people were found alive."
    )
    assert (article.title, article.day) == ("Statement on the ferry", dt.date(2021, 3, 24))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.pdf", b"%PDF-1.4 nothing more", "is no PDF that can be read; save its text and add that"),
        ("a.pdf", pdf([]), "holds pictures of pages, no text; recognise its text first (OCR)"),
        ("a.docx", b"PK\x03\x04 word/ nothing more", "is no Word document that can be read"),
        ("a.json", "[1", "is not JSON (Expecting ',' delimiter)"),
        ("a.json", "{}", 'has no text; an article is an object with a "text", or name it: --column text=KEY'),
        ("a.eml", b"Subject: x\nContent-Type: image/png\n\n\x89PNG", "the e-mail has no text"),
        ("a.xml", "<x/>", "is no feed with entries"),
        ("a.csv", "", "has no column text (it has none); name it: --column text=NAME"),
    ],
)
def test_a_broken_document_is_one_sentence(tmp_path: Path, name: str, content: bytes | str, sentence: str) -> None:
    assert refused(saved(tmp_path, name, content)).rpartition("line 1: ")[2] == sentence


def test_a_wrong_extension_does_not_matter(tmp_path: Path) -> None:
    assert SAID in only(saved(tmp_path, "a.txt", PAGE)).article.text
    assert "ferry" in only(saved(tmp_path, "b.txt", pdf(["The ferry sank off the cape on Tuesday, they said."]))).article.text


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_gives_the_pages_that_were_answered(tmp_path: Path, packed: bool) -> None:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}".encode()
    missing = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html>gone</html>"

    def record(url: str, body: bytes) -> bytes:
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{len(url):032}>\r\nWARC-Target-URI: {url}\r\n"
        head += (
            f"WARC-Date: 2021-04-01T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        whole = head.encode() + body + b"\r\n\r\n"
        return gzip.compress(whole) if packed else whole

    content = record("https://news.example/ferry", http) + record("https://news.example/gone", missing)
    article = only(saved(tmp_path, "a.warc.gz" if packed else "a.warc", content)).article
    assert SAID in article.text
    assert article.retrieved_at == dt.datetime(2021, 4, 1, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("<time>3 hours ago</time>", dt.date(2021, 4, 1)),
        ("<time>Published 14 h ago</time>", dt.date(2021, 3, 31)),
        ("<time>Yesterday</time>", dt.date(2021, 3, 31)),
        ("<time>Updated 3 hours ago</time>", None),
        ("<time>The port closed 3 hours ago, nobody knows why.</time>", None),
        ("<time>3 months ago</time>", None),
        ("<time>3 hours ago</time><p>20 March 2021</p>", dt.date(2021, 3, 20)),
    ],
)
def test_how_long_ago_a_page_says_it_was_is_counted_back_from_its_capture(tmp_path: Path, printed: str, day: dt.date | None) -> None:
    markup = f"<html><body><article><h1>Ferry sinks</h1><div>{printed}</div><p>{LEAD}</p><p>{SAID}</p></article></body></html>"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{markup}".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{1:032}>\r\nWARC-Target-URI: https://news.example/ferry\r\n"
    head += f"WARC-Date: 2021-04-01T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    article = only(saved(tmp_path, "a.warc", head.encode() + http + b"\r\n\r\n")).article
    assert (article.published, "published" in dict(article.inferred)) == (day, day is not None)


def test_a_json_file_is_an_article_or_a_list_of_them(tmp_path: Path) -> None:
    assert (
        only(saved(tmp_path, "a.json", json.dumps({"text": LEAD, "publisher": {"name": "Harbour Post"}}, indent=1))).article.outlet
        == "Harbour Post"
    )
    assert len(read(saved(tmp_path, "b.json", json.dumps([{"text": LEAD}, {"text": SAID}])))) == 2


def test_a_pattern_names_files_and_an_empty_one_says_so(tmp_path: Path) -> None:
    saved(tmp_path, "a.html", PAGE)
    assert len(read(tmp_path / "*.html")) == 1
    assert refused(tmp_path / "*.pdf") == "no file matches; check the spelling, and the folder you are in"
