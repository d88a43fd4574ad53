"""What awaits a person; append a decision; undo. No user interface; knows of the store only its protocols."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tracker.model import Anchor, ClaimView, Decision, ProposalView, Query, QueueRow, Verdict
from tracker.store.base import Store


def queue(store: Store, query: Query = Query(), offset: int = 0, limit: int = 100) -> list[QueueRow]:  # noqa: B008
    """Claims that await a person, what deserves attention first."""
    return store.queue(query, offset, limit)


def claim(store: Store, claim_id: str) -> ClaimView | None:
    return store.claim_view(claim_id)


def proposals(store: Store, offset: int = 0, limit: int = 100) -> list[ProposalView]:
    """Speakers that may be one, most alike first; those told apart never come again."""
    return store.proposals(offset, limit)


def decide(
    store: Store,
    verdict: Verdict,
    anchors: Sequence[Anchor],
    reviewer: str,
    reason: str = "",
    value: str = "",
    at: dt.datetime | None = None,
) -> Decision:
    """Append a decision and apply what follows from it. Raises QueryError where an anchor names nothing stored."""
    raise NotImplementedError


def judge(store: Store, verdict: Verdict, figures: Sequence[str], reviewer: str, reason: str = "", value: str = "") -> Decision:
    """`decide` on figures by id: for `prefer`, `revision` and `echo` the one that stands comes first."""
    raise NotImplementedError


def undo(store: Store, reviewer: str, number: int | None = None) -> Decision | None:
    """Withdraw the decision of that number, or the reviewer's newest that stands; None where there is nothing to undo."""
    raise NotImplementedError


def redo(store: Store, reviewer: str) -> Decision | None:
    """Take back the reviewer's newest withdrawal; None where there is none."""
    raise NotImplementedError


def dependents(store: Store, number: int) -> list[Decision]:
    """Later decisions that rest on this one: shown before it is withdrawn."""
    raise NotImplementedError


def log(store: Store, offset: int = 0, limit: int = 100) -> list[Decision]:
    """Every decision, newest first, withdrawn ones too."""
    return store.decisions((), offset, limit)
