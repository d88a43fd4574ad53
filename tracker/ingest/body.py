"""Where on a cleared page is the article, and of which blocks? In page order: headings, paragraphs, items, captions, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from tracker.ingest import libraries
from tracker.text.wordlists import words

SPEAKING = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "blockquote", "dt", "dd", "pre", "td", "th")
"""Elements that hold text by their meaning. Text straight in others is loose: it counts where it reads as a sentence."""
INLINE = words("inline_elements.txt")
BREAK = "\x1f"
"""Stands for a line break while a run is gathered: no parsed page holds it."""
ELEMENTS = 30_000
"""Of a cleared page from which trafilatura is not asked: its cost grows with their square, and all paragraphs serve."""
CELL_WORDS = 12
"""Words of a cell from which on its row is layout, no row of data."""
LOOSE_WORDS = 12
SENTENCE = re.compile(r"[.!?…][\"”’»)\]]*$")
CLOSING_SHARE = 0.85
"""Share of what trafilatura takes for the article that the article's element holds at least."""


class Block(NamedTuple):
    """One run of text. element — the nearest that makes a block of it; is_loose — it stands straight in a part of the page."""

    text: str
    element: Any
    is_loose: bool


def body(tree: Any, where: str) -> list[str]:
    """The blocks of the article, in page order, from the first heading, if there is one above it; nothing where there is none.

    trafilatura says where the article is; all that stands there is taken, since it drops blocks here and there.
    """
    found = list(blocks(tree))
    told = located(tree, where)
    wanted = [block for block in found if block.text in told] or [block for block in found if len(block.text) > 40 and not block.is_loose]
    if not wanted:
        return []
    inside = set(holding(wanted).iter())
    numbers = [number for number, block in enumerate(found) if block.element in inside]
    titles = [number for number, block in enumerate(found) if block.element.tag == "h1" and number < numbers[0]]
    taken = found[(titles or numbers)[-1 if titles else 0] : numbers[-1] + 1]
    loose = sum(len(block.text) for block in taken if block.is_loose)
    is_plain = 2 * loose > sum(len(block.text) for block in taken)
    return [block.text for block in taken if is_plain or not block.is_loose or reads_as_sentence(block.text)]


def reads_as_sentence(text: str) -> bool:
    return bool(SENTENCE.search(text)) or len(text.split()) >= LOOSE_WORDS


def located(tree: Any, where: str) -> str:
    """What trafilatura takes for the article's text, recall preferred, with white space as blocks have it; empty where it fails."""
    trafilatura = libraries.load("trafilatura", "web", where)
    if sum(1 for _ in tree.iter()) > ELEMENTS:
        return ""
    try:
        found = trafilatura.bare_extraction(deepcopy(tree), favor_recall=True, include_comments=False, include_tables=True, fast=True)
    except Exception:  # whatever a page does to a third-party parser, the page is still worth its paragraphs
        found = None
    return squeezed(" ".join(found.body.itertext())) if found is not None and found.body is not None else ""


def holding(wanted: Iterable[Block]) -> Any:
    """The deepest element that holds most of the characters of some blocks."""
    weights: dict[Any, int] = {}
    for block in wanted:
        for element in (block.element, *block.element.iterancestors()):
            weights[element] = weights.get(element, 0) + len(block.text)
    whole = max(weights.values())
    enough = [element for element, weight in weights.items() if weight >= CLOSING_SHARE * whole]
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()))


def blocks(tree: Any) -> Iterator[Block]:
    """Every run of text between the borders of block elements and at line breaks; a row of data is one, its cells parted by bars."""
    etree = libraries.load("lxml.etree", "web", "page")
    pieces: list[str] = []
    within: list[Any] = [tree]
    row: Any = None
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if row is not None:
            if event == "end" and element is row:
                row = None
                pieces.append(element.tail or "")
            continue
        if element.tag not in INLINE and event in ("start", "end"):
            yield from runs(pieces, within)
        if event == "start":
            if element.tag == "tr" and is_data(element):
                row = element
                yield Block(row_text(element), element, False)
                continue
            if element.tag not in INLINE:
                within.append(element)
            pieces.append(BREAK if element.tag == "br" else element.text or "")
        else:
            if event == "end" and element.tag not in INLINE:
                within.pop()
            pieces.append(element.tail or "")


def runs(pieces: list[str], within: list[Any]) -> Iterator[Block]:
    """What was gathered, as one block a line; a line goes on in the next where that begins in lower case and this ends no sentence."""
    lines: list[str] = []
    for line in filter(None, map(squeezed, "".join(pieces).split(BREAK))):
        if lines and line[0].islower() and not SENTENCE.search(lines[-1]) and not lines[-1].endswith(":"):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    pieces.clear()
    is_loose = next((element.tag for element in reversed(within) if element.tag != "div"), "") not in SPEAKING
    yield from (Block(line, within[-1], is_loose) for line in lines)


def is_data(row: Any) -> bool:
    """Two cells or more, each a few words without paragraphs: what is more is a page laid out as a table."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    return len(cells) > 1 and all(
        len(cell.text_content().split()) <= CELL_WORDS and next(cell.iter("p", "br", "table", "ul"), None) is None for cell in cells
    )


def row_text(row: Any) -> str:
    return " | ".join(filter(None, (squeezed(cell.text_content()) for cell in row if cell.tag in ("td", "th"))))


def squeezed(text: str) -> str:
    """White space of the markup is not the article's; a non-breaking space is."""
    return re.sub(r"[ \t\n\r\f]+", " ", text).strip(" ")
