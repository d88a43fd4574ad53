"""Statements and figures that came with a document, made elsewhere: taken over as decisions, once; one that was undone stays undone."""

from __future__ import annotations

from dataclasses import replace

from tracker import coding, review
from tracker.model import Document, Figure, Span, Statement, Verdict
from tracker.store.base import Store

MANY = 100_000
"""Decisions about one article that are looked at."""


def take(store: Store, document: Document, reviewer: str) -> int:
    """Put what the document brought beside what the program read in its article, which is stored; how many were new.

    A figure that the program read within such a statement as the outlet's own is its speaker's.
    """
    article = document.article.id
    known = {decision.value for decision in store.decisions((article,), 0, MANY)}
    brought: tuple[Statement | Figure, ...] = (*document.statements, *document.figures)
    made = [value for value in brought if coding.text(value) not in known]
    for value in made:
        taken(store, value, value.number if isinstance(value, Figure) else value.span, reviewer, document.source)
    own = {figure.id for figure in document.figures}
    new = [value for value in made if isinstance(value, Statement)]
    for figure in [figure for statement in new for figure in credited(store, statement) if figure.id not in own]:
        taken(store, figure, figure.number, reviewer, document.source)
    return len(made)


def taken(store: Store, value: Statement | Figure, span: Span, reviewer: str, source: str) -> None:
    verdict = Verdict.ADD_FIGURE if isinstance(value, Figure) else Verdict.ADD_STATEMENT
    review.add(store, verdict, value, review.words_at(store, value.article, span), span, reviewer, f"imported from {source}")


def credited(store: Store, statement: Statement) -> list[Figure]:
    """The figures read within a statement that nobody was credited with, as the speaker's; of the day it was said, where none is stated."""
    view = store.article_view(statement.article)
    if view is None or not statement.speaker:
        return []
    found = [f for f in view.figures if not (f.by_hand or f.speaker) and any(span.contains(f.span) for span in statement.spans)]
    return [
        replace(
            figure,
            statement=statement.id,
            speaker=statement.speaker,
            speaker_id=None,
            interval=None,
            by_hand=True,
            found_by=statement.found_by,
            as_of=statement.said_on if statement.said_on and figure.as_of_guess else figure.as_of,
        )
        for figure in found
    ]
