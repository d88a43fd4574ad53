"""The rows of a long list that are at hand: a few pages of it, and where the next page begins. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

PAGE = 32
KEPT = 12
"""Pages that are kept around the one looked at."""


class Begin(NamedTuple):
    """Where a page begins: after `row` rows of the list; which is, as a store is asked for it, `offset` rows after the row `past`."""

    row: int = 0
    offset: int = 0
    past: str = ""

    @classmethod
    def at(cls, row: int) -> Begin:
        """Counted from the list's beginning."""
        return cls(row, row)


@dataclass
class Pages:
    """total — rows of the whole list; held — page number → its rows; wanted — pages asked for that have not come."""

    total: int = 0
    held: dict[int, Sequence[Any]] = field(default_factory=dict)
    wanted: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, rows: Sequence[Any], total: int | None = None) -> Pages:
        """These rows from the first on, of a list of `total`; the whole list unless it is given."""
        held = {at // PAGE: rows[at : at + PAGE] for at in range(0, len(rows), PAGE)}
        return cls(len(rows) if total is None else total, held)

    def at(self, index: int) -> Any:
        """The row, None where there is none or it is not at hand."""
        page = self.held.get(index // PAGE)
        return page[index % PAGE] if page is not None and 0 <= index % PAGE < len(page) else None

    def index_of(self, is_meant: Callable[[Any], bool]) -> int | None:
        """Where the first row at hand stands that is meant."""
        return next((n * PAGE + i for n, page in self.held.items() for i, row in enumerate(page) if is_meant(row)), None)

    def begins(self, number: int, key_of: Callable[[Any], str]) -> Begin:
        """Where a page begins, counted from the last row of the nearest page before it that is at hand: what was stored or decided since
        then neither repeats nor skips a row.
        """
        before = max((n for n, page in self.held.items() if n < number and len(page) == PAGE), default=-1)
        if before < 0:
            return Begin.at(number * PAGE)
        return Begin(number * PAGE, (number - before - 1) * PAGE, key_of(self.held[before][-1]))

    def keep(self, number: int, rows: Sequence[Any], here: int) -> bool:
        """Put a page among those at hand and forget those far from page `here`; whether the list turned out to be shorter than was
        thought: what is not there is not asked for again.
        """
        self.wanted.discard(number)
        self.held[number] = rows
        is_shorter = len(rows) < min(PAGE, self.total - number * PAGE)
        if is_shorter:
            self.total = number * PAGE + len(rows)
        for far in sorted(self.held, key=lambda n: abs(n - here))[KEPT:]:
            del self.held[far]
        return is_shorter
