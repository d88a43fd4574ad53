"""Quotes: a search box first, statements as one types, the words in their article below."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tracker import search
from tracker.model import Hit, Hits, Query
from tracker.tui import outside
from tracker.tui.line import Line, Run, line
from tracker.tui.openers import Opening
from tracker.tui.paint import Painted, content
from tracker.tui.passage import lights_of
from tracker.tui.reader import Reader
from tracker.tui.rowlist import PAGE, RowList
from tracker.tui.rows import citation, day, hit_row

NOTHING = (
    "No statement fits. Try fewer words, or: speaker:name  outlet:name  after:2023-10  before:2024  kind:direct  via:agency  has:figure"
)
MANY = 10_000  # the store counts no further


class Note(Painted):
    """How many were found, who was taken for the speaker, and who else was close."""

    DEFAULT_CSS = "Note { height: 1; overflow-y: hidden; background: $panel; }"

    def __init__(self) -> None:
        super().__init__(id="note")
        self.words: Line = ()

    def show(self, hits: Hits) -> None:
        total = f"{hits.total:,}" if hits.total <= MANY else f"more than {MANY:,}"
        parts = [Run(f" {total} statement{'s' * (hits.total != 1)}", "strong")]
        parts += [Run(f" · {hits.note}", "warn")] if hits.note else []
        parts += [Run(f" · {', '.join(hits.taken[:3])}", "speaker")] if hits.taken else []
        parts += [Run(f" · close: {', '.join(hits.close[:3])}", "dim")] if hits.close else []
        self.words = line(*parts)
        self.refresh()

    def line(self, y: int) -> Line:
        return self.words


class SearchBox(Input):
    """Down and enter go to what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,enter", "screen.to_list", "To the list", id="quotes.to_list"),
        Binding("escape", "screen.clear", "Clear", id="quotes.clear"),
    ]


class QuotesScreen(Opening):
    place = "quotes"
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
        Binding("y", "copy(True)", "Copy citation", id="quotes.copy"),
        Binding("Y", "copy(False)", "Copy bare quote", show=False, id="quotes.copy_bare"),
        Binding("s", "only_speaker", "This speaker only", id="quotes.only_speaker"),
        Binding("o", "url", "Open the address", show=False, id="quotes.url"),
        Binding("J,shift+down", "scroll_source(1)", "Source down", show=False, id="quotes.source_down"),
        Binding("K,shift+up", "scroll_source(-1)", "Source up", show=False, id="quotes.source_up"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.asked = Query()
        self.first: Hits = Hits((), 0)
        self.note = ""

    def body(self) -> ComposeResult:
        yield SearchBox(placeholder='speaker:name "exact words" after:2023-10 outlet:name has:figure', id="search", select_on_focus=False)
        yield Note()
        yield RowList(hit_row, lambda hit: hit.statement.id, empty=NOTHING, row_height=2, id="hits")
        yield Reader("The article of the statement in focus stands here.", id="quote")

    @property
    def selected(self) -> Query:
        return self.asked

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
        self.box.focus()

    async def page(self, offset: int, limit: int) -> Any:
        if offset == 0:
            return self.first.rows
        return (await self.desk.ask_aside(search.quotes, self.asked, offset, limit, spelling=False)).rows

    async def count(self) -> int:
        return self.first.total

    async def fresh(self) -> None:
        await self.find(self.box.value, keep=self.memory.get("hit"))

    def on_input_changed(self, event: Input.Changed) -> None:
        self.memory["search"] = event.value
        self.later("search", self.find, event.value)

    async def find(self, text: str, keep: str | None = None) -> None:
        """Ask for the first page; what was typed since cancels the question."""
        self.asked, note = search.parse(text)
        hits = await self.desk.ask_aside(search.quotes, self.asked, 0, PAGE, spelling=False)
        words, self.asked = self.asked.words, hits.asked or self.asked
        await self.show_found(replace(hits, note=note or hits.note), keep)
        if not hits.total and (nearer := await self.desk.ask_aside(search.did_you_mean, words)):
            self.query_one(Note).show(replace(hits, note=f"did you mean {nearer}?"))

    async def show_found(self, hits: Hits, keep: str | None) -> None:
        self.first = hits
        self.query_one(Note).show(hits)
        await self.hits.reload(keep=keep or "", index=0)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        hit: Hit | None = event.item
        self.memory["hit"] = hit.statement.id if hit else None
        self.later("source", self.show_hit, hit)

    async def show_hit(self, hit: Hit | None) -> None:
        source = self.query_one("#quote", Reader)
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

    def action_to_list(self) -> None:
        self.hits.focus()

    def action_search(self) -> None:
        self.box.focus()

    def action_clear(self) -> None:
        self.box.value = ""

    def action_scroll_source(self, by: int) -> None:
        self.query_one("#quote", Reader).scroll_relative(y=by, animate=False, force=True)

    def action_only_speaker(self) -> None:
        hit: Hit | None = self.hits.item
        if hit and hit.statement.speaker:
            self.box.value = f'speaker:"{hit.statement.speaker}"'

    def action_copy(self, cited: bool) -> None:
        hit: Hit | None = self.hits.item
        if hit:
            text = citation(hit.statement.content, hit.statement.speaker, hit.heading) if cited else hit.statement.content
            self.say(f"Copied: {text[:80]}" + outside.copy(self.app, text))

    def action_url(self) -> None:
        hit: Hit | None = self.hits.item
        if hit:
            self.say(outside.open_address(self.app, hit.heading.url or hit.heading.archive_url))
