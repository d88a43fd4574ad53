"""Quotes: a search box first, statements as one types, the words in their article below."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tracker import review, search
from tracker.model import Hit, Hits, Query
from tracker.store.base import Store
from tracker.tui.casing import Thing
from tracker.tui.citing import Cited, Citing
from tracker.tui.dialogs import Option, Pick, Show, among
from tracker.tui.line import Line, Run, found, line
from tracker.tui.narrowing import spelled_out
from tracker.tui.pages import PAGE, Begin
from tracker.tui.paint import Painted, content
from tracker.tui.passage import lights_of
from tracker.tui.reader import Reader
from tracker.tui.rowlist import RowList
from tracker.tui.rows import day
from tracker.tui.saidrows import hit_row
from tracker.tui.wording import wordings_lines

NOTHING = (
    "No statement fits. Try fewer words, or: speaker:name  outlet:name  after:2023-10  before:2024  kind:direct  via:agency  has:figure"
)
UNREAD = "Nothing has been read yet. + adds articles: a file, a folder, a web address."
PLACEHOLDER = '/ searches: speaker:name "exact words" after:2023-10 outlet:name has:figure'
PAUSE = 0.2  # seconds without a key after which a word that is nowhere is looked up: before, it is a word half typed


class Note(Painted):
    """How many were found, who was taken for the speaker, and who else was close."""

    DEFAULT_CSS = "Note { height: 1; overflow-y: hidden; background: $panel; }"

    def __init__(self) -> None:
        super().__init__(id="note")
        self.words: Line = ()

    def show(self, hits: Hits) -> None:
        parts = [Run(f" {found(hits.total)} statement{'s' * (hits.total != 1)}", "strong")]
        parts += [Run(f" · {hits.note}", "warn")] if hits.note else []
        parts += [Run(f" · {', '.join(hits.taken[:3])}", "speaker")] if hits.taken else []
        parts += [Run(f" · close: {', '.join(hits.close[:3])}", "dim")] if hits.close else []
        self.words = line(*parts)
        self.refresh()

    def line(self, y: int) -> Line:
        return self.words


class SearchBox(Input):
    """Down, enter and escape go to what was found, where digits and letters are keys again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,down,enter", "screen.to_list", "To what was found", id="quotes.to_list"),
        Binding("ctrl+u", "screen.clear", "Empty the box", id="quotes.empty"),
    ]


