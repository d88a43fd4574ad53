"""Short identities: lists on a terminal show the first twelve digits, and commands take them where only one thing begins so."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.errors import QueryError
from tracker.model import Article, Claim, ClaimView
from tracker.store.base import Store

FULL = 32
LEAST = 4


def claim(store: Store, words: str) -> ClaimView:
    """The claim of that identity or of its first digits. Raises QueryError where there is none, or more than one."""
    found = store.claim_view(words) or store.claim_view(only(store, words, "claim"))
    if found is None:
        raise QueryError(words, "there is no such claim")
    return found


def article(store: Store, words: str) -> Article:
    """The article of that identity or of its first digits. Raises QueryError likewise."""
    found = store.article(words) or store.article(only(store, words, "article"))
    if found is None:
        raise QueryError(words, "there is no such article")
    return found


def figure(of: Claim | None, store: Store, words: str) -> str:
    """The full id of a figure: of the claim where one is named, else of any."""
    return words if len(words) == FULL else only(store, words, "figure", of.figures if of else None)


def only(store: Store, words: str, kind: str, among: Sequence[str] | None = None) -> str:
    """The one id of a kind that begins so, of those named where some are."""
    if len(words) < LEAST or len(words) >= FULL:
        raise QueryError(words, f"there is no such {kind}")
    found = store.ids_beginning(kind, words) if among is None else [identity for identity in among if identity.startswith(words)]
    if len(found) != 1:
        raise QueryError(words, f"more than one {kind} begins so; give more digits" if found else f"there is no such {kind}")
    return found[0]
