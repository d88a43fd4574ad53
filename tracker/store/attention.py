"""What the queue is ordered by: relation first, then how far the figures lie apart, how many origins they have, how new they are."""

from __future__ import annotations

import datetime as dt

from tracker.model import SERIOUSNESS, Claim

RELATION, SPREAD, ORIGINS, NEWNESS = 100.0, 40.0, 20.0, 10.0
"""Points a claim can get for each; a more serious relation always comes before a less serious one."""
SINKS = {"open": 0.0, "disputed": 0.0, "pending": -1000.0, "decided": -2000.0}
"""Where a claim stands by its state: what was decided sinks below everything open."""


def attention(claim: Claim, state: str, newest: str | None) -> float:
    """Higher comes first; a claim of one figure has nothing to judge and gets 0."""
    if claim.relation is None:
        return 0.0
    rank = len(SERIOUSNESS) - SERIOUSNESS.index(claim.relation)
    return round(SINKS[state] + RELATION * rank + SPREAD * spread(claim) + ORIGINS * (1 - 1 / max(claim.origins, 1)) + newness(newest), 6)


def spread(claim: Claim) -> float:
    """0 where low and high are one, near 1 where they are far apart."""
    if claim.low is None or claim.high is None or claim.high <= 0:
        return 0.0
    return max(0.0, min(1.0, 1 - float(claim.low) / float(claim.high)))


def newness(day: str | None) -> float:
    """Grows with the day over two centuries; no clock, so that the order of a database never changes by itself."""
    return NEWNESS * min(1.0, max(0.0, (dt.date.fromisoformat(day[:10]).toordinal() - 693_596) / 73_000)) if day else 0.0
