"""A line of the screen as plain values: words, each with the role it plays. No Textual here, so that every rendering can be tested.

News text is full of square brackets, which Textual reads as markup in plain strings, and may hold control and bidirectional
characters, which a terminal obeys. Nothing reaches a widget but as runs, and `shown` has been over every run.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len


class Run(NamedTuple):
    """Words of one role; action — what a click on them does."""

    text: str
    role: str = ""
    action: str = ""


Line = tuple[Run, ...]

ELLIPSIS = "…"
LEFT_TO_RIGHT, RIGHT_TO_LEFT, END_OF_DIRECTION = "⇒", "⇐", "⇔"

# Characters that steer a terminal or reorder a line, each with one visible character that stands for it: offsets stay what they were.
VISIBLE = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "␡",
    **dict.fromkeys(range(128, 160), "␦"),
    **dict.fromkeys((0x200E, 0x202A, 0x202D, 0x2066), LEFT_TO_RIGHT),
    **dict.fromkeys((0x200F, 0x061C, 0x202B, 0x202E, 0x2067), RIGHT_TO_LEFT),
    **dict.fromkeys((0x202C, 0x2068, 0x2069), END_OF_DIRECTION),
    **dict.fromkeys((0x200B, 0x2060, 0xFEFF, 0x00AD), "·"),
    **dict.fromkeys((0x2028, 0x2029), "␤"),
    **dict.fromkeys(range(55296, 57344), "�"),
}


def shown(text: str) -> str:
    """The text with every character that a terminal would obey replaced by one that can be seen; as long as before.

    Line breaks and tabs become spaces: who shows lines breaks them first.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\n", " ").replace("\t", " ").replace("\r", " ").translate(VISIBLE)


def typeable(text: str) -> str:
    """The text without the characters that `shown` would make visible: for a box to type in, which shows what it holds."""
    return "".join(c for c in text if shown(c) == c)


def line(*parts: str | Run) -> Line:
    """Runs of the parts; a bare string has no role."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


@lru_cache(maxsize=8192)
def cells(text: str) -> int:
    """How many columns the text takes: two for a wide character, none for one that combines."""
    return cell_len(text)


def counted(count: int, what: str) -> str:
    """
    >>> counted(1, "claim"), counted(2000, "claim")
    ('1 claim', '2,000 claims')
    """
    return f"{count:,} {what}{'s' * (count != 1)}"


MOST = 10_000
"""Statements found are counted no further."""


def found(count: int) -> str:
    """
    >>> found(1200), found(10_001)
    ('1,200', 'more than 10,000')
    """
    return f"{count:,}" if count <= MOST else f"more than {MOST:,}"


def width(runs: Line) -> int:
    return sum(cells(shown(run.text)) for run in runs)


def plain(runs: Line) -> str:
    return "".join(run.text for run in runs)


def fit(text: str, columns: int, right: bool = False) -> str:
    """The text in exactly so many columns: cut with an ellipsis or filled with spaces, on the left where `right` is wanted."""
    text = shown(text)
    if cells(text) > columns:
        text = cut_cells(text, columns - 1) + ELLIPSIS if columns > 0 else ""
    pad = " " * max(0, columns - cells(text))
    return pad + text if right else text + pad


def cut_cells(text: str, columns: int) -> str:
    """The longest beginning that fits, never half of a wide character and never a base without its combining marks."""
    if columns <= 0:
        return ""
    if text.isascii():
        return text[:columns]
    used = 0
    for at, character in enumerate(text):
        used += cells(character)
        if used > columns:
            return text[:at]
    return text


def cut(runs: Line, columns: int) -> Line:
    """The runs in at most so many columns, an ellipsis where something is left out."""
    if width(runs) <= columns:
        return runs
    kept: list[Run] = []
    room = columns - 1
    for run in runs:
        text = cut_cells(shown(run.text), room)
        kept.append(run._replace(text=text))
        room -= cells(text)
        if len(text) < len(run.text):
            break
    return (*kept, Run(ELLIPSIS, kept[-1].role if kept else "")) if columns > 0 else ()


def fill(runs: Line, columns: int) -> Line:
    """The runs in exactly so many columns."""
    runs = cut(runs, columns)
    return (*runs, Run(" " * (columns - width(runs))))


def wrap(text: str, columns: int) -> list[tuple[int, int]]:
    """Where each line of the screen begins and ends in the text, at word ends where there are any; line breaks of the text are kept.

    The spaces at a fold belong to no line. Cost is linear, a line of a hundred thousand characters included.
    """
    columns = max(2, columns)
    found: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        found.extend((start + a, start + b) for a, b in fold(paragraph, columns))
        start += len(paragraph) + 1
    return found


def fold(paragraph: str, columns: int) -> Iterable[tuple[int, int]]:
    if not paragraph:
        yield 0, 0
        return
    wide = not paragraph.isascii()
    start = 0
    while start < len(paragraph):
        end = start + len(cut_cells(shown(paragraph[start : start + columns * 4]), columns)) if wide else start + columns
        end = max(start + 1, min(end, len(paragraph)))
        if end < len(paragraph):
            space = paragraph.rfind(" ", start + 1, end + 1)
            end = space if space > start else end
        yield start, end
        start = end
        while start < len(paragraph) and paragraph[start] == " ":
            start += 1


def paragraph(text: str, columns: int, role: str = "", indent: str = "") -> list[Line]:
    """The text as lines of one role."""
    return [line(Run(indent), Run(text[a:b], role)) for a, b in wrap(text, columns - cells(indent))]


def some(lines: Sequence[Line], most: int) -> list[Line]:
    """The first lines, an ellipsis at the end where there are more."""
    kept = list(lines[:most])
    return [*kept[:-1], (*kept[-1], Run(" …", kept[-1][-1].role))] if len(lines) > most else kept


def columns(cells_of_row: Sequence[tuple[Line | str, int]], gap: str = " ") -> Line:
    """Parts side by side, each in its width; a width below zero is right-aligned, zero leaves the part out."""
    runs: list[Run] = []
    for part, wanted in cells_of_row:
        if wanted == 0:
            continue
        if runs:
            runs.append(Run(gap))
        part = line(part) if isinstance(part, str) else part
        part = cut(part, abs(wanted))
        pad = Run(" " * (abs(wanted) - width(part)))
        runs.extend((pad, *part) if wanted < 0 else (*part, pad))
    return tuple(runs)


def folded(text: str) -> str:
    """Lower case without diacritics: what finding in a text compares. As long as the text wherever each letter folds to one."""
    return "".join((unicodedata.normalize("NFD", c)[0].lower() or c)[0] for c in text)
