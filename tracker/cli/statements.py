"""`tracker statements`: statements and figures by hand, as on the review desk: named by the article and the words they stand on."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli import identities
from tracker.cli.decide import Reason, told
from tracker.errors import QueryError
from tracker.model import Article, ArticleView, Bound, Figure, Kind, Span, Statement
from tracker.store.base import Store

app = typer.Typer(help="Statements and figures by hand: add, figure, credit, delete.", no_args_is_help=True)
Identity = Annotated[str, typer.Argument(metavar="ARTICLE")]
Words = Annotated[str, typer.Argument(help="The words in the article, exactly as they stand there.")]


def register(parent: typer.Typer) -> None:
    parent.add_typer(app, name="statements")


@app.command()
def add(
    context: typer.Context,
    article: Identity,
    words: Words,
    speaker: Annotated[str | None, typer.Option(help="Who said it.")] = None,
    kind: Annotated[Kind, typer.Option(help="How it is given.")] = Kind.INDIRECT,
    reason: Reason = "",
) -> None:
    """A statement that the program missed."""
    from tracker import review

    with context.obj.store() as store:
        found = identities.article(store, article)
        told(review.add_statement(store, found.id, span_of(found, words), context.obj.reviewer, speaker, kind, reason))


@app.command()
def figure(
    context: typer.Context,
    article: Identity,
    words: Words,
    number: Annotated[str, typer.Argument(help="A whole number, or a range: 20-25.")],
    metric: Annotated[str, typer.Option(help="What it counts: killed, injured, missing …")],
    reason: Reason = "",
) -> None:
    """A figure that the program missed or read wrongly."""
    from tracker import review

    low, _, high = number.replace(",", "").partition("-")
    if not all(part.isascii() and part.isdigit() for part in (low, high or low)):
        raise QueryError(number, "is no whole number and no range of two", ("1200", "20-25"))
    bound = Bound.RANGE if high else Bound.EXACT
    with context.obj.store() as store:
        found = identities.article(store, article)
        span, numbers = span_of(found, words), (int(low), int(high or low))
        told(review.add_figure(store, found.id, span, context.obj.reviewer, *numbers, metric, bound, reason))


@app.command()
def credit(context: typer.Context, article: Identity, words: Words, speaker: str, reason: Reason = "") -> None:
    """Credit a statement to a speaker; to nobody where the name is empty."""
    from tracker import review

    with context.obj.store() as store:
        found = statement_at(*view_at(store, article, words))
        if found is None:
            raise QueryError(words, "is no statement; add it first", ("tracker statements add",))
        told(review.credit(store, found, speaker, context.obj.reviewer, reason))


@app.command()
def delete(context: typer.Context, article: Identity, words: Words, reason: Reason = "") -> None:
    """Strike out what was read wrongly at these words: the figure that is exactly they, else the statement. The log keeps it."""
    from tracker import review

    with context.obj.store() as store:
        view, span = view_at(store, article, words)
        exact = next((f for f in view.figures if span in (f.span, f.number)), None)
        found: Figure | Statement | None = exact or statement_at(view, span)
        if found is None:
            raise QueryError(words, "nothing was read there")
        told(review.delete(store, found, context.obj.reviewer, reason))


def view_at(store: Store, identity: str, words: str) -> tuple[ArticleView, Span]:
    article = identities.article(store, identity)
    view = store.article_view(article.id)
    assert view
    return view, span_of(article, words)


def statement_at(view: ArticleView, span: Span) -> Statement | None:
    """The shortest statement that the words are of."""
    found = [s for s in view.statements if s.span.overlaps(span)]
    return min(found, key=lambda s: s.span.end - s.span.start, default=None)


def span_of(article: Article, words: str) -> Span:
    """Where the words stand. Raises QueryError where they do not, or more than once."""
    start = article.text.find(words) if words else -1
    if start < 0:
        raise QueryError(words, "does not stand in this article; give the words exactly as they are there")
    if article.text.find(words, start + 1) >= 0:
        raise QueryError(words, "stands there more than once; give more of the words around it")
    return Span(start, start + len(words))
