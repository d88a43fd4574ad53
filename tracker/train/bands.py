"""`python -m tracker.train.bands`: how often a source chosen with a confidence is right, on articles held out of training.

Five rounds, each trained on four fifths of the annotated articles and measured on the rest; nothing is written.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tracker.extract.ranking import TEMPERATURE
from tracker.text.linear import score, shares
from tracker.train import quotations
from tracker.train.corpus import Annotated, fold, read

EDGES = (0.98, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.0)
ROUNDS = 5


def choices(articles: Sequence[Annotated]) -> Iterator[tuple[float, bool]]:
    """(confidence, right) of every quoted stretch for which the choice fell on a source."""
    for part in range(ROUNDS):
        learned, held = fold(articles, part, ROUNDS)
        model = quotations.train(learned)["source"]
        for article in held:
            for rows, right in quotations.examples(article):
                share = shares([score(model, row) / TEMPERATURE for row in rows])
                best = max(range(len(share)), key=lambda i: share[i])
                if best:
                    yield share[best], best == right


def table(found: Sequence[tuple[float, bool]]) -> str:
    """One line a band: from, how many, mean confidence, share that is right."""
    lines = ["from    n   said  right"]
    for high, low in zip((1.01, *EDGES), EDGES, strict=False):
        band = [(confidence, right) for confidence, right in found if low <= confidence < high]
        if band:
            said, right = (sum(column) / len(band) for column in zip(*band, strict=True))
            lines.append(f"{low:.2f} {len(band):5}  {said:.2f}   {right:.2f}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(list(choices(read(Path(os.environ["TRACKER_CORPUS"]))))))
