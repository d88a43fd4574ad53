"""Sources: outlets with their grades, articles, and the reader with everything that was read in one."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from tracker import cases, removal, review, search
from tracker.model import Heading, Outlet, Query
from tracker.tui import editing
from tracker.tui.casing import Thing
from tracker.tui.dialogs import Option, Pick, among
from tracker.tui.line import Line, counted, paragraph
from tracker.tui.narrowing import spelled_out
from tracker.tui.paint import content
from tracker.tui.pane import ReaderPane
from tracker.tui.reading import ArticleScreen
from tracker.tui.rowlist import RowList
from tracker.tui.saidrows import heading_row, outlet_row

GRADES = (
    ("A", "completely reliable"),
    ("B", "usually reliable"),
    ("C", "fairly reliable"),
    ("D", "not usually reliable"),
    ("E", "unreliable"),
    ("F", "cannot be judged"),
)
NO_ARTICLES = "No article here. Press + to add a file, a folder or an address; escape clears the filter."


class SourcesScreen(ArticleScreen):
    place = "sources"
    needs_row = frozenset(("grade", "edit", "retract", "remove"))
    DEFAULT_CSS = """
    SourcesScreen {
        #lists { width: 38%; min-width: 30; }
        #outlets { height: auto; max-height: 30%; border-top: solid $foreground 30%; }
        #articles { height: 1fr; border-top: solid $foreground 30%; }
        #filter { border: none; height: 1; padding: 0 1; background: $boost; display: none; }
        ReaderPane { border-left: solid $foreground 30%; }
        &.-narrow #lists { width: 100%; height: 40%; }
        &.-narrow ReaderPane { border-left: none; }
        #outlets:focus, #articles:focus { border-top: solid $primary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "app.add", "Add", id="sources.add"),
        Binding("slash", "filter", "Find", id="sources.filter"),
        Binding("A", "grade", "Grade", id="sources.grade"),
        Binding("e", "edit", "Edit title, outlet, days, address", show=False, id="sources.edit"),
        Binding("D", "retract", "Retract", show=False, id="sources.retract"),
        Binding("X", "remove", "Remove for good", show=False, id="sources.remove"),
        Binding("z", "app.undo", "Undo", id="sources.undo"),
        Binding("escape", "clear", "Clear", show=False, id="sources.clear"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.asked = Query()
        self.outlet: str | None = None

    def body(self) -> ComposeResult:
        with Horizontal(classes="beside"):
            with Vertical(id="lists"):
                yield RowList(outlet_row, lambda outlet: outlet.name, id="outlets")
                yield RowList(heading_row, lambda heading: heading.id, empty=NO_ARTICLES, row_height=2, id="articles")
                yield Input(placeholder="words, outlet:, after:, before:", id="filter")
            yield ReaderPane("Choose an article: its text stands here, with every statement and figure lit.")

    @property
    def selected(self) -> Query:
        return self.asked

    @property
    def main(self) -> RowList:
        return self.articles

    @property
    def outlets(self) -> RowList:
        return self.query_one("#outlets", RowList)

    @property
    def articles(self) -> RowList:
        return self.query_one("#articles", RowList)

    @property
    def things(self) -> list[Thing]:
        chosen: list[Heading] = list(self.articles.marks.values()) or ([self.articles.item] if self.articles.item else [])
        return [Thing("article", heading.id, heading.title or heading.id) for heading in chosen]

    async def stay(self) -> None:
        await self.pane.again()

    def on_mount(self) -> None:
        self.articles.read_from(
            lambda begin, limit: self.desk.ask(lambda store: store.headings(self.desk.within(self.asked), begin.offset, limit, begin.past)),
            lambda: self.desk.ask(lambda store: store.count_articles(self.desk.within(self.asked))),
        )
        self.restore()
        self.articles.focus()

    def restore(self) -> None:
        """The filter and the outlet of the last session."""
        typed, outlet = self.memory.get("filter"), self.memory.get("outlet")
        if isinstance(typed, str) and typed:
            box = self.query_one("#filter", Input)
            with box.prevent(Input.Changed):
                box.value, box.display = typed, True
            self.asked, _ = search.parse(spelled_out(typed, self.desk.settings.queries)[0])
        if isinstance(outlet, str) and outlet:
            self.outlet = outlet
            self.asked = replace(self.asked, outlets=(outlet,))

    async def fresh(self) -> None:
        mine = await self.desk.of_case(cases.outlets)
        outlets = [o for o in await self.desk.ask(lambda store: store.outlets()) if mine is None or o.name in mine]
        self.outlets.show_rows(outlets)
        self.outlets.border_title = content(f" {counted(len(outlets), 'outlet')} ")
        self.outlets.display = bool(outlets)
        self.articles.told = None
        await self.articles.reload(keep=self.memory.get("article") if not self.articles.loaded else None)
        self.articles.border_title = content(f" {counted(self.articles.total, 'article')}{f' of {self.outlet}' if self.outlet else ''} ")

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if event.list is self.articles:
            heading: Heading | None = event.item
            if heading:
                self.memory["article"] = heading.id
            same = heading and self.pane.view and self.pane.view.article.id == heading.id
            self.later("article", self.pane.open, heading.id if heading else None, self.pane.focused_span if same else None)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        if event.list is self.articles:
            self.pane.reader.focus()
        else:
            self.only(event.item.name)

    def only(self, outlet: str | None) -> None:
        """Articles of this outlet only; None shows those of all."""
        self.outlet = self.memory["outlet"] = outlet
        self.asked = replace(self.asked, outlets=(outlet,) if outlet else ())
        self.later("fresh", self.fresh)
        self.articles.focus()

    def action_filter(self) -> None:
        box = self.query_one("#filter", Input)
        box.display = True
        box.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.memory["filter"] = event.value
        self.asked, _ = search.parse(spelled_out(event.value, self.desk.settings.queries)[0])
        if self.outlet and not self.asked.outlets:
            self.asked = replace(self.asked, outlets=(self.outlet,))
        self.later("fresh", self.fresh)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.articles.focus()

    def action_clear(self) -> None:
        if self.pane.reader.has_focus:
            self.articles.focus()
            return
        box = self.query_one("#filter", Input)
        box.value, box.display = "", False
        self.only(None)

    def action_grade(self) -> None:
        self.later("dialog", self.grade)

    async def grade(self) -> None:
        outlet: Outlet | None = self.outlets.item
        if not outlet:
            return
        options = [Option(f"{letter}  {words}", letter) for letter, words in GRADES]
        taken = await self.app.push_screen_wait(Pick(f"How reliable is {outlet.name}? Now {outlet.grade}", among(options)))
        if taken:
            await self.desk.ask(review.grade, outlet.name, taken[0], self.desk.reviewer, self.desk.take_reason())
            await self.fresh()

    def action_edit(self) -> None:
        self.later("dialog", self.edit)

    async def edit(self) -> None:
        if self.pane.view and (decision := await editing.edit(self.app, self.desk, self.pane.view.article)):
            self.say(f"{decision.act.capitalize()}. z undoes.")
            await self.fresh()

    def action_retract(self) -> None:
        self.later("dialog", self.retract)

    async def retract(self) -> None:
        heading: Heading | None = self.articles.item
        if not heading:
            return
        hint = "Its figures leave every claim; undo brings them back."
        reason = await self.ask_line("Why is this article withdrawn?", self.desk.reason, hint)
        if reason is not None:
            await self.desk.ask(review.retract_article, heading.id, self.desk.reviewer, reason)
            await self.fresh()

    def action_remove(self) -> None:
        self.later("dialog", self.remove_article)

    async def remove_article(self) -> None:
        """Take the article out for good, after showing what goes with it."""
        heading: Heading | None = self.articles.item
        if not heading:
            return
        found = await self.desk.ask(lambda store: list(removal.goes_with(store, heading.id)))

        def lines(width: int) -> list[Line]:
            return [row for words in found for row in paragraph(words, width)] + [(), *paragraph(FOR_GOOD, width, "warn")]

        if await self.confirm("Remove this article for good?", lines):
            await self.desk.ask(removal.remove_article, heading.id, self.desk.reviewer, self.desk.take_reason())
            self.say("Removed; the log says so.")
            await self.fresh()


FOR_GOOD = "Undoing lets it be added again; it does not bring the text back. D retracts instead: the article is kept, and counts no more."