class QuotesScreen(Citing):
    place = "quotes"
    leading = "Search"
    needs_row = frozenset(("speaker", "copy", "delete", "only_speaker", "wordings", "choose"))
    DEFAULT_CSS = """
    QuotesScreen {
        #search { border: none; height: 1; padding: 0 1; background: $boost; }
        #hits { height: 1fr; }
        #quote { height: 35%; min-height: 4; border-top: solid $foreground 30%; }
        #quote:focus { border-top: solid $primary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", id="quotes.search"),
        Binding("escape", "clear", "Search for nothing", show=False, id="quotes.clear"),
        Binding("f", "facets", "Filter", id="quotes.facets"),
        Binding("y", "copy(True)", "Copy citation", id="source.copy"),
        Binding("s", "speaker", "Speaker", id="source.speaker"),
        Binding("x", "delete", "Extraction error", id="quotes.delete"),
        Binding("S", "only_speaker", "This speaker only", show=False, id="quotes.only_speaker"),
        Binding("w", "wordings", "Its wordings side by side", show=False, id="quotes.wordings"),
        Binding("W", "fold", "Wordings in one row or each", show=False, id="quotes.fold"),
        Binding("z", "app.undo", "Undo", id="quotes.undo"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.asked = Query()
        self.first: Hits = Hits((), 0)
        self.note = ""

    def body(self) -> ComposeResult:
        yield SearchBox(placeholder=PLACEHOLDER, id="search", select_on_focus=False)
        yield Note()
        yield RowList(hit_row, lambda hit: hit.statement.id, empty=NOTHING, row_height=2, id="hits")
        yield Reader("The article of the statement in focus stands here.", id="quote")

    @property
    def selected(self) -> Query:
        return replace(self.asked, folded=False)

    @property
    def source(self) -> Reader:
        return self.query_one("#quote", Reader)

    @property
    def cited(self) -> Cited | None:
        hit: Hit | None = self.hits.item
        return Cited(hit.statement.told, hit.said_by, hit.heading, hit.statement) if hit else None

    @property
    def things(self) -> list[Thing]:
        hits: list[Hit] = list(self.hits.marks.values()) or ([self.hits.item] if self.hits.item else [])
        return [Thing("article", h.id, h.title or h.id) for h in {hit.heading.id: hit.heading for hit in hits}.values()]

    async def stay(self) -> None:
        self.hits.told = None
        await self.find(self.box.value, keep=self.hits.key_at(self.hits.cursor))

    @property
    def main(self) -> RowList:
        return self.hits

    @property
    def hits(self) -> RowList:
        return self.query_one("#hits", RowList)

    @property
    def box(self) -> Input:
        return self.query_one("#search", Input)

    def on_mount(self) -> None:
        self.hits.read_from(self.page, self.count)
        with self.box.prevent(Input.Changed):
            self.box.value = self.memory.get("search", "")
            self.box.cursor_position = len(self.box.value)
        self.hits.focus()

    async def page(self, begin: Begin, limit: int) -> Sequence[Hit]:
        if begin.row == 0:
            return self.first.rows
        return (await self.desk.ask_aside(search.quotes, self.asked, begin.offset, limit, False, begin.past)).rows

    async def count(self) -> int:
        return self.first.total

    async def fresh(self) -> None:
        await self.find(self.box.value, keep=self.memory.get("hit"))

    def on_input_changed(self, event: Input.Changed) -> None:
        self.memory["search"] = event.value
        self.later("search", self.find, event.value)

    async def find(self, text: str, keep: str | None = None) -> None:
        """Ask for the first page; what was typed since cancels the question."""
        text, unsaved = spelled_out(text, self.desk.settings.queries)
        query, note = search.parse(text)
        self.asked = replace(self.desk.within(search.said(query)), folded=not self.memory.get("unfolded"))
        hits = await self.desk.ask_aside(begun_or_whole, self.asked, 0, PAGE)
        words, self.asked = self.asked.words, hits.asked or self.asked
        await self.show_found(replace(hits, note=unsaved or note or hits.note), keep)
        if hits.total:
            return
        await asyncio.sleep(PAUSE)
        if nearer := await self.desk.ask_aside(search.did_you_mean, words):
            self.query_one(Note).show(replace(hits, note=f"did you mean {nearer}?"))

    async def show_found(self, hits: Hits, keep: str | None) -> None:
        self.first = hits
        self.query_one(Note).show(hits)
        self.hits.empty = NOTHING if self.box.value.strip() else UNREAD
        await self.hits.reload(keep=keep or "", index=0)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        hit: Hit | None = event.item
        self.memory["hit"] = hit.statement.id if hit else None
        self.later("source", self.show_hit, hit)

    async def show_hit(self, hit: Hit | None) -> None:
        source = self.source
        article = await self.desk.ask(lambda store: store.article(hit.statement.article)) if hit else None
        if not hit or not article:
            source.border_title = None
            source.show("")
            return
        h = hit.heading
        words = " · ".join(part for part in (h.outlet or "", day(h.day), h.title or "") if part)
        source.border_title = content(f" {words} ")
        source.show(article.text, lights_of([hit.statement], hit.figures), hit.statement.span, [hit.statement], key=hit.statement.id)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        hit: Hit = event.item
        self.open_article(hit.statement.article, hit.statement.span)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "k") and self.hits.has_focus and self.hits.cursor == 0:
            event.stop()
            self.box.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Who is typing already is not told how to begin."""
        offered = action != "search" or not self.is_mounted or not self.box.has_focus
        return offered and super().check_action(action, parameters)

    def action_to_list(self) -> None:
        self.hits.focus()

    def action_search(self) -> None:
        self.box.focus()

    def action_clear(self) -> None:
        self.box.value = ""

    def action_only_speaker(self) -> None:
        hit: Hit | None = self.hits.item
        if hit and (name := hit.speaker.name if hit.speaker else hit.statement.speaker):
            self.box.value = f'speaker:"{name}"'

    def action_delete(self) -> None:
        hit: Hit | None = self.hits.item
        if hit:
            reason = self.desk.take_reason()
            self.later("verdict", self.decide, lambda store: review.delete(store, hit.statement, self.desk.reviewer, reason))

    # wordings and facets

    def action_wordings(self) -> None:
        self.later("dialog", self.show_wordings)

    async def show_wordings(self) -> None:
        """Every wording of the utterance in focus, the earliest first, each with what differs from it."""
        hit: Hit | None = self.hits.item
        found = await self.desk.ask(lambda store: store.wordings(hit.statement.id)) if hit else []
        if len(found) < 2:
            self.say("No other wording of this is known.", "warning")
            return
        self.app.push_screen(Show(f"{len(found)} wordings", lambda width: wordings_lines(found, width)))

    def action_fold(self) -> None:
        self.memory["unfolded"] = not self.memory.get("unfolded")
        self.later("search", self.find, self.box.value)
        self.say("Every wording has a row of its own." if self.memory["unfolded"] else "Wordings of one utterance share a row.")

    def action_facets(self) -> None:
        self.later("dialog", self.ask_facets)

    async def ask_facets(self) -> None:
        """What was found, counted by speaker, outlet, kind and year; what is chosen is written into the search box."""
        facets = await self.desk.ask_aside(lambda store: store.search_facets(search.meant(store, self.asked)[0]))
        text = self.box.value
        options = [Option(f"{name}: {value}", (name, value), f"{count:,}") for name, found in facets.items() for value, count in found]
        marked = [option for option in options if operator(*option.value) in text]
        taken = await self.app.push_screen_wait(Pick("Show only", among(options), many=True, marked=marked))
        if taken is not None:
            for option in marked:
                text = text.replace(operator(*option.value), "")
            self.box.value = " ".join([*text.split(), *(operator(name, value) for name, value in taken)])


BEGUN = re.compile(r"(?:^|\s)[^\W_]{3,}$")


def begun_or_whole(store: Store, query: Query, offset: int, limit: int) -> Hits:
    """What was found; where that is nothing and the last word may be half typed, what holds a word that begins like it."""
    hits = search.quotes(store, query, offset, limit, spelling=False)
    if hits.total or not BEGUN.search(query.words):
        return hits
    begun = replace(query, words=f"{query.words}*")
    found = search.quotes(store, begun, offset, limit, spelling=False)
    return replace(found, asked=found.asked or begun) if found.total else hits


def operator(name: str, value: str) -> str:
    """
    >>> operator("outlet", "Delta Wire"), operator("year", "2031")
    ('outlet:"Delta Wire"', 'after:2031 before:2031')
    """
    if name == "year":
        return f"after:{value} before:{value}"
    return f'{name}:"{value}"' if " " in value else f"{name}:{value}"
