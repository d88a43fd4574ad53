"""Articles already read, made from the few facts that a test is about: who gave which number of what, where, when."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tracker import pipeline
from tracker.model import (
    Article,
    Document,
    Figure,
    Kind,
    Query,
    Reading,
    Relation,
    Scope,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Words,
    content_hash,
)
from tracker.store.base import Store

DAY = dt.date(2031, 5, 6)


def reading(
    outlet: str, *said: tuple[str, int], day: dt.date = DAY, metric: str = "killed", place: str = "Port Elm", lead: str = "", **more: object
) -> Reading:
    """An article in which each speaker says that so many people were killed at Port Elm."""
    title = f"Blast at {place} harbour"
    text, spots = f"{title}\n\n{lead}", []
    for name, value in said:
        start = len(text) + len(name) + 6
        content = f"{value:,} people were {metric} in the blast at {place}"
        spots.append((len(text), name, start, content, value))
        text += f"{name} said {content}. "
    article = Article(text, title=title, outlet=outlet, published=day, **more)  # type: ignore[arg-type]
    statements, figures, speakers = [], [], {}
    for at, name, start, content, value in spots:
        speaker = Speaker(content_hash("speaker", name), name, SpeakerKind.PERSON, (name,))
        speakers[speaker.id] = speaker
        span = Span(start, start + len(content))
        statement = Statement(
            article.id,
            Kind.INDIRECT,
            (span,),
            content,
            Words(at, at + len(name), name),
            Words(start - 5, start - 1, "said"),
            speaker=name,
            speaker_kind=SpeakerKind.PERSON,
            speaker_id=speaker.id,
            speakers=(name,),
        )
        number = Span(start, start + len(f"{value:,}"))
        scope = Scope("people", place=place, places=(place,), event=f"blast at {place}", event_words=("blast", "harbour"), event_day=DAY)
        figures.append(
            Figure(
                article.id,
                number,
                number,
                number.of(text),
                value,
                value,
                metric=metric,
                counted="people",
                scope=scope,
                as_of=day,
                statement=statement.id,
                speaker=name,
                speaker_id=speaker.id,
                interval=(value, value),
                sentence=Span(at, span.end + 1),
            )
        )
        statements.append(statement)
    return Reading(article, tuple(statements), tuple(figures), (), (), tuple(speakers.values()))


def store_reading(store: Store, made: Reading) -> Reading:
    pipeline.keep(store, Document(made.article), made)
    pipeline.claim(store)
    return made


def state(store: Store) -> Any:
    """All that a reader sees, for telling that nothing has changed."""
    rows = store.queue(Query(relations=("single", *Relation)), 0, 5000)
    articles = [heading.id for heading in store.headings(Query(), 0, 5000)]
    return (
        rows,
        [(view.pairs, view.rows) for row in rows if (view := store.claim_view(row.claim.id))],
        store.search(Query(sort="time"), 0, 5000),
        store.speakers(limit=5000),
        store.proposals(limit=5000),
        store.outlets(),
        store.quote_variants(limit=5000),
        [store.article_view(article) for article in articles],
    )
