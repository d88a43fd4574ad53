"""Wording variants of one quotation, and one quotation credited to two speakers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tracker.model import QuoteVariant, Statement


def variants(statements: Sequence[tuple[Statement, dt.date | None]]) -> tuple[QuoteVariant, ...]:
    return ()
