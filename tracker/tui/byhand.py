"""A statement or a figure made from selected words: what is asked of the person, and the decision that comes of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from textual.app import App

from tracker.model import Anchor, Article, Kind, Span, Verdict
from tracker.tui.desk import Desk
from tracker.tui.dialogs import Ask, Option, Pick, among
from tracker.tui.line import shown

Made = tuple[Verdict, list[Anchor], str]
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
    """Kind, then speaker (and the metric of a figure). None where the person left."""
    words = selection.of(article.text)
    kind = await app.push_screen_wait(Pick(f"“{shown(words)[:70]}” is …", among(KINDS)))
    if not kind:
        return None
    if kind[0] == "figure":
        return await ask_figure(app, article, selection)
    speaker = await app.push_screen_wait(pick_speaker(desk, "Who said it?"))
    if not speaker:
        return None
    value = json.dumps({"kind": kind[0], "speaker": speaker[0]}, ensure_ascii=False)
    return Verdict.ADD_STATEMENT, [Anchor("statement", words, article.id, *selection)], value


async def ask_figure(app: App[None], article: Article, selection: Span) -> Made | None:
    words = selection.of(article.text)
    digits = "".join(c for c in words if c.isdigit())
    number = await app.push_screen_wait(Ask("The number", digits, "A whole number, or a range: 20-25"))
    if not number:
        return None
    metric = await app.push_screen_wait(Ask("What does it count?", "", "killed, injured, missing, displaced, detained, participants …"))
    if metric is None:
        return None
    low, _, high = number.replace(",", "").partition("-")
    value = json.dumps({"low": low.strip(), "high": (high or low).strip(), "metric": metric.strip()}, ensure_ascii=False)
    return Verdict.ADD_FIGURE, [Anchor("figure", words, article.id, *selection)], value
