"""Fits a linear model that picks one of several candidates: softmax regression by AdaGrad, in a fixed order, in plain Python.

The same examples give the same weights to the last digit: the shuffle is seeded, the sums run in one order, the weights are rounded.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from math import sqrt
from random import Random

from tracker.text.linear import Weights, shares

Example = tuple[list[list[str]], int]
"""The features of every candidate, and which of them is right."""


def fit(
    examples: Sequence[Example], epochs: int = 8, rate: float = 0.15, decay: float = 2e-5, rare: int = 3, seed: int = 7, least: float = 0.01
) -> Weights:
    """Feature → weight. Features met in fewer than `rare` examples are left out, and so are weights below `least`."""
    seen = Counter(feature for rows, _ in examples for feature in {f for row in rows for f in row})
    number = {feature: i for i, feature in enumerate(sorted(f for f, n in seen.items() if n >= rare))}
    coded = [([array("l", [number[f] for f in row if f in number]) for row in rows], right) for rows, right in examples]
    weight, grown, summed = [0.0] * len(number), [1e-6] * len(number), [0.0] * len(number)
    order, random = list(range(len(coded))), Random(seed)
    for epoch in range(epochs):
        random.shuffle(order)
        for at in order:
            learn(*coded[at], weight, grown, rate, decay)
        if epoch >= epochs // 2:
            summed = [a + b for a, b in zip(summed, weight, strict=True)]
    kept = epochs - epochs // 2
    rounded = {feature: round(summed[i] / kept, 3) for feature, i in number.items()}
    return {feature: value for feature, value in rounded.items() if abs(value) >= least}


def learn(rows: list[array[int]], right: int, weight: list[float], grown: list[float], rate: float, decay: float) -> None:
    """One step towards the right candidate."""
    for i, share in enumerate(shares([sum([weight[f] for f in row]) for row in rows])):
        wrong = share - (i == right)
        if abs(wrong) < 1e-3:
            continue
        for f in rows[i]:
            slope = wrong + decay * weight[f]
            grown[f] += slope * slope
            weight[f] -= rate * slope / sqrt(grown[f])
