"""A figure of one sentence in the making: a quantity, what it counts, and the metric that governs it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.extract.metrics import Cue
from tracker.model import FigureKind, Role
from tracker.text.quantities import Quantity


@dataclass(slots=True, eq=False)
class Draft:
    """quantity and the tokens (noun_first–noun_last) of what is counted, empty where the text leaves it out.

    cue — what gave the metric; leans_on — the figure whose metric or noun it takes; metric — "" until attached;
    before — the word before the number; is_question — no figure itself, but what a bare number behind it answers; is_topic — such a one
    where nothing is asked: "The dead have not been counted."
    """

    quantity: Quantity
    noun_first: int
    noun_last: int
    kind: FigureKind = FigureKind.COUNT
    metric: str = ""
    counted: str | None = None
    role: Role = Role.TOTAL
    leans_on: Draft | None = None
    cue: Cue | None = None
    per: str | None = None
    is_article: bool = False
    rate_last: int = 0
    shared: bool = False
    is_whole: bool = False
    is_question: bool = False
    is_topic: bool = False
    before: str = ""
    notes: set[str] = field(default_factory=set)

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
