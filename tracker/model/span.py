"""Where words stand: half-open `[start, end)` in characters (Unicode code points) of `Article.text`."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Callable
from json.encoder import encode_basestring
from typing import Any, NamedTuple


class Span(NamedTuple):
    """
    >>> Span(4, 9).of("The dam failed")
    'dam f'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, check_circular=False).encode


def content_hash(*parts: object) -> str:
    """32 hexadecimal digits of a JSON array of the parts: never of parts joined by a separator, which could collide."""
    return hashlib.sha256(_array(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


kept_hash = functools.lru_cache(maxsize=8192)(content_hash)
"""The same, of parts that are hashable, for what is asked for its id again and again."""


def _array(parts: tuple[object, ...]) -> str:
    """What ENCODE gives, at half its price, for the short rows of words and numbers that ids are made of."""
    return f"[{','.join([WRITTEN.get(type(part), ENCODE)(part) for part in parts])}]"


WRITTEN: dict[type, Callable[[Any], str]] = {str: encode_basestring, int: str, tuple: _array, Span: _array}
