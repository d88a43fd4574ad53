"""Direct quotations: every stretch between quotation marks that quotes somebody, with its source."""

from __future__ import annotations

from tracker.model import Article, Finding, Name, Statement


def quotations(article: Article, names: tuple[Name, ...]) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    """Find direct quotations. Spans are characters of `article.text`, in text order."""
    return (), ()
