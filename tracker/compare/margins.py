"""The margins by which figures are read and compared: one data file, read once, shown to the user."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from tracker.errors import ConfigError


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
    running_total_other_days: int
    running_total_stock_days: int
    reprint_containment: float
    quotation_same_speaker: float
    quotation_other_speaker: float
    quotation_days: int
    vague: tuple[tuple[str, int, int], ...]


def parse(tables: dict[str, Any]) -> Margins:
    """The margins in tables of the shape of data/margins.toml; vague words longest first."""
    flat = {f"{table}_{key}": value for table, entries in tables.items() if table != "vague" for key, value in entries.items()}
    flat["approx_below"] = tuple(flat["approx_below"])
    for key in ("reprint_containment", "quotation_same_speaker", "quotation_other_speaker"):
        flat[key] = float(flat[key])
    words = sorted(((word, low, high) for word, (low, high) in tables["vague"].items()), key=lambda row: (-len(row[0]), row[0]))
    return Margins(**flat, vague=tuple(words))


def shipped() -> dict[str, Any]:
    return tomllib.loads(resources.files("tracker").joinpath("data/margins.toml").read_text("utf-8"), parse_float=Decimal)


def joined(tables: dict[str, Any], path: str) -> dict[str, Any]:
    """The tables with the entries of a user's file in the place of theirs; vague words may be added.

    Raises ConfigError naming the file, the entry and the nearest valid one.
    """
    try:
        own = tomllib.loads(Path(path).read_text("utf-8"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(path, "margins", f"cannot be read ({error})") from error
    both = {table: dict(entries) for table, entries in tables.items()}
    for table, entries in own.items():
        if table not in tables or not isinstance(entries, dict):
            raise ConfigError(path, table, "is no table of margins", nearest(table, tables))
        for key, value in entries.items():
            if table != "vague" and key not in tables[table]:
                raise ConfigError(path, f"{table}.{key}", "is no margin", nearest(key, tables[table]))
            if not fits(value, tables[table].get(key, VAGUE)):
                raise ConfigError(path, f"{table}.{key}", f"is to be like {tables[table].get(key, VAGUE)}, not {value}")
            both[table][key] = value
    return both


VAGUE = [24, 99]


def fits(value: Any, like: Any) -> bool:
    """A number for a number, a list of as many numbers for a range, a list of words for words."""
    if isinstance(like, list):
        return (
            isinstance(value, list) and all(fits(one, like[0]) for one in value) and (isinstance(like[0], str) or len(value) == len(like))
        )
    if isinstance(like, str):
        return isinstance(value, str)
    if isinstance(value, bool) or not isinstance(value, int if isinstance(like, int) else (int, Decimal)):
        return False
    return value >= 0


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    return tuple(difflib.get_close_matches(word, list(known), 1, 0))


@cache
def margins() -> Margins:
    """The margins that ship with the program, with those of the file that TRACKER_MARGINS names in their place."""
    path = os.environ.get("TRACKER_MARGINS")
    return parse(joined(shipped(), path) if path else shipped())
