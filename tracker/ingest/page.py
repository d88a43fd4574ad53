"""A web page → one article: its text by trafilatura (recall preferred), what it declares of itself by `declared`.

Paragraphs, headings, list items, captions and table rows come in page order with an empty line between them. Navigation, teasers of
other stories, newsletter boxes and comments are left out. The page as it came is kept beside the text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from tracker.errors import InputError
from tracker.ingest import body, boxes, claimreview, declared, decode, infer, libraries, plain, printed
from tracker.model import Article, Document, Finding

CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ENDLESS = re.compile(r"<[a-zA-Z][^<>]{200000,}")
"""What a tree of elements cannot hold; and a tag without end, whose attributes cost the parser their square."""
TAGS = 400_000
"""Of one page; the longest live blogs have a tenth."""
ATTRIBUTES = 10_000
SHORTEST_TITLE = 15
NAMING = re.compile(r"(?i)\band\b|[^\w]|\bby\b")
HEAD = 8
"""Blocks from the top among which a page signs its article."""
FEWEST = 5
"""Words below which a page holds a menu, not an article."""


def read(stream: BinaryIO, where: str) -> Iterator[Document | InputError]:
    yield document(plain.whole(stream, where), where)


def document(raw: bytes, where: str, charset: str | None = None, url: str | None = None, now: dt.datetime | None = None) -> Document:
    """The page's article. charset — as the server declared it; url, now — where and when it was fetched. Raises InputError where it holds
    none.
    """
    meta = CHARSET.search(raw[:4096])
    decoded = decode.decode(raw, where, charset or (meta[1].decode("ascii", "replace") if meta else None))
    tree = parsed(decoded.text, where)
    article = replace(Article("", retrieved_at=now), **declared.attributes(tree, url))
    told = [] if article.published else list(printed.told(tree, now))
    reviews = {id(review): review for review in claimreview.reviews(list(declared.linked_data(tree)))}
    boxes.clear(tree, article.url)
    blocks = body.body(tree, where)
    blocks = [block for at, block in enumerate(blocks) if not (0 < at < HEAD and repeats(block, article))]
    text = "\n\n".join(blocks)
    if len(text.split()) < FEWEST:
        raise missing(where)
    findings: tuple[Finding, ...] = (decoded.finding,) if decoded.finding else ()
    article = replace(article, text=text, id="", title=headline(article.title, blocks[0]))
    for day, rule in (*told, (article.updated, infer.UPDATE_ONLY)):
        article = infer.at_latest(article, day, rule)
    article, claims = claimreview.beside(article, reviews.values())
    return Document(article, raw, where, "text/html", findings, claims)


def repeats(block: str, article: Article) -> bool:
    """Nothing but who wrote the article and when, which the page says elsewhere: "Rosa Lind, 24 March 2021"."""
    if len(block) > printed.LONGEST or not (article.authors or article.published):
        return False
    rest = printed.SIGNED.sub("", block)
    for name in article.authors:
        rest = rest.replace(name, "")
    if article.published and (stamp := next(infer.stamps_of([infer.Line(0, rest)]), None)):
        rest = stamp.rest
    return rest != block and not NAMING.sub("", rest)


def headline(title: str | None, first: str) -> str | None:
    """The title; where it is the article's first line with the site's name beside it, that line."""
    return first if title and len(first) >= SHORTEST_TITLE and first in title else title


def parsed(text: str, where: str) -> Any:
    html = libraries.load("lxml.html", "web", where)
    if text.count("<") > TAGS or any(len(match.group().split()) > ATTRIBUTES for match in ENDLESS.finditer(text)):
        raise InputError(where, f"is made of more elements than a page can be ({TAGS:,})", "save its text and add that")
    try:
        tree = html.document_fromstring(CONTROL.sub(" ", text).encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except Exception as error:  # lxml raises its own, ValueError and AssertionError on broken pages
        raise missing(where) from error
    return tree


def missing(where: str) -> InputError:
    return InputError(where, "no article text was found on the page", "save its text and add that")
