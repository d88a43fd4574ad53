"""Figures: numbers that count something."""

from __future__ import annotations

from tracker.model import Article, Figure, Statement


def figures(article: Article, statements: tuple[Statement, ...]) -> tuple[Figure, ...]:
    """Every figure of the article in text order, with the statement it stands in."""
    return ()
