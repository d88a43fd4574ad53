"""A figure of one sentence in the making: a quantity, what it counts, and the metric that governs it."""

from __future__ import annotations

from typing import Final

from tracker.extract.metrics import Cue
from tracker.model import FigureKind, Role
from tracker.text.quantities import Quantity

COUNT: Final = FigureKind.COUNT
TOTAL: Final = Role.TOTAL


class Draft:
    """quantity and the tokens (noun_first–noun_last) of what is counted, empty where the text leaves it out.

    cue — what gave the metric; leans_on — the figure whose metric or noun it takes; metric — "" until attached;
    before — the word before the number; is_question — no figure itself, but what a bare number behind it answers; is_topic — such a one
    where nothing is asked: "The dead have not been counted."
    """

    __slots__ = (
        *("before", "counted", "cue", "is_article", "is_question", "is_topic", "is_whole", "kind", "leans_on", "metric", "notes"),
        *("noun_first", "noun_last", "per", "quantity", "rate_last", "role", "shared"),
    )

    def __init__(self, quantity: Quantity, noun_first: int, noun_last: int, before: str = "") -> None:
        self.quantity, self.noun_first, self.noun_last = quantity, noun_first, noun_last
        self.before = before
        self.kind, self.role, self.metric = COUNT, TOTAL, ""
        self.counted: str | None = None
        self.leans_on: Draft | None = None
        self.cue: Cue | None = None
        self.per: str | None = None
        self.rate_last = 0
        self.shared = self.is_whole = False
        self.is_article = self.is_question = self.is_topic = False
        self.notes: set[str] = set()

    def leans(self, on: Draft) -> bool:
        """It leans on the other one, over however many in between."""
        host: Draft | None = self
        while host is not None and host is not on:
            host = host.leans_on
        return host is on

    @property
    def has_noun(self) -> bool:
        return self.noun_last > self.noun_first

    @property
    def end(self) -> int:
        after = self.quantity.after
        return after if self.shared else max(self.noun_last, after, self.rate_last)
