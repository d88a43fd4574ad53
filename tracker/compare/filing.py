"""Keys as numbers: words and a day, or a stretch of days, in 63 bits. Two keys of one number only bring a neighbour too many."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache

WIDTH = 20
"""Bits for a day or a stretch of days: a million days are the years up to 2800."""
ALWAYS = (1 << WIDTH) - 1


@lru_cache(maxsize=50_000)
def head(words: str) -> int:
    """The upper bits. The same in every process, as `hash` is not."""
    found = int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
    return found >> WIDTH + 1 << WIDTH


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """First and last key of each, in order of the first: those that overlap made one."""
    found: list[tuple[int, int]] = []
    for first, last in ranges:
        if found and first <= found[-1][1]:
            first, last = found[-1][0], max(last, found.pop()[1])
        found.append((first, last))
    return found


def parts(key: int) -> tuple[int, int]:
    """The spot, and the day or the stretch."""
    return key & ~ALWAYS, key & ALWAYS
