"""Pages in the manner of real outlets' markup, made here: the whole article, and nothing of what stands around it.

In the files of `pages/`, the elements marked `data-kept` are the article, `data-row` its table rows; the comment at the end holds what is
known of it besides. Everything else on a page is furniture, much of it with quotations and figures that nobody may be credited with.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tracker import pipeline
from tracker.ingest import documents
from tracker.ingest.body import squeezed
from tracker.model import Article, Document
from tracker.text.furniture import furniture

PAGES = sorted(Path(__file__).with_name("pages").glob("*.html"))
KNOWN = re.compile(r"<!-- (\{.*\}) -->\s*$")
page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def read(path: Path) -> Article:
    [found] = documents(str(path))
    assert isinstance(found, Document), found
    return found.article


def kept(path: Path) -> list[str]:
    """The blocks of a page that are its article, in order."""
    tree = html.document_fromstring(path.read_bytes().decode("utf-8"))
    marked = [element for element in tree.iter() if not {"data-kept", "data-row", "data-kept-text"}.isdisjoint(element.attrib)]
    return [words(element) for element in marked]


def words(element: Any) -> str:
    if "data-row" in element.attrib:
        return " | ".join(squeezed(cell.text_content()) for cell in element)
    return element.get("data-kept-text") or squeezed(element.text_content())


@page
def test_the_article_is_read_whole_and_alone(page: Path) -> None:
    assert [block for block in read(page).text.split("\n\n") if not furniture(block)] == [
        block for block in kept(page) if not furniture(block)
    ]


@page
def test_what_a_page_says_of_itself_is_taken(page: Path) -> None:
    match = KNOWN.search(page.read_text("utf-8"))
    assert match
    article, expected = read(page), json.loads(match[1])
    found = {name: getattr(article, name) for name in expected}
    shown = {
        name: list(value) if name == "authors" else value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in found.items()
    }
    assert shown == expected


@page
def test_nobody_is_credited_with_what_stands_around_the_article(page: Path) -> None:
    article, said = read(page), " ".join(kept(page))
    reading = pipeline.read(article)
    assert reading.statements or reading.figures
    assert all(squeezed(span.of(article.text)) in said for statement in reading.statements for span in statement.spans)
    assert all(figure.words in said for figure in reading.figures)


BODY = (
    "<p>The dam above Elm Bay failed on Tuesday, killing 31 people, the district said.</p>"
    "<p>“We had no warning,” said Mayor Rosa Lind, who was at home with her two sons that night.</p>"
    "<p>Crews were digging by hand until the morning, and nobody knew how many were missing.</p>"
)
TEXT = [squeezed(html.fromstring(paragraph + "</p>").text_content()) for paragraph in BODY.split("</p>")[:-1]]
COMMENTS = "<div class='comment'><p>I heard on the radio that 90 people died there, they said so all day long.</p></div>" * 20
HEADING = "<h1>Dam fails at Elm Bay</h1>"


@pytest.mark.parametrize(
    "markup",
    [
        f"<body><main class='has-sidebar related-layout newsletter'>{HEADING}{BODY}</main></body>",
        f"<body class='newsletter comments'>{HEADING}{BODY}</body>",
        f"<body><div class='post-comments-open related'><div class='content'><h2>Dam fails at Elm Bay</h2>{BODY}</div></div></body>",
        f"<body><article>{HEADING}{BODY}</article><section id='comments'><h2>Comments</h2>{COMMENTS}</section></body>",
        f"<body><div>{HEADING}{BODY}</div><div class='comments-list'>{COMMENTS}</div></body>",
        f"<body><div class='promo-header'>{HEADING}</div><div class=entry>{BODY}</div></body>",
        f"<body><aside>{HEADING}{BODY}</aside></body>",
        f"<body><article class='social-share-enabled'>{HEADING}{BODY}<div class='share-bar'><p>Share on X</p></div></article></body>",
        f"<body><noscript><p>Enable scripts.</p></noscript><div style='display: none'><p>And 99 died.</p></div>{HEADING}{BODY}</body>",
        f"<body><h1><a href='/'>Harbour Post</a></h1><div class=story><h2>Dam fails at Elm Bay</h2>{BODY}</div></body>",
    ],
)
def test_the_article_is_kept_whatever_it_is_called_and_boxes_go_however_long(tmp_path: Path, markup: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<html><head><meta charset='utf-8'><title>Dam fails at Elm Bay | Harbour Post</title></head>{markup}</html>", "utf-8")
    article = read(path)
    assert article.text.split("\n\n") == ["Dam fails at Elm Bay", *TEXT]
    assert article.title == "Dam fails at Elm Bay"


def test_a_line_that_says_more_than_who_and_when_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    lines = ("By Rosa Lind", "Rosa Lind, Port Elm", "24 March 2021", "* * *")
    head = "<meta name='author' content='Rosa Lind'><meta property='article:published_time' content='2021-03-24'>"
    markup = f"{HEADING}{''.join(f'<p>{line}</p>' for line in lines)}{BODY}"
    path.write_text(f"<html><head><meta charset='utf-8'>{head}</head><body>{markup}</body></html>", "utf-8")
    assert read(path).text.split("\n\n") == ["Dam fails at Elm Bay", "Rosa Lind, Port Elm", "* * *", *TEXT]
