"""Fact checks as schema.org/ClaimReview: the claim that was checked is a statement of whoever made it, the check its source.

The text of such an article is put together from the parts: the claim first, then the body of the review, then what the review says of the
claim, one fact a line. The object itself is kept beside it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from tracker.errors import InputError
from tracker.ingest import decode, given, imported
from tracker.ingest.declared import types_of
from tracker.model import Article, Document, Kind, Span, SpeakerKind, Statement

BODIES = ("Organization", "Corporation", "Airline", "NGO", "Consortium", "Party", "Team", "Cooperative", "Association")
"""Ends of the names of schema.org's kinds of organisations."""
MANY = 20
"""Reviews on one page that are looked at."""
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


class Told(NamedTuple):
    """What a review tells of the claim it checks. text — the claim first, then what the review says of it, one fact a line."""

    claim: str
    text: str
    speaker: str | None
    kind: SpeakerKind | None
    said_on: dt.date | None
    outlet: str | None

    def statement(self, article: str, start: int = 0) -> Statement:
        """The claim as a statement of whoever made it; start — where the text stands in the article's."""
        return Statement(
            article,
            Kind.INDIRECT,
            (Span(start, start + len(self.claim)),),
            self.claim,
            said_on=self.said_on,
            found_by=imported.FOUND_BY,
            confidence=1.0,
            speaker=self.speaker,
            speaker_kind=self.kind,
            speakers=(self.speaker,) if self.speaker else (),
            by_hand=True,
        )


def told(record: Mapping[str, Any], body: str | None = None) -> Told | None:
    """What the review says; None where no claim is given. body — the review's own words, between the claim and the facts."""
    claim = decode.storable(given.words(record.get("claimReviewed")) or "")
    about = first(record.get("itemReviewed"))
    maker = first(about.get("author"))
    who = given.words(maker)
    outlet = given.words(first(record.get("author"))) or given.words(first(record.get("publisher")))
    facts = "\n".join(f"{label}: {said}" for label, said in facts_of(record, about, who, outlet) if said)
    text = decode.storable("\n\n".join(part for part in (claim, body, facts) if part))
    return Told(claim, text, who, kind_of(maker), imported.day(given.words(about.get("datePublished"))), outlet) if claim else None


def kind_of(maker: dict[str, Any]) -> SpeakerKind | None:
    """Whether schema.org calls it a person or a body; None where it says neither."""
    types = types_of(maker)
    if any(kind.endswith(BODIES) for kind in types):
        return SpeakerKind.ORGANISATION
    return SpeakerKind.PERSON if types & {"Person", "Patient"} else None


def document(record: Mapping[str, Any], where: str) -> Document | InputError:
    """The review as an article with the claim as a statement made elsewhere; an error where no claim is given."""
    found = told(record, given.words(record.get("reviewBody")))
    if found is None:
        return InputError(where, "is a ClaimReview without a claim", 'the claim stands under "claimReviewed"')
    attributes = {**given.attributes({**record, "author": None, "name": None}), "outlet": found.outlet}
    article = Article(found.text, **{**attributes, "title": given.words(record.get("headline")) or f"Claim reviewed: {found.claim[:200]}"})
    return Document(article, json.dumps(record).encode(), where, "application/ld+json", statements=(found.statement(article.id),))


def beside(article: Article, records: Iterable[dict[str, Any]]) -> tuple[Article, tuple[Statement, ...]]:
    """A page's article with what the reviews on it tell put after its text, and the claims as statements made elsewhere."""
    found = [review for record in records if (review := told(record))][:MANY]
    if not found:
        return article, ()
    starts = [len(article.text) + 2]
    for review in found:
        starts.append(starts[-1] + len(review.text) + 2)
    whole = replace(article, text="\n\n".join((article.text, *(review.text for review in found))), id="")
    return whole, tuple(review.statement(whole.id, start) for review, start in zip(found, starts, strict=False))


def facts_of(record: Mapping[str, Any], about: Mapping[str, Any], who: str | None, outlet: str | None) -> Iterator[tuple[str, str | None]]:
    rating = first(record.get("reviewRating"))
    seen = about.get("firstAppearance") or about.get("appearance")
    yield "Claim by", who
    yield "Claim made on", given.words(about.get("datePublished"))
    for place in (seen if isinstance(seen, list) else [seen])[:10]:
        yield "Claim seen at", given.words(place.get("url") or place.get("name") if isinstance(place, dict) else place)
    yield "Review by", outlet
    yield "Review at", given.words(record.get("url"))
    yield "Rated as", given.words(rating.get("alternateName")) or given.words(rating.get("ratingValue"))


def first(value: Any) -> dict[str, Any]:
    """The object, the first of several, or the one of that name."""
    found = value[0] if isinstance(value, list) and value else value
    return found if isinstance(found, dict) else {"name": found} if isinstance(found, str) else {}
