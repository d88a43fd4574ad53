"""Which figures a verdict is about and in which order: the one that stands comes first."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import FigureRow, Verdict

# key → action id, verdict, label, what it says; shown in the footer in this order
KEYS = (
    ("a", "prefer", Verdict.PREFER, "Prefer", "this figure; it becomes the best"),
    ("r", "range", Verdict.RANGE, "Range", "report low to high"),
    ("d", "distinct", Verdict.DISTINCT, "Distinct", "another event, population or metric; never asked again"),
    ("u", "unsure", Verdict.UNSURE, "Unsure", "pending, to be looked at again"),
    ("t", "running_total", Verdict.RUNNING_TOTAL, "Running total", "one count that grew"),
    ("R", "revision", Verdict.REVISION, "Revision", "the latest replaces the others"),
    ("e", "echo", Verdict.ECHO, "Echo", "of another origin, not a count of its own"),
    ("x", "extraction_error", Verdict.EXTRACTION_ERROR, "Extraction error", "read wrongly: it leaves the claim"),
)
IN_FOOTER = 4
ALL = (Verdict.RANGE, Verdict.RUNNING_TOTAL, Verdict.UNSURE)
ALONE = (Verdict.DISTINCT, Verdict.EXTRACTION_ERROR)


def meant(verdict: Verdict, figures: Sequence[str], focus: FigureRow, marked: Sequence[FigureRow]) -> tuple[Verdict, list[str]]:
    """The verdict, and the ids of the figures it is about. figures — all of the claim, by as-of day.

    Without marks: *distinct* and *extraction error* are about the figure in focus, the first against the rest of its claim; a
    revision is about all, the latest first; everything else about all, the one in focus first. With marks, those alone (*prefer*
    and *echo*: the one in focus before them); marked figures that are *distinct* are split off from the others.
    """
    chosen = [row.figure.id for row in marked] or ([focus.figure.id] if verdict in ALONE else list(figures))
    if verdict is Verdict.DISTINCT and 1 < len(chosen) < len(figures):
        verdict = Verdict.SPLIT_CLAIM
    if verdict is Verdict.REVISION:
        order = {figure: at for at, figure in enumerate(figures)}
        chosen.sort(key=lambda figure: order.get(figure, -1), reverse=True)
    elif verdict in (Verdict.PREFER, Verdict.ECHO):
        chosen = list(dict.fromkeys([focus.figure.id, *chosen]))
    return verdict, chosen
