"""Indirect and mixed speech: what was said without quotation marks around the whole of it."""

from __future__ import annotations

from tracker.model import Article, Name, Statement


def speech(article: Article, quotations: tuple[Statement, ...], names: tuple[Name, ...]) -> tuple[Statement, ...]:
    """Indirect and mixed statements in text order; the content of a mixed one holds the quotations it swallows."""
    return ()
