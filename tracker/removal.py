"""An article taken out of the database for good: what goes with it, and the decision."""

from __future__ import annotations

from collections.abc import Iterator

from tracker import review
from tracker.model import Anchor, Decision, Verdict
from tracker.store.base import Store


def goes_with(store: Store, article_id: str) -> Iterator[str]:
    """A line for each thing that goes with an article, or stays without it."""
    view = store.article_view(article_id)
    if view is None:
        return
    yield f"article: {view.article.title or article_id}"
    yield f"statements: {len(view.statements):,}"
    yield f"figures: {len(view.figures):,}"
    claims = {claim.id: claim for figure in view.figures if (claim := store.claim_of(figure.id))}
    own = {figure.id for figure in view.figures}
    for claim in claims.values():
        left = len(set(claim.figures) - own)
        yield f"claim: {claim.id[:12]} {claim.name}: " + (f"{left} of {len(claim.figures)} figures stay" if left else "goes")
    for ruling in store.rulings_in(article_id):
        decision = ruling.decision
        yield f"decision: {decision.number}. {decision.verdict.replace('_', ' ')} by {decision.reviewer} stays as an orphan"


def remove_article(store: Store, article_id: str, reviewer: str, reason: str = "") -> Decision:
    """Take an article out of the database with everything read in it; decisions about it stay, as orphans. Undoing this does not bring the
    text back: it lets it be added again. Raises QueryError where there is no such article.
    """
    article = store.article(article_id)
    title = (article.title or "") if article else ""
    return review.decide(store, Verdict.REMOVE_ARTICLE, [Anchor("article", title, article_id)], reviewer, reason)
