"""Named cases: which articles belong to one, and a query limited to them. Articles are put there by a decision, logged and undoable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from tracker import review
from tracker.errors import QueryError
from tracker.model import Anchor, Decision, Query, Verdict
from tracker.store.base import Store


def put(store: Store, name: str, articles: Sequence[str], reviewer: str, reason: str = "") -> Decision:
    """Put articles, by id, into a case, which is made by its first one. Raises QueryError where one is not stored."""
    return review.decide(store, Verdict.TAG, [Anchor("article", name, article) for article in articles], reviewer, reason, name)


def names(store: Store) -> list[tuple[str, int]]:
    """Every case with the number of its articles, by name."""
    return sorted(Counter(name for name, _ in set(held(store))).items())


def members(store: Store, name: str) -> tuple[str, ...]:
    """Ids of the articles of a case, in the order they were put there. Raises QueryError, with the nearest, where there is none such."""
    found = tuple(dict.fromkeys(article for case, article in held(store) if case == name))
    if not found:
        known = [case for case, _ in names(store)]
        raise QueryError(name, "there is no such case", tuple(get_close_matches(name, known, 3, 0.4)) or tuple(known[:3]))
    return found


def within(store: Store, query: Query) -> Query:
    """The query with its case as the articles of it; the query as it is where it names none."""
    if query.case is None:
        return query
    found = members(store, query.case)
    kept = tuple(article for article in found if not query.articles or article in query.articles)
    return replace(query, case=None, articles=kept or ("",))


def held(store: Store) -> Iterator[tuple[str, str]]:
    """(case, article) of every decision that stands, oldest first."""
    for decision in store.every_decision():
        if decision.verdict is Verdict.TAG and decision.stands:
            yield from ((decision.value, anchor.article) for anchor in decision.anchors if anchor.what == "article")
