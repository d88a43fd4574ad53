"""Short identities: lists on a terminal show the first twelve digits, and commands take them where only one thing begins so."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from tracker.cli.listing import pages
from tracker.errors import QueryError
from tracker.model import Article, Claim, ClaimView, Query
from tracker.store.base import Store

FULL = 32
LEAST = 4


def claim(store: Store, words: str) -> ClaimView:
    """The claim of that identity or of its first digits. Raises QueryError where there is none, or more than one."""
    ids = (row.claim.id for row in pages(lambda offset, size: store.queue(Query(), offset, size), 0))
    found = store.claim_view(words) or store.claim_view(only(words, ids, "claim"))
    if found is None:
        raise QueryError(words, "there is no such claim")
    return found


def article(store: Store, words: str) -> Article:
    """The article of that identity or of its first digits. Raises QueryError likewise."""
    ids = (heading.id for heading in pages(lambda offset, size: store.headings(Query(), offset, size), 0))
    found = store.article(words) or store.article(only(words, ids, "article"))
    if found is None:
        raise QueryError(words, "there is no such article")
    return found


def figure(of: Claim | None, store: Store, words: str) -> str:
    """The full id of a figure: of the claim where one is named, else of any claim."""
    if len(words) == FULL:
        return words
    claims = [of] if of else (row.claim for row in pages(lambda offset, size: store.queue(Query(), offset, size), 0))
    return only(words, (figure_id for found in claims for figure_id in found.figures), "figure")


def only(words: str, ids: Iterable[str], kind: str) -> str:
    if len(words) < LEAST or len(words) >= FULL:
        raise QueryError(words, f"there is no such {kind}")
    found = list(islice((identity for identity in ids if identity.startswith(words)), 2))
    if len(found) != 1:
        raise QueryError(words, f"more than one {kind} begins so; give more digits" if found else f"there is no such {kind}")
    return found[0]
