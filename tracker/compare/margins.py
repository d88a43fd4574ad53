"""The margins by which figures are read and compared: one data file, read once, shown to the user."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Margins:
    """Every field is one entry of data/margins.toml, where its meaning stands beside it."""

    rounding_from: int
    rounding_zeros: int
    rounding_share: Decimal
    rounding_most: Decimal
    approx_share: Decimal
    approx_below: tuple[str, ...]
    at_least_share: Decimal
    at_least_floor: int
    more_than_share: Decimal
    at_most_share: Decimal
    open_from: int
    near_share: Decimal
    revision_days: int
    running_total_per_day: int
    running_total_most: int
    running_total_stock_days: int
    reprint_containment: float
    quotation_same_speaker: float
    quotation_other_speaker: float
    quotation_days: int
    vague: tuple[tuple[str, int, int], ...]


def parse(text: str) -> Margins:
    """The margins in a TOML text of the shape of data/margins.toml; vague words longest first."""
    tables: dict[str, Any] = tomllib.loads(text, parse_float=Decimal)
    vague = tables.pop("vague")
    flat = {f"{table}_{key}": value for table, entries in tables.items() for key, value in entries.items()}
    flat["approx_below"] = tuple(flat["approx_below"])
    for key in ("reprint_containment", "quotation_same_speaker", "quotation_other_speaker"):
        flat[key] = float(flat[key])
    words = sorted(((word, low, high) for word, (low, high) in vague.items()), key=lambda row: (-len(row[0]), row[0]))
    return Margins(**flat, vague=tuple(words))


@cache
def margins() -> Margins:
    return parse(resources.files("tracker").joinpath("data/margins.toml").read_text("utf-8"))
