"""The words in context: a passage cut into pieces, each with what it is (figure, speaker, cue, said), for lighting them in a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from tracker.model import FigureRow, Hit, Span, Statement
from tracker.text.sentences import sentences

ROLES = ("said", "speaker", "cue", "via", "figure")
"""In the order in which one covers the other: a figure inside what was said is lit as a figure."""
LONG = 700
"""Characters of a passage from which on only the sentences with something lit are shown, and those beside them."""
CUT = " […] "
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
    """The same for several figures of one paragraph; where it is long, without the sentences that are far from all of them."""
    marks = [mark for row in rows for mark in [(row.figure.span, "figure"), *(marks_of(row.statement) if row.statement else [])]]
    return excerpt(rows[0].passage, [(span.shifted(-rows[0].passage_start), role) for span, role in marks])


def excerpt(text: str, marks: list[tuple[Span, str]]) -> tuple[Piece, ...]:
    """The text cut as by `pieces`, with `CUT` in place of the sentences of a long one that have nothing lit in or beside them."""
    if len(text) <= LONG:
        return pieces(text, marks)
    held = sentences(text)
    lit = {at for at, one in enumerate(held) if any(one.start < span.end and span.start < one.end for span, _ in marks)}
    shown = [at for at in range(len(held)) if lit & {at - 1, at, at + 1}]
    found: list[Piece] = []
    for _, run in groupby(enumerate(shown), key=lambda numbered: numbered[1] - numbered[0]):
        first, *rest = [at for _, at in run]
        start, end = held[first].start, held[rest[-1] if rest else first].end
        found += [Piece(CUT if found else CUT.lstrip())] if start > held[0].start else []
        found += pieces(text[start:end], [(span.shifted(-start), role) for span, role in marks])
    return (*found, Piece(CUT.rstrip())) if shown and shown[-1] < len(held) - 1 else tuple(found) or pieces(text, marks)


def of_hit(hit: Hit) -> tuple[Piece, ...]:
    """The words of a statement alone, what was searched for lit."""
    return pieces(hit.snippet, [(Span(start, end), "said") for start, end in hit.lit])


def marks_of(statement: Statement) -> list[tuple[Span, str]]:
    marks = [(span, "said") for span in statement.spans]
    marks += [(step.span, "via") for step in statement.via]
    marks += [(words.span, role) for words, role in ((statement.mention, "speaker"), (statement.cue, "cue")) if words]
    return marks
