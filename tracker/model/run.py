"""Values that can be gone through as often as wanted and need not be in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Run(Collection[T], Generic[T]):
    """made — gives the values anew, in the same order each time; its length is counted once, when asked for. Equal to any collection of
    the same values.
    """

    __slots__ = ("length", "made")

    def __init__(self, made: Callable[[], Iterator[T]]) -> None:
        self.made = made
        self.length: int | None = None

    def __iter__(self) -> Iterator[T]:
        return self.made()

    def __len__(self) -> int:
        if self.length is None:
            self.length = sum(1 for _ in self)
        return self.length

    def __bool__(self) -> bool:
        return next(iter(self), None) is not None

    def __contains__(self, value: object) -> bool:
        return any(held == value for held in self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Collection) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return f"Run({list(self)!r})"
