"""What the queue is ordered by: relation first, then how much speaks for one event, how far the figures lie apart, how many origins they
have, how new they are.
"""

from __future__ import annotations

import datetime as dt

from tracker.model import SERIOUSNESS, Claim

RELATION, SURE, SPREAD, ORIGINS, NEWNESS = 100.0, 38.0, 30.0, 20.0, 10.0
"""Points a claim can get for each; a more serious relation always comes before a less serious one."""
SUREST = 10.0
"""Points of a pair from which on nobody doubts that both tell of one event."""
SINKS = {"open": 0.0, "disputed": 0.0, "pending": -1000.0, "decided": -2000.0}
"""Where a claim stands by its state: what was decided sinks below everything open."""


def attention(claim: Claim, state: str, newest: str | None) -> float:
    """Higher comes first; a claim of one figure has nothing to judge and gets 0."""
    if claim.relation is None:
        return 0.0
    rank = len(SERIOUSNESS) - SERIOUSNESS.index(claim.relation)
    told = SURE * sureness(claim) + SPREAD * spread(claim) + ORIGINS * (1 - 1 / max(claim.origins, 1)) + newness(newest)
    return round(SINKS[state] + RELATION * rank + told, 6)


def sureness(claim: Claim) -> float:
    """0 where little speaks for one event, or nobody weighed it, 1 where much does: numbers far apart are often of two."""
    return max(0.0, min(1.0, (claim.points or 0.0) / SUREST))


def spread(claim: Claim) -> float:
    """0 where low and high are one, near 1 where they are far apart."""
    if claim.low is None or claim.high is None or claim.high <= 0:
        return 0.0
    return max(0.0, min(1.0, 1 - float(claim.low) / float(claim.high)))


def newness(day: str | None) -> float:
    """Grows with the day over two centuries; no clock, so that the order of a database never changes by itself."""
    return NEWNESS * min(1.0, max(0.0, (dt.date.fromisoformat(day[:10]).toordinal() - 693_596) / 73_000)) if day else 0.0
