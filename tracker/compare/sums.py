"""Parts greater than their whole: a finding, because the text contradicts itself or was read wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tracker.compare import intervals
from tracker.model import Bound, Figure, Finding, Reading, Role


def impossible(reading: Reading) -> Iterator[Finding]:
    """A finding `impossible_sum` on each part that exceeds the figure it is part of, in text order. "20 people, including 30 children".

    Vague parts and wholes, increments, and parts of another kind (percents) are not judged.
    """
    whole_at = {figure.number: figure for figure in reading.figures} | {figure.span: figure for figure in reading.figures}
    for part in reading.figures:
        whole = whole_at.get(part.part_of) if part.part_of and part.role == Role.PART else None
        if whole and whole is not part and exceeds(part, whole):
            message = f"{part.words} cannot be part of {whole.words}: the part is greater than the whole"
            yield Finding("impossible_sum", message, reading.article.id, part.span)


def exceeds(part: Figure, whole: Figure) -> bool:
    """The least that the part can be is more than the most that the whole can be; "at least" leaves the whole open."""
    if part.kind != whole.kind or Bound.VAGUE in (part.bound, whole.bound) or whole.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return False
    least, most = intervals.interval(part)[0], intervals.interval(whole)[1]
    return least is not None and most is not None and Decimal(least) > Decimal(most)
