"""Mentions → speakers inside one article: pronouns, surnames, titles, "the spokesman", bodies, people described."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from tracker.model import Article, Figure, Kind, Reading, Speaker, SpeakerKind, Statement, Words, changed
from tracker.resolve.cast import Cast
from tracker.resolve.known import Known
from tracker.resolve.relayed import carried

INNER: Final = "quotation:inner"
"""How a quotation within a quotation is marked: it is not heard from its speaker but from the outer one."""

OWNER: Final = "whose number it is"
"""How a number is marked that a word beside its owner gives ("the port's count of 12"): who is named only so does not go on speaking."""


def within(reading: Reading) -> Reading:
    """The reading with speaker, speaker_kind, speaker_id and speakers set on statements and figures, and its speakers listed.

    Ids are of this article: the same mention in two articles has two ids until `across`. A statement without mention, and a
    mention that nobody before it fits, keep no speaker.
    """
    cast = Cast(reading)
    credited: dict[Words, list[str]] = {}
    statements: list[Statement] = []
    last: str | None = None
    for statement in reading.statements:
        is_inner = statement.found_by == INNER
        if statement.mention is not None and statement.mention not in credited:
            credited[statement.mention] = cast.keys(statement.mention, None if is_inner else last)
        keys = credited.get(statement.mention, []) if statement.mention else []
        one = _credit(statement, [cast.known[key] for key in keys], reading.article)
        statements.append(_through(one, statements, cast) if is_inner else one)
        last = last if is_inner or statement.found_by == OWNER else keys[0] if keys else last
    statements = list(carried(statements))
    counted = {figure.statement for figure in reading.figures if figure.statement}
    by_id = {s.id: s for s in statements if s.kind is not Kind.NARRATION} if counted else {}
    figures = tuple(_told_by(figure, by_id.get(figure.statement or "")) for figure in reading.figures)
    spoke = {key for statement in statements for key in statement.speaker_ids}
    known = [k for k in cast.known.values() if k.kind is not SpeakerKind.UNNAMED or k.person.key in spoke]
    return changed(reading, statements=tuple(statements), figures=figures, speakers=_speakers(known, reading.article))


def _through(inner: Statement, said: Sequence[Statement], cast: Cast) -> Statement:
    """A quotation within a quotation, with the outer speaker as its relay: where the article last names them before it."""
    outer = next((s for s in reversed(said) if any(o.start <= inner.span.start and inner.span.end <= o.end for o in s.spans)), None)
    known = cast.known.get(outer.speaker_id or "") if outer else None
    named = [name.span for name, key in cast.key_of_name.items() if known and key == known.person.key]
    place = max((span for span in named if span.start < inner.span.start), default=min(named, default=None))
    via = Words.at(cast.text, *place) if place else outer.mention if outer else None
    return changed(inner, via=(via,)) if via else inner


def _credit(statement: Statement, known: Sequence[Known], article: Article) -> Statement:
    if statement.kind is Kind.NARRATION:
        return changed(statement, speaker=article.outlet, speaker_kind=SpeakerKind.ORGANISATION if article.outlet else None)
    if not known:
        return statement
    (first, *keys), kind = (k.person.key for k in known), SpeakerKind.GROUP if len(known) > 1 else known[0].kind
    names = tuple(k.name for k in known)
    return changed(statement, speaker=names[0], speaker_kind=kind, speaker_id=first, speakers=names, co_speakers=tuple(keys))


def _told_by(figure: Figure, statement: Statement | None) -> Figure:
    """The figure credited as its statement is; the outlet's own voice has no speaker."""
    if statement is None or statement.kind is Kind.NARRATION:
        return figure
    return changed(figure, speaker=statement.speaker, speaker_id=statement.speaker_id, via=tuple(v.text for v in statement.via))


def _speakers(known: Iterable[Known], article: Article) -> tuple[Speaker, ...]:
    """Everybody named or credited, in order of the first mention; an office held is dated by the article's day."""
    ordered = sorted(known, key=lambda k: k.person.places[0])
    day = article.day
    return tuple(Speaker(k.person.key, k.name, k.kind, tuple(k.variants), tuple((title, day, day) for title in k.titles)) for k in ordered)
