"""Where the news of two figures both is: places as stems, those within a country told from the country itself."""

from __future__ import annotations

from functools import lru_cache

from tracker.compare import words
from tracker.compare.sides import Side


def countries(places: frozenset[str]) -> bool:
    """Nothing but a country is named."""
    return bool(places) and places <= words.country_stems()


@lru_cache(maxsize=10_000)
def within(places: frozenset[str]) -> bool:
    """A place within a country is named."""
    return not places <= words.country_stems()


@lru_cache(maxsize=1_000)
def in_both(a: Side, b: Side) -> frozenset[str]:
    """The places that both name; one need not say that it is a place."""
    first, second = a.places | a.around, b.places | b.around
    return (first & (second | b.about)) | (second & a.about)
