"""Paragraphs and sentences as spans of the text. Characters only: nothing here knows what a sentence says."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Final

from tracker.model import Span
from tracker.text.wordlists import words

ABBREVIATIONS: Final = words("abbreviations.txt")
PARAGRAPH: Final = re.compile(r"\S[^\n]*")
CLOSING: Final = "\"'”’»)\\]"
END: Final = re.compile(rf"[.!?…](?<![.!?…]{{2}})[.!?…]*['’]{{0,2}}[{CLOSING}]*(?=\s+[\"'“‘‹«`(\[]*[^\W_a-z])")
LONGEST: Final = 2000
"""Characters of a sentence: several times the longest of any newspaper."""
WORD: Final = 40
"""Characters of a word looked at before a period: no abbreviation is as long."""
BEFORE: Final = re.compile(r"[^\s(\[“‘\"'—–-]*\Z")
INITIALS: Final = re.compile(r"(?:\w\.)*\w\Z")
NEW_SENTENCE: Final = re.compile(
    r"\s+(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|This|That|These|Those|His|Her|Its|Their|If|When|While|After)\b"
)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines that hold anything, trimmed, in text order: an empty line and a line end part paragraphs alike."""
    return tuple(Span(m.start(), m.start() + len(m.group().rstrip())) for m in PARAGRAPH.finditer(text))


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The sentences of text[start:end], trimmed, in text order. A line end ends a sentence.

    A period after an abbreviation ("Maj. Gen.", "Jan. 24"), an initial ("J. Ruiz") or within "U.S." ends none, unless what
    follows can only begin one ("in the U.S. The road …"). Closing marks belong to the sentence they close.
    """
    return _whole(text) if start == 0 and end is None else _sentences(text, start, len(text) if end is None else end)


@lru_cache(maxsize=4)
def _whole(text: str) -> tuple[Span, ...]:
    return _sentences(text, 0, len(text))


@lru_cache(maxsize=4)
def _ends(text: str) -> list[int]:
    """Where a sentence ends before its line does, in text order: found once for all the stretches that are asked for."""
    return [mark.end() for mark in END.finditer(text) if mark.group() != "." or not _is_abbreviation(text, mark)]


@lru_cache(maxsize=16)
def _sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    found: list[Span] = []
    ends = _ends(text)
    for line in PARAGRAPH.finditer(text, start, end):
        start = line.start()
        stop = start + len(line.group().rstrip())
        for at in ends[bisect_right(ends, start) : bisect_left(ends, stop)]:
            found += (Span(start, at),) if at - start <= LONGEST else _cut(text, start, at)
            start = at
            while text[start].isspace():
                start += 1
        found += _cut(text, start, stop)
    return tuple(found)


def _cut(text: str, start: int, end: int) -> list[Span]:
    """One sentence; a run of words without end in pieces, so that no rule that looks over a sentence costs without end."""
    found = []
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        at = space if space > 0 else start + LONGEST
        found.append(Span(start, at))
        start = at
        while start < end and text[start].isspace():
            start += 1
    return [*found, Span(start, end)] if start < end else found


def _is_abbreviation(text: str, period: re.Match[str]) -> bool:
    at = period.start()
    last = text[max(0, at - WORD) : at].split(" ")[-1]
    if len(last) > 1 and last.isalpha():
        return last in ABBREVIATIONS
    found = BEFORE.search(last)
    word = found[0] if found else ""
    if INITIALS.match(word) and not word[0].isdigit() and word != "I":
        return not ("." in word and NEW_SENTENCE.match(text, period.end()))
    return word in ABBREVIATIONS
