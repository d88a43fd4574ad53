"""A Query as SQL conditions: for articles, and for claims. Statements are filtered by `hits`."""

from __future__ import annotations

from typing import Any

from tracker.model import Query
from tracker.store import belonging, index
from tracker.text.wanted import wanted

Binds = dict[str, Any]


class Conditions:
    """Conditions joined by *and*, with their values."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.binds: Binds = {}

    def add(self, sql: str, **binds: Any) -> None:
        self.parts.append(sql)
        self.binds.update(binds)

    def one_of(self, column: str, name: str, values: tuple[str, ...]) -> None:
        if values:
            self.add(f"{column} IN :{name}", **{name: list(values)})

    def where(self) -> tuple[str, Binds]:
        return ("WHERE " + " AND ".join(f"({part})" for part in self.parts) if self.parts else "", self.binds)


def articles(query: Query) -> tuple[str, Binds]:
    """Articles by id, outlet, day, case and words in their text."""
    found = Conditions()
    found.one_of("article.id", "articles", query.articles)
    found.one_of("article.outlet", "outlets", query.outlets)
    if query.after:
        found.add("article.day >= :after", after=query.after.isoformat())
    if query.before:
        found.add("article.day <= :before", before=query.before.isoformat())
    if query.case is not None:
        found.add(belonging.ARTICLE, case=query.case)
    if words := index.spelled(wanted(query.words)[0]):
        found.add("article.n IN (SELECT rowid FROM article_words WHERE article_words MATCH :words)", words=words)
    return found.where()


def figures(query: Query) -> Conditions:
    """Figures by article, outlet, day, metric, place and what their claim is; needs `article` and `claim` joined."""
    found = Conditions()
    found.one_of("article.id", "articles", query.articles)
    found.one_of("article.outlet", "outlets", query.outlets)
    found.one_of("figure.metric", "metrics", query.metrics)
    found.one_of("claim.id", "claims", query.claims)
    found.one_of("claim.state", "states", query.states)
    found.one_of("coalesce(claim.relation, 'single')", "relations", query.relations)
    for at, place in enumerate(query.places):
        found.add(f"figure.place LIKE :place{at}", **{f"place{at}": f"%{place}%"})
    for name, sign, day in (("after", ">=", query.after), ("before", "<=", query.before)):
        if day:
            found.add(f"article.day {sign} :{name}", **{name: day.isoformat()})
    return found


def claims(query: Query) -> tuple[str, Binds]:
    """Claims of two figures and more, unless `claims` names others or `relations` has "single"."""
    found = Conditions()
    relations = tuple(relation for relation in query.relations if relation != "single")
    if "single" not in query.relations and not query.claims:
        found.add("claim.relation IS NOT NULL")
    if query.relations and "single" in query.relations:
        found.add("claim.relation IS NULL OR claim.relation IN :relations", relations=list(relations))
    else:
        found.one_of("claim.relation", "relations", relations)
    found.one_of("claim.id", "claims", query.claims)
    found.one_of("claim.metric", "metrics", query.metrics)
    found.one_of("claim.place", "places", query.places)
    found.one_of("claim.state", "states", query.states)
    for facet, values in (("outlet", query.outlets), ("speaker", query.speakers), ("article", query.articles)):
        if values:
            named = f"value IN :{facet}_values"
            if facet == "speaker":
                named += " OR value IN (SELECT name FROM speaker WHERE id IN :speaker_values)"
            sql = f"claim.n IN (SELECT claim FROM facet WHERE facet = '{facet}' AND ({named}))"
            found.add(sql, **{f"{facet}_values": list(values)})
    if query.case is not None:
        found.add(belonging.CLAIM, case=query.case)
    if query.after:
        found.add("claim.newest >= :after", after=query.after.isoformat())
    if query.before:
        found.add("claim.newest <= :before", before=query.before.isoformat())
    if query.words:
        words = [f"%{word}%" for word in query.words.replace('"', " ").split()]
        for at, word in enumerate(words):
            found.add(f"claim.name LIKE :word{at}", **{f"word{at}": word})
    return found.where()
