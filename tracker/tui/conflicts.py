"""Conflicts: the queue at the left, the claim's figures and their timeline at the right, the words they were read from below."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, Vertical
from textual.widgets import Input

from tracker import search
from tracker.model import Decision, Query
from tracker.tui.dialogs import Card, Option, Pick, among
from tracker.tui.judging import claim_about
from tracker.tui.looking import Looking
from tracker.tui.narrowing import AWAITING, EVERYTHING, chosen_facets, narrowed, remembered, spelled_out
from tracker.tui.plot import Plot
from tracker.tui.reader import Reader
from tracker.tui.rowlist import RowList
from tracker.tui.rows import figure_heading, queue_row
from tracker.tui.verdicts import IN_FOOTER, KEYS

NOTHING = (
    "Nothing to judge. Add articles with + (files, folders, addresses), or widen the filter with f. "
    "Claims that people have judged are in the log (6); f shows them here."
)


class ConflictsScreen(Looking):
    place = "conflicts"
    DEFAULT_CSS = """
    ConflictsScreen {
        #all { grid-size: 2 2; grid-columns: 34% 1fr; grid-rows: 2fr 1fr; height: 1fr; }
        #queue { height: 1fr; border-top: solid $foreground 30%; }
        #filter { display: none; border: none; height: 1; padding: 0 1; background: $boost; }
        #claim { border-left: solid $foreground 30%; }
        #head { height: auto; max-height: 4; border-top: solid $foreground 30%; }
        #figures { height: 1fr; min-height: 3; }
        #plot { height: 6; overflow-y: hidden; }
        #source { column-span: 2; border-top: solid $foreground 30%; }
        #queue:focus, #source:focus { border-top: solid $primary; }
        #claim:focus-within #head { border-top: solid $primary; }
        &.-tall #plot { height: 12; }
        &.-no-plot #plot { display: none; }
        &.-narrow #all { grid-size: 1 3; grid-columns: 1fr; grid-rows: 7 1fr 35%; }
        &.-narrow #source { column-span: 1; }
        &.-narrow #claim { border-left: none; }
        &.-broad.-tall #all { grid-columns: 50 1fr; grid-rows: 55% 1fr; }
        &.-broad.-tall #left { row-span: 2; }
        &.-broad.-tall #source { column-span: 1; border-left: solid $foreground 30%; }
        &.-narrow.-short #plot { display: none; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide"), (130, "-broad")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (34, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"verdict('{verdict.value}')", label, show=at < IN_FOOTER, tooltip=says, id=f"conflicts.{name}")
            for at, (key, name, verdict, label, says) in enumerate(KEYS)
        ),
        Binding("f", "facets", "Filter", id="conflicts.facets"),
        Binding("z", "app.undo", "Undo", id="conflicts.undo"),
        Binding("b", "bounds", "Set low, best, high", show=False, id="conflicts.bounds"),
        Binding("S", "split", "Split the marked figures off", show=False, id="conflicts.split"),
        Binding("O", "origin", "Of another origin", show=False, id="conflicts.origin"),
        Binding("M", "join", "Join with the marked claims", show=False, id="conflicts.join"),
        Binding("N", "rename", "Rename the claim", show=False, id="conflicts.rename"),
        Binding("w", "wording", "Two wordings side by side", show=False, id="conflicts.wording"),
        Binding("i", "why", "Why", show=False, id="conflicts.why"),
        Binding("T", "plot", "Timeline on and off", show=False, id="conflicts.timeline"),
        Binding("slash", "filter", "Filter by words", show=False, id="conflicts.filter"),
        Binding("escape", "clear", "Clear marks and filter", show=False, id="conflicts.clear"),
    ]

    def body(self) -> ComposeResult:
        with Grid(id="all"):
            with Vertical(id="left"):
                yield RowList(queue_row, lambda row: row.claim.id, empty=NOTHING, row_height=2, id="queue")
                yield Input(placeholder="words, speaker:, outlet:, metric:, relation:", id="filter")
            with Vertical(id="claim"):
                yield Card(id="head")
                yield RowList(self.draw_figure, lambda row: row.figure.id, heading=lambda w: figure_heading(w - 3), id="figures")
                yield Plot()
            yield Reader("The words a figure was read from stand here.", id="source")

    @property
    def selected(self) -> Query:
        return self.query_shown

    @property
    def hinted(self) -> Collection[str]:
        return () if self.view else ("app.add",)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is nothing to judge, the footer offers no verdict."""
        return bool(self.view) or action != "verdict"

    def on_mount(self) -> None:
        self.query_one("#head", Card).can_focus = False
        self.query_shown = remembered(self.memory)
        self.queue.read_from(
            lambda begin, limit: self.desk.ask(
                lambda store: store.queue(self.desk.within(self.query_shown), begin.offset, limit, begin.past)
            ),
            lambda: self.desk.ask(lambda store: store.count_queue(self.desk.within(self.query_shown))),
        )
        self.queue.focus()

    # reading

    async def fresh(self) -> None:
        self.articles.clear()
        keep = self.memory.get("claim") if not self.queue.loaded else None
        await self.queue.reload(keep=keep, index=self.memory.get("index", 0) if keep else None)
        self.name_queue()

    async def after_undo(self, decision: Decision | None) -> None:
        """Back to the claim the decision was about."""
        claim = await self.desk.ask(claim_about, decision) if decision else None
        self.queue.told = None
        await self.queue.reload(keep=claim.id if claim else None)
        self.name_queue()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if event.list.id == "queue":
            self.later("claim", self.show_claim, event.item)
        elif event.list.id == "figures":
            self.show_figure(event.item)

    # moving

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        if event.list is self.queue:
            self.figures.focus()
        elif event.list is self.figures:
            self.open_article(event.item.figure.article, event.item.figure.span)

    def on_row_list_marked(self, event: RowList.Marked) -> None:
        if event.list is self.queue or event.list.marks or not self.queue.marks:
            self.marks_changed(event.list, "claim" if event.list is self.queue else "figure")

    def action_plot(self) -> None:
        self.toggle_class("-no-plot")

    def action_clear(self) -> None:
        if self.figures.marks or self.queue.marks:
            self.figures.clear_marks()
            self.queue.clear_marks()
        elif self.figures.has_focus or self.source.has_focus:
            self.queue.focus()
        elif self.query_shown != EVERYTHING:
            self.narrow(EVERYTHING)

    # filtering

    def action_filter(self) -> None:
        box = self.query_one("#filter", Input)
        box.display = True
        box.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        text, unsaved = spelled_out(event.value, self.desk.settings.queries)
        query, note = search.parse(text)
        event.input.display = bool(event.value)
        self.narrow(replace(query, states=query.states or AWAITING))
        if unsaved or note:
            self.say(unsaved or note)
        self.queue.focus()

    def narrow(self, query: Query) -> None:
        self.query_shown = query
        self.memory.update(chosen=chosen_facets(query), words=query.words)
        if query == EVERYTHING:
            self.query_one("#filter", Input).display = False
        self.later("fresh", self.start_over)

    async def start_over(self) -> None:
        await self.queue.reload(index=0)
        self.name_queue()

    def action_facets(self) -> None:
        self.later("dialog", self.ask_facets)

    async def ask_facets(self) -> None:
        facets = await self.desk.count_facets(self.desk.within(self.query_shown))
        options = [Option(f"{name}: {value}", (name, value), f"{count:,}") for name, found in facets.items() for value, count in found]
        marked = [Option(f"{name}: {value}", (name, value)) for name, value in chosen_facets(self.query_shown)]
        taken = await self.app.push_screen_wait(Pick("Show only", among(options), many=True, marked=marked))
        if taken is not None:
            self.narrow(narrowed(cast("list[tuple[str, str]]", taken)))
