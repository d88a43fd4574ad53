"""Values in order without holding them: sorted a few thousand at a time, kept in temporary files, merged."""

from __future__ import annotations

import heapq
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import IO, Any, TypeVar

T = TypeVar("T")
HELD = 5000
"""Values in memory at a time."""


def ordered(values: Iterable[T], key: Callable[[T], Any]) -> Iterator[T]:
    """The values by key; equal ones in the order they came. Few are sorted in memory, nothing is left on the disk."""
    rest = iter(values)
    first = sorted(islice(rest, HELD), key=key)
    if len(first) < HELD:
        yield from first
        return
    with ExitStack() as files:
        parts = [kept(first, files)]
        while part := sorted(islice(rest, HELD), key=key):
            parts.append(kept(part, files))
        yield from heapq.merge(*map(read, parts), key=key)


def kept(values: list[Any], files: ExitStack) -> IO[bytes]:
    file: IO[bytes] = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    for value in values:
        pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
    file.seek(0)
    return file


def read(file: IO[bytes]) -> Iterator[Any]:
    """What this process itself wrote."""
    try:
        while True:
            yield pickle.load(file)
    except EOFError:
        return
