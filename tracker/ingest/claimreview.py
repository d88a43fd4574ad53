"""Fact checks as schema.org/ClaimReview: the claim that was checked is a statement of whoever made it, the check its source.

The text of such an article is put together from the parts: the claim first, then the body of the review, then what the review says of the
claim, one fact a line. The object itself is kept beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tracker.errors import InputError
from tracker.ingest import decode, given, imported
from tracker.ingest.declared import types_of
from tracker.model import Article, Document, Kind, Span, Statement

CONTAINERS = ("@graph", "dataFeedElement", "itemListElement", "item")
"""Where schema.org puts objects that belong together."""


def is_review(record: Any) -> bool:
    return isinstance(record, dict) and "ClaimReview" in types_of(record)


def reviews(value: Any) -> Iterator[dict[str, Any]]:
    """Every ClaimReview of a JSON document, alone, in a list, a graph or a data feed, in its order."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, list):
            waiting.extend(reversed(found))
        elif is_review(found):
            yield found
        elif isinstance(found, dict):
            waiting.extend(found[key] for key in reversed(CONTAINERS) if isinstance(found.get(key), (list, dict)))


def document(record: Mapping[str, Any], where: str) -> Document | InputError:
    """The review as an article with the claim as a statement made elsewhere; an error where no claim is given."""
    claim = decode.storable(given.words(record.get("claimReviewed")) or "")
    if not claim:
        return InputError(where, "is a ClaimReview without a claim", 'the claim stands under "claimReviewed"')
    about = first(record.get("itemReviewed"))
    who = given.words(first(about.get("author")))
    outlet = given.words(first(record.get("author"))) or given.words(first(record.get("publisher")))
    body = given.words(record.get("reviewBody"))
    facts = "\n".join(f"{label}: {said}" for label, said in facts_of(record, about, who, outlet) if said)
    text = decode.storable("\n\n".join(part for part in (claim, body, facts) if part))
    attributes = {**given.attributes({**record, "author": None, "name": None}), "outlet": outlet}
    article = Article(text, **{**attributes, "title": given.words(record.get("headline")) or f"Claim reviewed: {claim[:200]}"})
    statement = Statement(
        article.id,
        Kind.INDIRECT,
        (Span(0, len(claim)),),
        claim,
        said_on=imported.day(given.words(about.get("datePublished"))),
        found_by=imported.FOUND_BY,
        confidence=1.0,
        speaker=who,
        speakers=(who,) if who else (),
        by_hand=True,
    )
    return Document(article, json.dumps(record).encode(), where, "application/ld+json", statements=(statement,))


def facts_of(record: Mapping[str, Any], about: Mapping[str, Any], who: str | None, outlet: str | None) -> Iterator[tuple[str, str | None]]:
    rating = first(record.get("reviewRating"))
    seen = about.get("firstAppearance") or about.get("appearance")
    yield "Claim by", who
    yield "Claim made on", given.words(about.get("datePublished"))
    for place in (seen if isinstance(seen, list) else [seen])[:10]:
        yield "Claim seen at", given.words(place.get("url") or place.get("name") if isinstance(place, dict) else place)
    yield "Review by", outlet
    yield "Review at", given.words(record.get("url"))
    yield "Rating", given.words(rating.get("alternateName")) or given.words(rating.get("ratingValue"))


def first(value: Any) -> dict[str, Any]:
    """The object, the first of several, or the one of that name."""
    found = value[0] if isinstance(value, list) and value else value
    return found if isinstance(found, dict) else {"name": found} if isinstance(found, str) else {}
