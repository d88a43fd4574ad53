"""The words in context: a passage cut into pieces, each with what it is (figure, speaker, cue, said), for lighting them in a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.model import FigureRow, Hit, Span, Statement

ROLES = ("said", "speaker", "cue", "via", "figure")
"""In the order in which one covers the other: a figure inside what was said is lit as a figure."""


@dataclass(frozen=True, slots=True)
class Piece:
    """text — the words, verbatim; role — one of ROLES, or empty for the rest of the passage."""

    text: str
    role: str = ""


def pieces(text: str, marks: list[tuple[Span, str]]) -> tuple[Piece, ...]:
    """The text cut where a role begins or ends; joined they give the text. Marks outside the text are left out."""
    roles = [""] * len(text)
    for span, role in sorted(marks, key=lambda mark: ROLES.index(mark[1])):
        for i in range(max(0, span.start), min(len(text), span.end)):
            roles[i] = role
    cuts = [i for i in range(len(text)) if i == 0 or roles[i] != roles[i - 1]]
    return tuple(Piece(text[a:b], roles[a]) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True))


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
