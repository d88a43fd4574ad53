"""Texts that are tables: of hundreds of figures of one measure the first ones are compared, the rest is kept and found.

Comparing each with each would cost the square of them, and nobody could look through what comes of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tracker.compare import measures
from tracker.model import Figure, Finding, changed

MOST = 300
"""Figures of one measure in one article that are compared; an article that tells of an event has tens."""


def cut(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures, those beyond the first MOST of their measure told to be left out of comparing."""
    seen: Counter[str] = Counter()
    made = []
    for figure in figures:
        measure = measures.measure(figure)
        seen[measure] += 1
        is_beyond = seen[measure] > MOST
        made.append(changed(figure, uncompared=is_beyond) if figure.uncompared != is_beyond else figure)
    return tuple(made)


def findings(article: str, figures: Sequence[Figure]) -> list[Finding]:
    """One for each measure of which figures were left out, at the first of them."""
    left: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.uncompared:
            left.setdefault(measures.measure(figure), []).append(figure)
    return [
        Finding(
            "not_compared",
            f"{len(beyond):,} figures ({measure}) beyond the first {MOST} are kept and not compared",
            article,
            beyond[0].span,
        )
        for measure, beyond in left.items()
    ]
