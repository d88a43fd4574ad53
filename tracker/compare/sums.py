"""Parts and wholes of one article by arithmetic: parts that make up a count elsewhere, and parts greater than their whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, groupby

from tracker.compare import intervals
from tracker.model import Bound, Figure, FigureKind, Finding, Reading, Role, Span, changed

SHORT = Decimal("0.95")
"""Of a whole that is given round or at least: so much of it the parts make up."""


def made_up(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, with those as parts that one sentence counts apart and that together make a count of another sentence: "at least 70
    fighters died" is what "30 soldiers and 39 rebels" come to.
    """
    parts: dict[str, Figure] = {}
    wholes: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.role is Role.TOTAL and not figure.uncompared:
            wholes.setdefault(figure.metric, []).append(figure)
    for _, group in groupby((f for f in figures if is_whole(f)), key=lambda figure: (figure.sentence, figure.metric)):
        counted = list(group)
        if len(counted) > 1 and len({figure.scope.population for figure in counted}) == len(counted) and counted[0].sentence:
            whole = next((figure for figure in wholes[counted[0].metric] if is_sum(figure, counted)), None)
            parts |= {figure.id: changed(figure, role=Role.PART, part_of=whole.number) for figure in counted} if whole else {}
    return tuple(parts.get(figure.id, figure) for figure in figures) if parts else tuple(figures)


def summed(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, with `part_of` set on those that different sentences give and that together make exactly the greatest count of the
    article of that measure, told before them: "ten were killed in Oru and Lenk" is what "eight died in Oru" and "two in Lenk" come to.
    """
    parts: dict[str, Span] = {}
    for metric in {figure.metric for figure in figures if figure.kind is FigureKind.COUNT}:
        counted = [f for f in figures if f.metric == metric and f.bound is Bound.EXACT and f.low is not None and f.part_of is None]
        whole = max(counted, key=lambda figure: figure.low or 0, default=None)
        found = addends(whole, [f for f in counted if f.sentence != whole.sentence and f.span > whole.span]) if whole else ()
        parts |= {figure.id: whole.number for figure in found if whole}
    if not parts:
        return tuple(figures)
    return tuple(changed(figure, part_of=parts[figure.id]) if figure.id in parts else figure for figure in figures)


def addends(whole: Figure, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Two or three counts of different sentences whose numbers make that of the whole; none where there are too many to try."""
    smaller = list({figure.low: figure for figure in figures if figure.low and figure.low < (whole.low or 0)}.values())
    tried = (some for size in (2, 3) for some in combinations(smaller, size)) if len(smaller) <= MOST else ()
    return next((some for some in tried if sum(f.low or 0 for f in some) == whole.low and len({f.sentence for f in some}) == len(some)), ())


MOST = 12
"""Counts of one measure in an article, of which any two or three are tried."""


def freed(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures, with those as totals that are parts of a count of another measure, or of the same in a place of their own: "of the 90 on
    board 70 drowned", "drowned 70 people, 12 of them in Oru". What became of some of the hurt or missing is still a part.
    """
    figures = list(figures)
    figure_at = {figure.number: figure for figure in figures} | {figure.span: figure for figure in figures}
    for figure in figures:
        whole = figure_at.get(figure.part_of) if figure.part_of and figure.role is Role.PART else None
        if whole and figure.metric in HARM and whole.metric not in HARM:
            yield changed(figure, role=Role.TOTAL, part_of=None)
        elif whole and figure.metric == whole.metric and is_of_own_place(figure, whole):
            yield changed(figure, role=Role.TOTAL)
        else:
            yield figure


def is_of_own_place(part: Figure, whole: Figure) -> bool:
    """Nothing but where they are makes them a part."""
    is_elsewhere = part.scope.place is not None and part.scope.place not in (whole.scope.place, *whole.scope.places)
    return is_elsewhere and part.scope.population in (None, whole.scope.population)


HARM = frozenset(("killed", "injured", "missing", "casualties", "recovered"))


def is_whole(figure: Figure) -> bool:
    return (
        not figure.uncompared
        and figure.role is Role.TOTAL
        and not figure.update
        and figure.low is not None
        and figure.scope.population is not None
    )


def is_sum(whole: Figure, parts: Iterable[Figure]) -> bool:
    """Another sentence counts as many of the same measure as the parts make together."""
    first, *_ = parts = list(parts)
    least, most = intervals.interval(whole)
    together = sum(Decimal(part.low) for part in parts if part.low is not None)
    if whole.role is not Role.TOTAL or whole.metric != first.metric or whole.sentence == first.sentence or least is None:
        return False
    return SHORT * Decimal(least) <= together and (most is None or together <= Decimal(most))


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
