"""The words in context: a passage cut into pieces, each with what it is (figure, speaker, cue, said), for lighting them in a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from tracker.model import FigureRow, Hit, Span, Statement

ROLES = ("said", "speaker", "cue", "via", "figure")
"""In the order in which one covers the other: a figure inside what was said is lit as a figure."""
RANK = {role: rank for rank, role in enumerate(ROLES)}


@dataclass(frozen=True, slots=True)
class Piece:
    """text — the words, verbatim; role — one of ROLES, or empty for the rest of the passage."""

    text: str
    role: str = ""


def pieces(text: str, marks: list[tuple[Span, str]]) -> tuple[Piece, ...]:
    """The text cut where a role begins or ends; joined they give the text. Marks outside the text are left out."""
    held = [(max(0, span.start), min(len(text), span.end), RANK[role]) for span, role in marks]
    bounds = sorted({0, len(text), *(bound for start, end, _ in held for bound in (start, end) if start < end)})
    covers = ((a, b, max((rank for start, end, rank in held if start <= a and b <= end), default=-1)) for a, b in pairwise(bounds))
    runs = ([*run] for _, run in groupby(covers, key=lambda cover: cover[2]))
    return tuple(Piece(text[run[0][0] : run[-1][1]], ROLES[run[0][2]] if run[0][2] >= 0 else "") for run in runs)


def of_row(row: FigureRow) -> tuple[Piece, ...]:
    """The paragraph of a figure, with the figure, its speaker, cue and relay lit."""
    return of_rows([row])


def of_rows(rows: Sequence[FigureRow]) -> tuple[Piece, ...]:
    """The same for several figures of one paragraph."""
    marks = [mark for row in rows for mark in [(row.figure.span, "figure"), *(marks_of(row.statement) if row.statement else [])]]
    return pieces(rows[0].passage, [(span.shifted(-rows[0].passage_start), role) for span, role in marks])


def of_hit(hit: Hit) -> tuple[Piece, ...]:
    """The words of a statement alone, what was searched for lit."""
    return pieces(hit.snippet, [(Span(start, end), "said") for start, end in hit.lit])


def marks_of(statement: Statement) -> list[tuple[Span, str]]:
    marks = [(span, "said") for span in statement.spans]
    marks += [(step.span, "via") for step in statement.via]
    marks += [(words.span, role) for words, role in ((statement.mention, "speaker"), (statement.cue, "cue")) if words]
    return marks
