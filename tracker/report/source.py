"""What data exports read: iterators in a stable order, so that a million rows need no memory. A dossier is one; a store has another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from tracker.model import ClaimView, Decision, Dossier, FigureRow, Heading, Hit, Speaker


class Source(Protocol):
    def headings(self) -> Iterator[Heading]: ...
    def statements(self) -> Iterator[Hit]: ...
    def figures(self) -> Iterator[FigureRow]: ...
    def claims(self) -> Iterator[ClaimView]: ...
    def speakers(self) -> Iterator[Speaker]: ...
    def decisions(self) -> Iterator[Decision]: ...
    def text(self, article_id: str) -> str | None:
        """The text of an article, None where the source does not hold texts."""
        ...


class OfDossier:
    """A dossier read as a source; it holds passages, not texts."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    def headings(self) -> Iterator[Heading]:
        return iter(self.dossier.headings)

    def statements(self) -> Iterator[Hit]:
        return iter(self.dossier.statements)

    def figures(self) -> Iterator[FigureRow]:
        return (row for view in self.dossier.claims for row in view.rows)

    def claims(self) -> Iterator[ClaimView]:
        return iter(self.dossier.claims)

    def speakers(self) -> Iterator[Speaker]:
        return iter(self.dossier.speakers)

    def decisions(self) -> Iterator[Decision]:
        decisions = {d.key: d for view in self.dossier.claims for d in view.decisions}
        return iter(sorted(decisions.values(), key=lambda d: (d.at, d.key)))

    def text(self, article_id: str) -> str | None:
        return None
