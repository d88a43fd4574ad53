"""Where a page begins: after a row that was shown, not after a number of rows. What is stored, decided or taken out meanwhile neither
repeats a row nor skips one, and where the order stands in an index, the last page of a million costs what the first does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Order:
    """keys — expressions, the first weighs most, the last tells any two rows apart; a "-" before one puts its greatest first. As in SQLite,
    nothing known is less than anything.

    >>> Order("-claim.attention", "claim.id").sql
    'claim.attention DESC, claim.id'
    """

    keys: tuple[str, ...]

    def __init__(self, *keys: str) -> None:
        object.__setattr__(self, "keys", keys)

    @property
    def expressions(self) -> tuple[str, ...]:
        return tuple(key.removeprefix("-") for key in self.keys)

    @property
    def columns(self) -> str:
        """The expressions named, for a SELECT whose rows `beyond` is asked about."""
        return ", ".join(f"{expression} AS at_{n}" for n, expression in enumerate(self.expressions))

    @property
    def sql(self) -> str:
        return ", ".join(f"{key[1:]} DESC" if key.startswith("-") else key for key in self.keys)

    def beyond(self, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """The condition for all that comes after a row, which holds `columns`; and its values."""
        found = ""
        for n, key in reversed(list(enumerate(self.keys))):
            expression, value = key.removeprefix("-"), row[f"at_{n}"]
            after = past(expression, f":at_{n}", key.startswith("-"), value)
            found = f"{after} OR ({expression} IS :at_{n} AND ({found}))" if found else after
        first, greatest_first = self.keys[0].removeprefix("-"), self.keys[0].startswith("-")
        known = row["at_0"] is not None and not greatest_first
        return f"{first} >= :at_0 AND ({found})" if known else f"({found})", {f"at_{n}": row[f"at_{n}"] for n in range(len(self.keys))}


def past(expression: str, name: str, greatest_first: bool, value: object) -> str:
    """That a row comes after the value, by one expression alone."""
    if value is None:
        return "0" if greatest_first else f"{expression} IS NOT NULL"
    return f"({expression} < {name} OR {expression} IS NULL)" if greatest_first else f"{expression} > {name}"
