"""What is made of a run of characters, kept: most words of a text have been met before, in it or in another one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

Value = TypeVar("Value")
MOST: Final = 1 << 16
LONGEST: Final = 64
"""Runs kept at most, then all are forgotten; a longer run is no word that comes again."""


class Known(dict[str, Value]):
    """Run → what `make` gives for it, which must depend on the run alone.

    >>> Known(len)["dam"]
    3
    """

    def __init__(self, make: Callable[[str], Value]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, run: str) -> Value:
        found = self.make(run)
        if len(run) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[run] = found
        return found
