"""Claims brought up to date around some figures: what a new article or a decision touches, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from tracker import compare
from tracker.store.base import Store


def regroup(store: Store, figures: Sequence[str]) -> None:
    """Build the claims of these figures, and of all tied to them, again from the stored pairs."""
    members = store.component(figures)
    entries = store.entries(members)
    known = {entry.figure.id for entry in entries}
    pairs = [pair for pair in store.pairs_of(members) if pair.relation.is_linked and {pair.a, pair.b} <= known]
    store.save_claims(compare.claims(entries, pairs))
