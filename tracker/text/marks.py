"""Quotation marks: which stretches of a text stand between them. Says nothing about who is quoted, or whether anybody is."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final, NamedTuple

from tracker.model import Span
from tracker.text.sentences import PARAGRAPH

OPENING: Final = "“«„〝"
CLOSING: Final = "”»〞"
STRAIGHT: Final = '"＂‟'
CLOSES: Final = frozenset((*CLOSING, "’’"))
MARK: Final = re.compile(f"``|''|‘‘|’’|[{OPENING}{CLOSING}{STRAIGHT}]")
SINGLE_OPEN: Final = re.compile(r"(?<![\w’'])[‘'](?=[^\W_])(?!(?:\d0s|em|tis|twas|til|cause|n)\b)")
SINGLE_CLOSE: Final = re.compile(r"(?<=[^\s‘'(])[’'](?!\w)")
WORD: Final = re.compile(r"\w")


class Quoted(NamedTuple):
    """A stretch between quotation marks, the marks left out, within one paragraph.

    start, end  characters of the text; outer — the same with the marks
    is_closed   its closing mark was found; an open one that the next paragraph carries on counts as closed
    is_single   it stands between single marks
    """

    start: int
    end: int
    outer: Span
    is_closed: bool = True
    is_single: bool = False


@lru_cache(maxsize=4)
def quoted(text: str) -> tuple[tuple[Quoted, ...], tuple[Span, ...]]:
    """The quoted stretches in text order, one per paragraph, and the marks that found no partner.

    Reads straight, curly, angle and doubled single marks, mixed styles, a wrong closing mark, and quotations left open over
    paragraphs. Single marks count as outer marks only in a text that has hardly any double ones. An unpaired mark reaches to
    the end of its paragraph and no further.
    """
    found: list[Quoted] = []
    unpaired: list[Span] = []
    marks = [mark.start() for mark in MARK.finditer(text)]
    for paragraph in PARAGRAPH.finditer(text) if marks else ():
        if bisect_left(marks, paragraph.start()) == bisect_left(marks, paragraph.end()):
            continue
        stretches, strays = _paragraph(text, paragraph.start(), paragraph.start() + len(paragraph.group().rstrip()))
        found.extend(stretches)
        unpaired.extend(strays)
    singles = _singles(text) if len(found) < 3 else ()
    enclosing = [q for q in singles if text[q.end - 1] in ",.?!…" and any(q.start < f.start and f.end < q.end for f in found)]
    found = [f for f in found if not any(q.start < f.start and f.end < q.end for q in enclosing)]
    if enclosing or len(singles) > len(found):
        inside = [q for q in singles if not any(q.start < f.end and f.start < q.end for f in found)]
        found = sorted([*found, *inside], key=lambda q: q.start)
    return tuple(found), tuple(unpaired)


def _paragraph(text: str, start: int, end: int) -> tuple[list[Quoted], list[Span]]:
    found: list[Quoted] = []
    unpaired: list[Span] = []
    opened: re.Match[str] | None = None
    depth = 0
    for mark in MARK.finditer(text, start, end):
        turn = _turn(text, mark, opened, end)
        if turn == "open":
            depth += opened is not None
            opened = opened or mark
        elif turn == "close" and opened is None:
            unpaired.append(Span(*mark.span()))
        elif turn == "close" and depth and _has_another_close(text, mark, end):
            depth -= 1
        elif turn == "close" and opened is not None:
            if WORD.search(text, opened.end(), mark.start()):
                found.append(Quoted(opened.end(), mark.start(), Span(opened.start(), mark.end())))
            opened, depth = None, 0
    if opened is not None and WORD.search(text, opened.end(), end):
        is_carried_on = _opens(text, end)
        found.append(Quoted(opened.end(), end, Span(opened.start(), end), is_carried_on))
        if not is_carried_on:
            unpaired.append(Span(*opened.span()))
    return found, unpaired


def _turn(text: str, mark: re.Match[str], opened: re.Match[str] | None, end: int) -> str | None:
    """ "open" or "close" for what the mark does where it stands, None where it is no quotation mark (5'10", a lone '')."""
    sign, is_open = mark.group(), opened is not None
    before = text[mark.start() - 1 : mark.start()] or " "
    after = text[mark.end() : mark.end() + 1] if mark.end() < end else " "
    if sign in ("``", "‘‘") or sign in OPENING:
        is_wrong_close = is_open and not before.isspace() and not (after.isalnum() or before in "(—–-[")
        return "close" if is_wrong_close else "open"
    if sign == "’’":
        return "close"
    if sign in CLOSING:
        is_wrong_open = not is_open and (before.isspace() or before in "(—–") and after.isalnum()
        return "open" if is_wrong_open else "close"
    if is_open:
        is_empty = opened is not None and not WORD.search(text, opened.end(), mark.start())
        return "open" if before.isspace() and not after.isspace() and is_empty else "close"
    return None if after.isspace() or before.isalnum() else "open"


def _has_another_close(text: str, mark: re.Match[str], end: int) -> bool:
    """A nested mark of the same kind closes the inner stretch only where the outer one still finds its own close."""
    following = MARK.search(text, mark.end(), end)
    return following is not None and following.group() in CLOSES


def _opens(text: str, end: int) -> bool:
    """The next paragraph begins with a quotation mark: the quotation goes on."""
    following = PARAGRAPH.search(text, end)
    return following is not None and bool(MARK.match(text, following.start()))


def _singles(text: str) -> tuple[Quoted, ...]:
    found: list[Quoted] = []
    for paragraph in PARAGRAPH.finditer(text):
        position, end = paragraph.span()
        while opening := SINGLE_OPEN.search(text, position, end):
            closing = _closing_single(text, opening.end(), end)
            if closing is None:
                break
            if WORD.search(text, opening.end(), closing.start()):
                outer = Span(opening.start(), closing.end())
                found.append(Quoted(opening.end(), closing.start(), outer, True, True))
            position = closing.end()
    return tuple(found)


def _closing_single(text: str, start: int, end: int) -> re.Match[str] | None:
    """The mark after punctuation if there is one before the next opening, else the first that is no apostrophe (’ after s)."""
    following = SINGLE_OPEN.search(text, start, end)
    closes = list(SINGLE_CLOSE.finditer(text, start, following.start() if following else end))
    strong = [m for m in closes if text[m.start() - 1] in ",.?!…—"]
    weak = [m for m in closes if text[m.start() - 1] != "s"]
    return next(iter(strong or weak or closes), None)
