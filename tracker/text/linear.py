"""A linear model: the sum of the weights of the features that hold. Weights come from a data file; nothing is learned here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from math import exp

Weights = dict[str, float]


@cache
def weights(name: str) -> dict[str, Weights]:
    """The models of one data file (tracker/data/NAME.json): model → feature → weight. A feature without a weight counts nothing."""
    models: dict[str, Weights] = json.loads(resources.files("tracker.data").joinpath(f"{name}.json").read_text("utf-8"))
    return models


def score(model: Weights, features: Iterable[str]) -> float:
    """The sum of the weights, 0.0 where no feature is known."""
    get = model.get
    return sum([get(feature, 0.0) for feature in features])


def shares(scores: Sequence[float]) -> list[float]:
    """Scores as probabilities that sum to one (softmax), in their order.

    >>> shares([0.0, 0.0])
    [0.5, 0.5]
    """
    top = max(scores)
    powers = [exp(value - top) for value in scores]
    total = sum(powers)
    return [power / total for power in powers]


Tables = tuple[Weights, ...]
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
    return sum(filter(None, map(dict.get, tables, values)))  # type: ignore[arg-type]
