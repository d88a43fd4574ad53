"""Keys as numbers: words and a day, or a stretch of days, in 63 bits. Two keys of one number only bring a neighbour too many."""

from __future__ import annotations

import hashlib
from functools import lru_cache

WIDTH = 20
"""Bits for a day or a stretch of days: a million days are the years up to 2800."""
ALWAYS = (1 << WIDTH) - 1


@lru_cache(maxsize=50_000)
def head(words: str) -> int:
    """The upper bits. The same in every process, as `hash` is not."""
    found = int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
    return found >> WIDTH + 1 << WIDTH


def low(stretch: int) -> int:
    """The lower bits, to be joined with any head."""
    return stretch & ALWAYS
