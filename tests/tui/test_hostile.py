"""Whatever stands in an article stands on the screen: brackets, control and bidirectional characters, in every widget."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from tests.tui.driving import LARGE, desk
from tests.tui.sample import HOSTILE, at
from tracker.model import (
    Article,
    Claim,
    Document,
    Figure,
    Finding,
    Heading,
    Kind,
    Match,
    Pair,
    Reading,
    Relation,
    Sameness,
    Scope,
    Span,
    Speaker,
    SpeakerKind,
    SpeakerProposal,
    Statement,
    Words,
)
from tracker.store import open_store
from tracker.store.base import Store
from tracker.tui.bars import Hints, Status, Tabs
from tracker.tui.dialogs import Ask, Card, Confirm, Option, Pick, Show, among
from tracker.tui.line import Run, line, paragraph, shown
from tracker.tui.paint import content
from tracker.tui.passage import Light
from tracker.tui.reader import Reader
from tracker.tui.rowlist import RowList

SEEN = shown(HOSTILE)
HIDDEN = set(map(chr, (*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), 0x200B)))
LONG = "[/] [b] " * 12_500


def named(tabs: Tabs, text: str) -> Tabs:
    tabs.show_names(text)
    return tabs


class Bench(App[None]):
    """A bare app for one widget."""

    def __init__(self, widget: Widget | None = None) -> None:
        super().__init__()
        self.widget = widget

    def compose(self) -> ComposeResult:
        if self.widget:
            yield self.widget


def words_on(screen: Screen[Any]) -> list[str]:
    return ["".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()]


def reader(text: str) -> Reader:
    made = Reader()
    made.call_later(made.show, text, [Light(0, 6, "figure")])
    return made


def rows(text: str) -> RowList:
    made = RowList(lambda item, width, marked: [line(Run(item, "strong"))], str, heading=lambda width: line(text))
    made.call_later(made.show_rows, [text, text + "2"])
    made.border_title = content(text)
    return made


def status(text: str) -> Status:
    made = Status()
    made.call_later(made.note, "reason", text)
    return made


def hints(text: str) -> Hints:
    made = Hints()
    made.call_later(made.say, text)
    return made


WIDGETS: dict[str, Callable[[str], Widget]] = {
    "reader": reader,
    "list": rows,
    "empty list": lambda text: RowList(lambda *_: [], str, empty=text),
    "card": lambda text: Card(lambda width: [line(text)]),
    "tabs": lambda text: named(Tabs("home"), text),
    "status": status,
    "hints": hints,
}
DIALOGS: dict[str, Callable[[str], Screen[Any]]] = {
    "show": lambda text: Show("title", lambda width: paragraph(text, width)),
    "title": lambda text: Show(text, lambda width: ()),
    "confirm": lambda text: Confirm("title", lambda width: paragraph(text, width)),
    "ask": lambda text: Ask("title", hint=text),
    "pick": lambda text: Pick("title", among([Option(text, 1), Option("beside", 2, text)])),
}


def assert_seen(lines: list[str]) -> None:
    assert not HIDDEN & set("".join(lines))
    assert "".join(SEEN.split())[:60] in "".join("".join(lines).split()), lines


@pytest.mark.parametrize("name", WIDGETS)
async def test_every_widget_shows_what_it_was_given(name: str) -> None:
    widget = WIDGETS[name](HOSTILE)
    if isinstance(widget, RowList) and not widget.heading:
        widget.loaded = True
    app = Bench(widget)
    async with app.run_test(size=(150, 10)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert_seen(words_on(app.screen))


@pytest.mark.parametrize("name", DIALOGS)
async def test_every_dialog_shows_what_it_was_given(name: str) -> None:
    app = Bench()
    async with app.run_test(size=(150, 20)) as pilot:
        app.push_screen(DIALOGS[name](HOSTILE))
        for _ in range(3):
            await pilot.pause()
        assert_seen(words_on(app.screen))


@pytest.mark.parametrize("name", [*WIDGETS, *DIALOGS])
async def test_a_line_of_a_hundred_thousand_characters_is_shown_from_its_beginning(name: str) -> None:
    app = Bench(WIDGETS[name](LONG) if name in WIDGETS else None)
    async with app.run_test(size=(80, 10)) as pilot:
        if name in DIALOGS:
            app.push_screen(DIALOGS[name](LONG))
        for _ in range(3):
            await pilot.pause()
        if isinstance(app.widget, RowList):
            app.widget.loaded = True
            app.widget.refresh()
            await pilot.pause()
        assert "[/] [b] [/] [b]" in "".join(words_on(app.screen))


async def test_a_notice_shows_brackets() -> None:
    async with desk(open_store(":memory:")) as person:
        person.app.say(HOSTILE, "error")
        await person.settle()
        assert "[sic] a [/] b [b c [@click" in person.screen()


@pytest.fixture
def hostile(tmp_path: Path) -> Store:
    """A database in which every word is hostile."""
    store = open_store(tmp_path / "hostile.db")
    text = f"{HOSTILE}\n\n340 died, 210 died. “{HOSTILE} again” said [X/]."
    day = dt.date(2031, 3, 4)
    article = Article(text, title=HOSTILE, outlet=HOSTILE, published=day)
    speaker, other = (Speaker(f"s{n}", f"{HOSTILE} {n}", SpeakerKind.PERSON, (HOSTILE, f"{n}"), ((HOSTILE, day, None),)) for n in (1, 2))
    quote = at(text, f"{HOSTILE} again")
    statement = Statement(
        article.id, Kind.DIRECT, (quote,), quote.of(text), Words.at(text, *at(text, "[X/]")), Words.at(text, *at(text, "said"))
    )
    statement = with_speaker(statement, speaker)
    spans = {n: at(text, n) for n in ("340", "210")}
    figures = [
        Figure(
            article.id, s, s, n, int(n), int(n), metric=HOSTILE, as_of=day, speaker=speaker.name, via=(HOSTILE,), scope=Scope(place=HOSTILE)
        )
        for n, s in spans.items()
    ]
    finding = Finding("unpaired_quotation", HOSTILE, article.id, Span(0, 5))
    store.save_speakers([speaker, other])
    store.add(
        Document(article), Reading(article, (statement,), tuple(figures), (finding,)), Heading(article.id, HOSTILE, HOSTILE, published=day)
    )
    store.save_proposals([SpeakerProposal("s1", "s2", Match(0.8, Sameness.MAYBE, HOSTILE))])
    ids = tuple(f.id for f in figures)
    store.save_pairs([Pair(*ids, Relation.CONFLICT, HOSTILE)])
    store.save_claims([Claim("c", HOSTILE, HOSTILE, None, HOSTILE, HOSTILE, None, Relation.CONFLICT, ids, 2, HOSTILE, 210, 340)])
    return store


def with_speaker(statement: Statement, speaker: Speaker) -> Statement:
    from dataclasses import replace

    return replace(
        statement, speaker=speaker.name, speaker_kind=speaker.kind, speaker_id=speaker.id, speakers=(speaker.name,), found_by=HOSTILE
    )


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        ("conflicts", ""),
        ("conflicts", "i"),
        ("conflicts", "w"),
        ("conflicts", "f"),
        ("conflicts", "b"),
        ("speakers", ""),
        ("speakers", "i"),
        ("sources", ""),
        ("sources", "tab !"),
        ("sources", "tab n i"),
        ("quotes", ""),
    ],
)
async def test_every_place_shows_hostile_words_as_they_are(hostile: Store, place: str, keys: str) -> None:
    async with desk(hostile, place, LARGE) as person:
        await person.press(*keys.split())
        await person.settle()
        assert "[sic] a [/] b [b c" in person.screen()
        assert not HIDDEN & set("".join(person.lines()))
