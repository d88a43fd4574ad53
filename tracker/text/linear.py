"""A linear model: the sum of the weights of the features that hold. Weights come from a data file; nothing is learned here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from math import exp
from typing import Final

Weights = dict[str, float]


@cache
def weights(name: str) -> dict[str, Weights]:
    """The models of one data file (tracker/data/NAME.json): model → feature → weight. A feature without a weight counts nothing."""
    models: dict[str, Weights] = json.loads(resources.files("tracker.data").joinpath(f"{name}.json").read_text("utf-8"))
    return models


def score(model: Weights, features: Iterable[str]) -> float:
    """The sum of the weights, 0.0 where no feature is known."""
    get = model.get
    return sum([get(feature, 0.0) for feature in features], 0.0)


def shares(scores: Sequence[float]) -> list[float]:
    """Scores as probabilities that sum to one (softmax), in their order.

    >>> shares([0.0, 0.0])
    [0.5, 0.5]
    """
    top = max(scores)
    powers = [exp(value - top) for value in scores]
    total = sum(powers, 0.0)
    return [power / total for power in powers]


Tables = tuple[Weights, ...]
Packed = tuple[dict[str, int], ...]
"""One table of value → weight for each feature, in the order of the features' names: looked up without building "name=value"."""


def tabled(model: Weights, names: Sequence[str]) -> Tables:
    """The weights of features written "name=value", parted by name."""
    tables: dict[str, Weights] = {name: {} for name in names}
    for feature, weight in model.items():
        name, _, value = feature.partition("=")
        tables[name][value] = weight
    return tuple(tables.values())


def summed(tables: Tables, values: Sequence[str | None]) -> float:
    """The sum of the weights of a row of values, one for each table; None and values without a weight count nothing.

    >>> summed(({"a": 1.0}, {"b": 0.5}), ["a", None])
    1.0
    """
    return sum(filter(None, map(dict.get, tables, values)), 0.0)  # type: ignore[arg-type]


SCALE: Final = 1000
LANE: Final = 32
"""Weights are whole thousandths; so many bits of one number hold the sum of one model."""
WHOLE: Final = (1 << LANE) - 1
HALF: Final = 1 << LANE - 1
HALVES: Final = [sum(HALF << LANE * i for i in range(count)) for count in range(9)]
"""Added to a sum of so many models, they make every one of its parts positive."""


def packed(models: Sequence[Tables]) -> Packed:
    """The tables of several models that ask for the same features in one: value → the weights of all of them in one whole number, the
    first model in the lowest bits. One lookup then serves all.
    """
    return tuple(_packed(tables) for tables in zip(*models, strict=True))


def _packed(tables: Tables) -> dict[str, int]:
    together: dict[str, int] = {}
    for i, table in enumerate(tables):
        for value, weight in table.items():
            together[value] = together.get(value, 0) + (round(weight * SCALE) << LANE * i)
    return together


def unpacked(total: int, count: int) -> list[float]:
    """The sums that a sum of packed weights holds, one for each of `count` models.

    >>> unpacked(sum(packed([({"a": 1.5},), ({"a": -0.25},)])[0].values()), 2)
    [1.5, -0.25]
    """
    total += HALVES[count]
    return [((total >> LANE * i & WHOLE) - HALF) / SCALE for i in range(count)]


def summed_together(tables: Packed, values: Sequence[str | None]) -> int:
    """The sum of the packed weights of a row of values, as `summed` reads it."""
    return sum(filter(None, map(dict.get, tables, values)))  # type: ignore[arg-type]
