"""Which figures a verdict is about and in which order: the one that stands comes first."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import FigureRow, Verdict

# key → action id, verdict, label; shown in the footer in this order
KEYS = (
    ("a", "prefer", Verdict.PREFER, "Prefer"),
    ("r", "range", Verdict.RANGE, "Range"),
    ("d", "distinct", Verdict.DISTINCT, "Distinct"),
    ("u", "unsure", Verdict.UNSURE, "Unsure"),
    ("t", "running_total", Verdict.RUNNING_TOTAL, "Running total"),
    ("R", "revision", Verdict.REVISION, "Revision"),
    ("e", "echo", Verdict.ECHO, "Echo"),
    ("x", "extraction_error", Verdict.EXTRACTION_ERROR, "Extraction error"),
)
IN_FOOTER = 4
WHOLE = (Verdict.RANGE, Verdict.RUNNING_TOTAL, Verdict.UNSURE)


def figures_for(verdict: Verdict, rows: Sequence[FigureRow], focus: FigureRow, marked: Sequence[FigureRow]) -> list[str]:
    """Ids of the figures the verdict is about.

    With marks, those alone (for `prefer` and `echo` the one in focus before them). Without: an extraction error is the one in
    focus; a revision is all of them, the latest first; everything else is all, the one in focus first.
    """
    chosen = list(marked) or ([focus] if verdict is Verdict.EXTRACTION_ERROR else list(rows))
    if verdict is Verdict.REVISION:
        chosen.sort(key=day_of, reverse=True)
    elif verdict not in WHOLE and verdict is not Verdict.EXTRACTION_ERROR:
        chosen = [focus, *(row for row in chosen if row is not focus)]
    return [row.figure.id for row in chosen]


def day_of(row: FigureRow) -> tuple[bool, str]:
    when = row.figure.as_of or row.heading.day
    return when is not None, when.isoformat() if when else ""
