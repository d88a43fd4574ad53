"""Through whom and when a statement was said: its relay, and the day its sentence gives."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tracker.extract.dating import dates_of
from tracker.extract.relay import relay
from tracker.model import Article, Name, Span, Statement, Words, changed
from tracker.text.dates import dates
from tracker.text.sentences import sentences


def with_circumstances(article: Article, statements: Sequence[Statement], names: Sequence[Name]) -> tuple[Statement, ...]:
    """The statements with `via` and `said_on`, read from the sentence that holds the cue, its content left out.

    A statement without a cue of its own, such as a quotation that carries on, has neither.
    """
    bounds, persons = sentences(article.text), frozenset(n.text for n in names if n.kind == "person")
    dated = [date.span.start for date in dates_of(article)]
    return tuple(_placed(article, statement, bounds, persons, dated) for statement in statements)


def _placed(article: Article, statement: Statement, bounds: Sequence[Span], persons: frozenset[str], dated: Sequence[int]) -> Statement:
    if statement.cue is None:
        return statement
    rooms = list(_rooms(statement, statement.cue, bounds))
    via = statement.via or _chain(article.text, rooms, statement, persons)
    may_date = bool(rooms) and bisect_left(dated, rooms[0].start) < bisect_left(dated, rooms[-1].end)
    said_on = statement.said_on or (_day(article, rooms, statement.cue) if may_date else None)
    return changed(statement, via=via, said_on=said_on) if via or said_on else statement


def _rooms(statement: Statement, cue: Words, bounds: Sequence[Span]) -> Iterator[Span]:
    """The stretches of the sentence around the cue that are no content of the statement."""
    i = bisect_right(bounds, (cue.start, cue.start + 1_000_000)) - 1
    if i < 0:
        return
    start, end = bounds[i]
    for span in statement.spans:
        if span.start >= end or span.end <= start:
            continue
        if start < span.start:
            yield Span(start, span.start)
        start = max(start, span.end)
    if start < end:
        yield Span(start, end)


def _chain(text: str, rooms: Sequence[Span], statement: Statement, persons: frozenset[str]) -> tuple[Words, ...]:
    found: list[Words] = []
    for room in rooms:
        cue = statement.cue if statement.cue and room.start <= statement.cue.start < room.end else None
        found += relay(text, room, cue, persons)
    source = statement.mention
    return tuple(w for w in found if source is None or not w.span.overlaps(source.span))


def _day(article: Article, rooms: Sequence[Span], cue: Words) -> dt.date | None:
    """The day nearest to the cue that is one day and not after publication."""
    published = article.day
    found = [date for room in rooms for date in dates(article.text, published, *room) if date.first is not None and date.first == date.last]
    past = [date for date in found if date.first is not None and (published is None or date.first <= published)]
    return min(past, key=lambda date: abs(date.span.start - cue.start)).first if past else None
