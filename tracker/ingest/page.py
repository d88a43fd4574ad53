"""A web page → one article: its text by trafilatura (recall preferred), what it declares of itself by `declared`.

Paragraphs, headings, list items, captions and table rows come in page order with an empty line between them. Navigation, teasers of
other stories, newsletter boxes and comments are left out. The page as it came is kept beside the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from tracker.errors import InputError
from tracker.ingest import declared, decode, libraries, plain
from tracker.model import Article, Document, Finding

CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
BOX = re.compile(
    r"(?:^|[\s_-])(?:related|newsletter|teasers?|promos?|recommend(?:ed|ations?)|more-?(?:on|from|stories)|most-?(?:read|viewed|popular)"
    r"|share|social|subscribe|subscription|advert(?:isement)?s?|ad-slot|outbrain|taboola|comments?|cookies?|paywall|trending|read-?next|up-?next"
    r"|breadcrumbs?|sign-?up|sponsored)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Words of class names and ids that mark what is not the article, in any outlet's markup."""
BOXES = ("div", "section", "aside", "ul", "ol", "nav", "form", "footer", "figure")
FEWEST = 5
"""Words below which a page holds a menu, not an article."""


def read(stream: BinaryIO, where: str) -> Iterator[Document | InputError]:
    yield document(plain.whole(stream, where), where)


def document(raw: bytes, where: str, charset: str | None = None, url: str | None = None) -> Document:
    """The page's article. charset — as the server declared it; url — where it was fetched. Raises InputError where it holds none."""
    meta = CHARSET.search(raw[:4096])
    decoded = decode.decode(raw, where, charset or (meta[1].decode("ascii", "replace") if meta else None))
    tree = parsed(decoded.text, where)
    article = replace(Article(""), **declared.attributes(tree, url))
    text = body_text(tree, where)
    if len(text.split()) < FEWEST:
        raise missing(where)
    findings: tuple[Finding, ...] = (decoded.finding,) if decoded.finding else ()
    return Document(replace(article, text=text, id=""), raw, where, "text/html", findings)


def parsed(text: str, where: str) -> Any:
    html = libraries.load("lxml.html", "web", where)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except Exception as error:  # lxml raises its own, ValueError and AssertionError on broken pages
        raise missing(where) from error
    return tree


def missing(where: str) -> InputError:
    return InputError(where, "no article text was found on the page", "save its text and add that")


def body_text(tree: Any, where: str) -> str:
    """The article's paragraphs; where trafilatura finds none, or fails on the page, every paragraph outside boxes."""
    trafilatura = libraries.load("trafilatura", "web", where)
    freed_captions(tree)
    without_boxes(tree)
    rough = [text for element in tree.iter("p") if (text := squeezed(element.text_content()))]
    try:
        found = trafilatura.bare_extraction(tree, favor_recall=True, include_comments=False, include_tables=True, fast=True)
    except Exception:  # whatever a page does to a third-party parser, the page is still worth its paragraphs
        found = None
    return "\n\n".join(blocks(found.body) if found is not None and found.body is not None else rough)


def freed_captions(tree: Any) -> None:
    """Captions become paragraphs after their figure, which trafilatura would drop with them: a caption can carry a figure."""
    for caption in list(tree.iter("figcaption")):
        figure = next((up for up in caption.iterancestors("figure")), None)
        caption.tag = "p"
        for inner in list(caption.iter("p")):
            if inner is not caption:
                inner.drop_tag()
        if figure is not None and figure.getparent() is not None:
            caption.tail, tail = None, caption.tail
            figure.addnext(caption)
            caption.tail, figure.tail = figure.tail, tail


def without_boxes(tree: Any) -> None:
    """Take out boxes by their class or id; never one that holds most of the page's paragraphs."""
    total = sum(1 for _ in tree.iter("p"))
    for element in list(tree.iter(*BOXES)):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if BOX.search(name) and 2 * sum(1 for _ in element.iter("p")) <= total and element.getparent() is not None:
            element.drop_tree()


def blocks(body: Any) -> Iterable[str]:
    """The text of each block of trafilatura's tree, in order; the cells of one row are one block."""
    for element in body.iter("p", "head", "item", "row", "quote"):
        if any(up.tag in ("row", "item", "p") for up in element.iterancestors()) or (
            element.tag == "quote" and element.find(".//p") is not None
        ):
            continue
        cells = [squeezed("".join(cell.itertext())) for cell in element.iter("cell")] if element.tag == "row" else []
        if text := " | ".join(filter(None, cells)) or squeezed("".join(element.itertext())):
            yield text


def squeezed(words: str) -> str:
    """White space of the markup is not the article's; a non-breaking space is."""
    return re.sub(r"[ \t\n\r\f]+", " ", words).strip(" ")
