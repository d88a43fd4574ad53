"""Statements by speaker, words, outlet, date. One query language for the screen and the command line."""

from __future__ import annotations

from tracker.model import Hits, Profile, Query
from tracker.store.base import Store

OPERATORS = ("speaker", "outlet", "before", "after", "kind", "via", "has", "metric", "place", "relation", "case", "near")


def parse(text: str) -> tuple[Query, str]:
    """`speaker:sudani "reform" after:2023-10 has:figure` → the query, and a note where something was read as plain words. Never raises."""
    raise NotImplementedError


def quotes(store: Store, query: Query, offset: int = 0, limit: int = 50) -> Hits:
    """Statements that match, speakers taken fuzzily; `Hits` says which were taken and which others were close."""
    raise NotImplementedError


def profile(store: Store, speaker_id: str) -> Profile | None:
    """Everything one speaker said, in time order."""
    raise NotImplementedError
