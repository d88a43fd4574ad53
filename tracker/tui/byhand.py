"""A statement or a figure made from selected words: what is asked of the person, and the decision that comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App

from tracker import review
from tracker.errors import QueryError
from tracker.model import Article, Bound, Decision, Figure, Kind, Span
from tracker.store.base import Store
from tracker.tui.desk import Desk
from tracker.tui.dialogs import Ask, Option, Pick, among
from tracker.tui.line import shown

Made = Callable[[Store], Decision]
KINDS = (
    Option("direct — their own words", Kind.DIRECT.value, "between quotation marks"),
    Option("indirect — what they said, reworded", Kind.INDIRECT.value, "said that …"),
    Option("mixed — reworded, with their words in it", Kind.MIXED.value),
    Option("figure — a number that counts something", "figure", "1,200 people"),
)


def pick_speaker(desk: Desk, title: str) -> Pick:
    """Known speakers as you type, the nearest first; a new name counts as typed."""

    async def find(text: str) -> Sequence[Option[Any]]:
        found = await desk.ask(lambda store: store.speakers(text.strip(), 0, 30))
        named = [Option(speaker.name, speaker.name, ", ".join(v for v in speaker.variants[:4] if v != speaker.name)) for speaker in found]
        typed = text.strip()
        fresh = [Option(f"“{typed}” as typed", typed, "a new speaker")] if typed and typed not in [s.name for s in found] else []
        return [*named, *fresh]

    return Pick(title, find, free=True)


async def ask(app: App[None], desk: Desk, article: Article, selection: Span) -> Made | None:
    """Kind, then speaker (or number and metric of a figure). What to do is the answer, None where the person left."""
    words = selection.of(article.text)
    kind = await app.push_screen_wait(Pick(f"“{shown(words)[:70]}” is …", among(KINDS)))
    if not kind:
        return None
    if kind[0] == "figure":
        return await ask_figure(app, desk, article, selection)
    speaker = await app.push_screen_wait(pick_speaker(desk, "Who said it?"))
    if not speaker:
        return None
    reason = desk.take_reason()
    return lambda store: review.add_statement(store, article.id, selection, desk.reviewer, speaker[0], Kind(kind[0]), reason)


async def ask_figure(app: App[None], desk: Desk, article: Article, selection: Span, read: Figure | None = None) -> Made | None:
    """Number and metric; read — the figure that is put right: its number stands there already, and so does its metric."""
    title = f"Put right: “{shown(read.words)}”" if read else "The number"
    number = written(read) if read else numerals(selection.of(article.text))
    typed = await app.push_screen_wait(Ask(title, number, "A whole number, or a range: 20-25"))
    if not typed:
        return None
    low, high = low_and_high(typed)
    if low is None:
        raise QueryError(typed, "is no whole number and no range of two")
    metric = await app.push_screen_wait(
        Ask("What does it count?", read.metric if read else "", "killed, injured, missing, displaced, detained, participants …")
    )
    if not metric or not metric.strip():
        return None
    bound, reason = Bound.EXACT if low == high else Bound.RANGE, desk.take_reason()
    if read and low == high and read.bound is not Bound.RANGE:  # “at least” is not what was read wrongly
        bound, low, high = read.bound, None if read.low is None else low, None if read.high is None else high
    return lambda store: review.add_figure(store, article.id, selection, desk.reviewer, low, high, metric.strip(), bound, reason)


def written(figure: Figure) -> str:
    """The number, or the two of a range, as a person types them; empty for a vague word."""
    return "-".join(dict.fromkeys(str(value) for value in (figure.low, figure.high) if value is not None))


def numerals(words: str) -> str:
    return "".join(c for c in words if c.isascii() and c.isdigit())


def low_and_high(typed: str) -> tuple[int | None, int | None]:
    """
    >>> low_and_high("1,200"), low_and_high("20-25"), low_and_high("many")
    ((1200, 1200), (20, 25), (None, None))
    """
    parts = [part.strip().replace(",", "") for part in re.split("[-–]", typed)]
    if len(parts) > 2 or not all(part.isascii() and part.isdigit() for part in parts):
        return None, None
    return int(parts[0]), int(parts[-1])
