"""Named cases: what belongs to one, and a query limited to it. Everything is put there by a decision, logged and undoable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from tracker import review
from tracker.errors import QueryError
from tracker.model import Anchor, Decision, Query, Verdict
from tracker.store.base import Store


def put(store: Store, name: str, articles: Sequence[str], reviewer: str, reason: str = "") -> Decision:
    """Put articles, by id, into a case, which is made by its first one. Raises QueryError where one is not stored."""
    titles = {heading.id: heading.title or "" for heading in store.headings(Query(articles=tuple(articles)), 0, len(articles))}
    return review.decide(
        store, Verdict.TAG, [Anchor("article", titles.get(article, ""), article) for article in articles], reviewer, reason, name
    )


def put_claim(store: Store, name: str, claim_id: str, reviewer: str, reason: str = "") -> Decision:
    """Put a claim, by id, into a case: its figures, and so whatever claim they are in later. Raises QueryError where there is none."""
    return review.on_claim(store, claim_id, Verdict.TAG, reviewer, reason, name)


def put_speaker(store: Store, name: str, speaker: str, reviewer: str, reason: str = "") -> Decision:
    """Put a speaker, by id or a name they have, into a case, with all they said. Raises QueryError where nobody is called so."""
    return review.speakers(store, Verdict.TAG, [speaker], reviewer, reason, name)


def within(store: Store, query: Query) -> Query:
    """The query with its case spelled as it is stored; as it is where it names none. Raises QueryError, with the nearest, for another."""
    if query.case is None:
        return query
    known = [case.name for case in store.cases()]
    found = [name for name in known if name.casefold() == query.case.casefold()]
    if not found:
        raise QueryError(query.case, "there is no such case", tuple(get_close_matches(query.case, known, 3, 0.4)) or tuple(known[:3]))
    return replace(query, case=query.case if query.case in found else found[0])


def missing(store: Store, name: str, articles: Sequence[str]) -> list[str]:
    """Those of the articles that are not in the case."""
    held = {
        anchor.article
        for decision in store.every_decision()
        if decision.verdict is Verdict.TAG and decision.stands and decision.value == name
        for anchor in decision.anchors
    }
    return [article for article in articles if article not in held]


def speakers(store: Store, query: Query) -> list[str]:
    """Ids of those credited with a statement of the query's case, the most quoted first."""
    counts = Counter(speaker for hit in store.every_statement(query) for speaker in hit.statement.speaker_ids)
    return [speaker for speaker, _ in counts.most_common()]


def outlets(store: Store, query: Query) -> list[str]:
    """Names of those who published an article of the query's case, in alphabetical order."""
    return sorted({heading.outlet for heading in store.every_heading(query) if heading.outlet})


def decisions(store: Store, query: Query) -> list[Decision]:
    """Decisions about articles of the query's case, or about what was read in them, and those that put something into it; newest first."""
    articles = {heading.id for heading in store.every_heading(query)}

    def touches(decision: Decision) -> bool:
        is_put = decision.verdict is Verdict.TAG and decision.value == query.case
        return is_put or any(anchor.article in articles for anchor in decision.anchors)

    return [decision for decision in store.every_decision() if touches(decision)][::-1]
