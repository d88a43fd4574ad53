"""Update cues: the words by which a text ties a figure to an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tracker.compare import intervals
from tracker.compare.sides import Side
from tracker.model import Figure

RISING = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|climb\w*|reach\w*|grow\w*|grew|jump\w*|mount\w*|surg\w*|increas\w*|swell\w*|swollen|bring\w*|brought|hits?)\b",
    re.I,
)
CORRECTING = re.compile(
    r"\b(?:updat\w*|correct\w*|revis\w*|replac\w*|amend\w*|lower\w*|reduc\w*|cut|fell|fallen|drop\w*|up|down|than|from)\b", re.I
)
ADDED = re.compile(r"\b(?:bring\w*|brought|tak(?:ing|es)|took)\b", re.I)
"""In one sentence these add one figure to reach the other."""
EARLIER = re.compile(r"\b(?:previous(?:ly)?|earlier|initial(?:ly)?|first|before|original(?:ly)?|former(?:ly)?|prior|preliminary)\b", re.I)
LOWERED = re.compile(r"\b(?:lower\w*|reduc\w*|down|cut|fell|fallen|drop\w*|correct\w*|revis\w*)\b", re.I)


def ties(a: Side, b: Side) -> str | None:
    """The cue that ties the two, None where none does. a is the earlier, unless a cue of its own says that b is ("the previous toll").

    A cue in one sentence ties its figures. Across sentences it ties where the words name the other's number; else only figures of one
    claimant or one article, and only in the direction that it says. Two different named speakers correct nobody but themselves.
    """
    for later, earlier in ((b, a), (a, b)):
        if (cue := later.figure.update) and replaces(later, earlier, cue):
            return cue
    return None


def is_rising(cue: str) -> bool:
    """It says that the count grew, not that the earlier one was wrong."""
    return bool(RISING.search(cue)) and not CORRECTING.search(cue) and not EARLIER.search(cue)


def replaces(later: Side, earlier: Side, cue: str) -> bool:
    x, y = later.figure, earlier.figure
    if x.article == y.article and x.sentence is not None and x.sentence == y.sentence:
        return not ADDED.search(cue)
    numbers = named_numbers(cue) - set(map(str, intervals.stated(x)))
    if numbers and not is_earlier(x):
        return bool(numbers.intersection(map(str, intervals.stated(y))))
    if x.speaker and y.speaker and (x.speaker_id or x.speaker) != (y.speaker_id or y.speaker):
        return False
    if is_earlier(x) and x.article != y.article:
        return False
    return x.article == y.article or (not is_before(x, y) and (LOWERED.search(cue) is not None or is_higher(x, y)))


def named_numbers(cue: str) -> set[str]:
    return {number.replace(",", "") for number in re.findall(r"\d[\d,]*", cue)}


def is_earlier(figure: Figure) -> bool:
    """The figure itself is the one replaced: "the previous toll was 20", not "updating a previous toll of 20"."""
    cue = figure.update or ""
    return bool(EARLIER.search(cue)) and not RISING.search(cue) and not CORRECTING.search(cue)


def is_before(a: Figure, b: Figure) -> bool:
    return a.as_of is not None and b.as_of is not None and a.as_of < b.as_of


def is_higher(a: Figure, b: Figure) -> bool:
    first, second = intervals.stated(a), intervals.stated(b)
    return bool(first and second) and max(first) > max(second)


def spread(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures with a cue that calls a figure earlier reaching those after it in the sentence: "at first 5 dead and 9 hurt"."""
    cue, sentence = None, None
    for figure in figures:
        if figure.sentence is None or figure.sentence != sentence:
            cue, sentence = None, figure.sentence
        if figure.update:
            cue = figure.update if is_earlier(figure) else None
        yield replace(figure, update=cue) if cue and not figure.update else figure
