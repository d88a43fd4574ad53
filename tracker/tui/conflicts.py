"""Conflicts: the queue at the left, the claim's figures and their timeline at the right, the words they were read from below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from tracker import review, search
from tracker.model import ArticleView, Claim, ClaimView, Decision, FigureRow, Pair, Query, QueueRow, Relation, Verdict
from tracker.store.base import Store
from tracker.tui.dialogs import Card, Option, Pick, Show, among
from tracker.tui.line import Line, Run, line, paragraph
from tracker.tui.openers import Opening
from tracker.tui.paint import Painted, content
from tracker.tui.passage import lights_of_row, moved
from tracker.tui.reader import Reader
from tracker.tui.rowlist import RowList
from tracker.tui.rows import claim_title, figure_heading, figure_row, pair_with, queue_row, relation_run, standing, verdict_words
from tracker.tui.timeline import timeline
from tracker.tui.verdicts import IN_FOOTER, KEYS, meant
from tracker.tui.wording import side_by_side, summary

AWAITING = ("open", "disputed", "pending")
EVERYTHING = Query(states=AWAITING)


class Plot(Painted):
    """The timeline of the claim in focus."""

    def __init__(self) -> None:
        super().__init__(id="plot")
        self.view: ClaimView | None = None
        self.focus_id = ""

    def show(self, view: ClaimView | None, focus: str) -> None:
        self.view, self.focus_id = view, focus
        self.refresh()

    def line(self, y: int) -> Line:
        if not self.view:
            return ()
        size = self.scrollable_content_region
        lines = timeline(self.view.rows, self.view.pairs, size.width, size.height, self.focus_id)
        return lines[y] if y < len(lines) else ()


class ConflictsScreen(Opening):
    place = "conflicts"
    DEFAULT_CSS = """
    ConflictsScreen {
        #top { height: 1fr; }
        #left { width: 34%; min-width: 27; max-width: 60; }
        #queue { height: 1fr; border-top: solid $foreground 30%; }
        #filter { display: none; border: none; height: 1; padding: 0 1; background: $boost; }
        #claim { border-left: solid $foreground 30%; }
        #head { height: auto; max-height: 4; border-top: solid $foreground 30%; }
        #figures { height: 1fr; min-height: 3; }
        #plot { height: 6; overflow-y: hidden; }
        #source { height: 35%; min-height: 5; border-top: solid $foreground 30%; }
        #queue:focus, #source:focus { border-top: solid $primary; }
        #claim:focus-within #head { border-top: solid $primary; }
        &.-tall #plot { height: 12; }
        &.-no-plot #plot { display: none; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-short"), (34, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"verdict('{verdict.value}')", label, show=at < IN_FOOTER, id=f"conflicts.{name}")
            for at, (key, name, verdict, label) in enumerate(KEYS)
        ),
        Binding("f", "facets", "Filter", id="conflicts.facets"),
        Binding("z", "app.undo", "Undo", id="conflicts.undo"),
        Binding("b", "bounds", "Set low, best, high", show=False, id="conflicts.bounds"),
        Binding("S", "split", "Split the marked figures off", show=False, id="conflicts.split"),
        Binding("M", "join", "Join with the marked claims", show=False, id="conflicts.join"),
        Binding("w", "wording", "Two wordings side by side", show=False, id="conflicts.wording"),
        Binding("i", "why", "Why", show=False, id="conflicts.why"),
        Binding("T", "plot", "Timeline on and off", show=False, id="conflicts.timeline"),
        Binding("slash", "filter", "Filter by words", show=False, id="conflicts.filter"),
        Binding("J,shift+down", "scroll_source(1)", "Source down", show=False, id="conflicts.source_down"),
        Binding("K,shift+up", "scroll_source(-1)", "Source up", show=False, id="conflicts.source_up"),
        Binding("escape", "clear", "Clear marks and filter", show=False, id="conflicts.clear"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.query_shown = EVERYTHING
        self.view: ClaimView | None = None
        self.articles: dict[str, ArticleView | None] = {}

    def body(self) -> ComposeResult:
        with Horizontal(id="top"):
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
    def queue(self) -> RowList:
        return self.query_one("#queue", RowList)

    @property
    def figures(self) -> RowList:
        return self.query_one("#figures", RowList)

    @property
    def source(self) -> Reader:
        return self.query_one("#source", Reader)

    def on_mount(self) -> None:
        self.query_one("#head", Card).can_focus = False
        self.query_shown = remembered(self.memory)
        self.queue.read_from(
            lambda offset, limit: self.desk.ask(review.queue, self.query_shown, offset, limit),
            lambda: self.desk.ask(lambda store: store.count_queue(self.query_shown)),
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

    def name_queue(self) -> None:
        narrowed = " · filtered" if self.query_shown != EVERYTHING else ""
        self.queue.border_title = content(f" {self.queue.total:,} to judge{narrowed} ")

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if event.list is self.queue:
            self.later("claim", self.show_claim, event.item)
        elif event.list is self.figures:
            self.show_figure(event.item)

    async def show_claim(self, row: QueueRow | None) -> None:
        view = await self.desk.ask(review.claim, row.claim.id) if row else None
        if row:
            self.memory.update(claim=row.claim.id, index=self.queue.cursor)
        same = view and self.view and view.claim.id == self.view.claim.id
        self.view = view
        if not same:
            self.figures.clear_marks()
        head = self.query_one("#head", Card)
        head.border_title = content(f" {view.claim.name} ") if view else None
        head.show(lambda width: self.head_lines(width))
        self.figures.show_rows(view.rows if view else (), keep=None if same else "")
        self.show_figure(self.figures.item)

    def head_lines(self, width: int) -> Sequence[Line]:
        if not self.view:
            return ()
        decided = standing(self.view)
        return [claim_title(self.view), *paragraph(self.view.claim.reason, width, "dim")[:2], *([decided] if decided else ())]

    def draw_figure(self, row: FigureRow, width: int, marked: bool) -> list[Line]:
        assert self.view
        ids = {r.figure.id for r in self.view.rows}
        origins = list(dict.fromkeys(r.origin for r in self.view.rows))
        return figure_row(row, width, marked, pair_with(self.view.pairs, row.figure.id, ids), origins.index(row.origin) + 1)

    def show_figure(self, row: FigureRow | None) -> None:
        self.query_one(Plot).show(self.view, row.figure.id if row else "")
        if not row:
            self.source.border_title = None
            self.source.show("")
            return
        self.name_source(row)
        known = self.articles.get(row.figure.article)
        if known:
            self.show_article(row, known)
        else:
            start = row.passage_start
            lights = moved(lights_of_row(row), -start)
            self.source.show(row.passage, lights, row.figure.span.shifted(-start), key=("passage", row.figure.id))
            self.later("article", self.read_article, row)

    async def read_article(self, row: FigureRow) -> None:
        article = await self.desk.ask(lambda store: store.article_view(row.figure.article))
        if len(self.articles) > 30:
            self.articles.clear()
        self.articles[row.figure.article] = article
        here = self.figures.item
        if article and here and here.figure.id == row.figure.id:
            self.show_article(row, article)

    def show_article(self, row: FigureRow, view: ArticleView) -> None:
        self.source.show(view.article.text, lights_of_row(row), row.figure.span, view.statements, key=row.figure.id)

    def name_source(self, row: FigureRow) -> None:
        h = row.heading
        words = " · ".join(part for part in (h.outlet or "", str(h.day or ""), h.title or "") if part)
        self.source.border_title = content(f" {words} ")

    # moving

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        if event.list is self.queue:
            self.figures.focus()
        elif event.list is self.figures:
            self.open_article(event.item.figure.article, event.item.figure.span)

    def on_row_list_marked(self, event: RowList.Marked) -> None:
        if event.list is self.queue or event.list.marks or not self.queue.marks:
            self.marks_changed(event.list, "claim" if event.list is self.queue else "figure")

    def action_scroll_source(self, by: int) -> None:
        self.source.scroll_relative(y=by, animate=False, force=True)

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

    # judging

    @property
    def marked_figures(self) -> list[FigureRow]:
        return list(self.figures.marks.values())

    def action_verdict(self, name: str) -> None:
        self.later("verdict", self.judge, Verdict(name))

    async def judge(self, verdict: Verdict) -> None:
        """Write the verdict and go on to the next claim. Marked claims are all judged, each as a whole."""
        claims: list[QueueRow] = list(self.queue.marks.values())
        if claims and verdict is Verdict.PREFER:
            self.say("Prefer names one figure: clear the marks with esc, then choose it.", "warning")
            return
        targets = [(verdict, list(row.claim.figures)) for row in claims]
        if not targets:
            if not (self.view and self.figures.item):
                return
            targets = [meant(verdict, self.view.rows, self.figures.item, self.marked_figures)]
        reason = self.desk.take_reason()
        for one, figures in targets:
            await self.desk.ask(review.judge, one, figures, self.desk.reviewer, reason)
        self.say(f"{verdict.value.replace('_', ' ').capitalize()}{f' on {len(targets)} claims' if len(targets) > 1 else ''}. z undoes.")
        await self.move_on(decided={row.claim.id for row in claims} or {self.view.claim.id if self.view else ""})

    async def move_on(self, decided: set[str]) -> None:
        """The next claim that was not judged just now, or the list's end."""
        self.status.note("reason", *self.reason_runs())
        after = (self.queue.at(index) for index in range(self.queue.cursor, self.queue.cursor + 200))
        keep = next((row.claim.id for row in after if row is not None and row.claim.id not in decided), None)
        index = self.queue.cursor
        self.queue.clear_marks()
        self.figures.clear_marks()
        await self.queue.reload(keep=keep, index=index)
        self.name_queue()

    def action_bounds(self) -> None:
        self.later("dialog", self.ask_bounds)

    async def ask_bounds(self) -> None:
        row: FigureRow | None = self.figures.item
        if not row:
            return
        f = row.figure
        stated = f.low if f.low is not None else f.high
        options = [
            Option(f"{word} = {value:,}", (verdict, str(value)), f"{row.figure.words} — {row.figure.speaker or row.heading.outlet or ''}")
            for word, verdict, value in (
                ("best", Verdict.SET_BEST, stated),
                ("low", Verdict.SET_LOW, f.low if f.low is not None else f.high),
                ("high", Verdict.SET_HIGH, f.high if f.high is not None else f.low),
            )
            if value is not None
        ]
        taken = await self.app.push_screen_wait(Pick("Low, best, high — or type: best 1300", among(options), free=True))
        if not taken:
            return
        chosen = taken[0] if isinstance(taken[0], tuple) else typed_bound(taken[0])
        if chosen is None:
            self.say("Type low, best or high and a number: best 1300", "warning")
            return
        assert self.view
        figures = [f.id, *(r.figure.id for r in self.view.rows if r.figure.id != f.id)]
        await self.desk.ask(review.judge, chosen[0], figures, self.desk.reviewer, self.desk.take_reason(), chosen[1])
        await self.fresh_claim()

    async def fresh_claim(self) -> None:
        """The same claim read again: the queue row and the figures."""
        self.status.note("reason", *self.reason_runs())
        self.queue.told = None
        await self.queue.reload()

    def action_split(self) -> None:
        self.later("verdict", self.split)

    async def split(self) -> None:
        rows = self.marked_figures or ([self.figures.item] if self.figures.item else [])
        if not self.view or not rows or len(rows) == len(self.view.rows):
            self.say("Mark the figures that are a question of their own (space), leaving at least one, then S.", "warning")
            return
        ids = [row.figure.id for row in rows]
        await self.desk.ask(review.judge, Verdict.SPLIT_CLAIM, ids, self.desk.reviewer, self.desk.take_reason(), "")
        self.say(f"{len(ids)} split off. z undoes.")
        self.figures.clear_marks()
        await self.fresh_claim()

    def action_join(self) -> None:
        self.later("verdict", self.join)

    async def join(self) -> None:
        claims: dict[str, QueueRow] = {row.claim.id: row for row in self.queue.marks.values()}
        if self.queue.item:
            claims.setdefault(self.queue.item.claim.id, self.queue.item)
        if len(claims) < 2:
            self.say("Mark the other claim in the queue (space), go to this one, then M.", "warning")
            return
        ids = [figure for row in claims.values() for figure in row.claim.figures]
        await self.desk.ask(review.judge, Verdict.JOIN_CLAIMS, ids, self.desk.reviewer, self.desk.take_reason(), "")
        self.say(f"{len(claims)} claims joined. z undoes.")
        self.queue.clear_marks()
        await self.fresh_claim()

    # asking why

    def action_why(self) -> None:
        if self.view:
            view = self.view
            self.app.push_screen(Show("Why", lambda width: why(view, width)))

    def action_wording(self) -> None:
        rows = self.marked_figures[:2] if len(self.marked_figures) > 1 else self.two_rows()
        if len(rows) < 2:
            self.say("One figure only: nothing to lay beside it.", "warning")
            return
        a, b = (passage_of(row) for row in rows[:2])
        names = " │ ".join(row.heading.outlet or row.heading.title or "" for row in rows[:2])
        self.app.push_screen(Show(names, lambda width: [*paragraph(summary(a, b), width, "strong"), (), *side_by_side(a, b, width)]))

    def two_rows(self) -> list[FigureRow]:
        """The figure in focus and the one it stands worst with."""
        if not self.view or not self.figures.item:
            return []
        here: FigureRow = self.figures.item
        order = {relation: at for at, relation in enumerate(Relation)}
        beside = sorted((p for p in self.view.pairs if here.figure.id in (p.a, p.b)), key=lambda p: order[p.relation])
        other = next((p.b if p.a == here.figure.id else p.a for p in beside), None)
        return [here, *(r for r in self.view.rows if r.figure.id == other or (other is None and r is not here))][:2]

    # filtering

    def action_filter(self) -> None:
        box = self.query_one("#filter", Input)
        box.display = True
        box.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        query, note = search.parse(event.value)
        event.input.display = bool(event.value)
        self.narrow(replace(query, states=query.states or AWAITING))
        if note:
            self.say(note)
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
        facets = await self.desk.ask(lambda store: store.facets(self.query_shown))
        every_state = replace(self.query_shown, states=())
        facets["state"] = (await self.desk.ask(lambda store: store.facets(every_state))).get("state", [])
        options = [Option(f"{name}: {value}", (name, value), f"{count:,}") for name, found in facets.items() for value, count in found]
        marked = [Option(f"{name}: {value}", (name, value)) for name, value in chosen_facets(self.query_shown)]
        taken = await self.app.push_screen_wait(Pick("Show only", among(options), many=True, marked=marked))
        if taken is not None:
            self.narrow(narrowed(cast("list[tuple[str, str]]", taken)))


def claim_about(store: Store, decision: Decision) -> Claim | None:
    """The claim that holds the first figure a decision is about; None where it is about something else."""
    figures = (store.target_of(anchor) for anchor in decision.anchors if anchor.what == "figure")
    return next((claim for figure in figures if figure and (claim := store.claim_of(figure))), None)


FACETS = {"metric": "metrics", "place": "places", "outlet": "outlets", "speaker": "speakers", "relation": "relations", "state": "states"}
NOTHING = (
    "Nothing to judge. Add articles with + (files, folders, addresses), or widen the filter with f. "
    "Claims that people have judged are in the log (6); f shows them here."
)


def chosen_facets(query: Query) -> list[tuple[str, str]]:
    """(facet, value) of everything a person chose; what the queue shows anyway is not chosen."""
    pairs = ((name, getattr(query, attribute), getattr(EVERYTHING, attribute)) for name, attribute in FACETS.items())
    return [(name, value) for name, values, usual in pairs if values != usual for value in values]


def remembered(memory: dict[str, Any]) -> Query:
    """The filter of the last session; everything where there was none, or where it cannot be read."""
    try:
        chosen = [(name, value) for name, value in memory.get("chosen", ()) if name in FACETS and isinstance(value, str)]
        return replace(narrowed(chosen), words=str(memory.get("words", "")))
    except (TypeError, ValueError):
        return EVERYTHING


def narrowed(taken: Sequence[tuple[str, str]]) -> Query:
    """The queue's query with these facets: values of one facet are alternatives; states and relations stay as they are unless chosen."""
    chosen: dict[str, Any] = {}
    for name, value in taken:
        chosen[FACETS[name]] = (*chosen.get(FACETS[name], ()), value)
    return replace(EVERYTHING, **chosen)


def typed_bound(text: str) -> tuple[Verdict, str] | None:
    """`best 1,300` → the verdict and the number; None for anything else."""
    word, _, rest = text.strip().partition(" ")
    verdict = {"low": Verdict.SET_LOW, "best": Verdict.SET_BEST, "high": Verdict.SET_HIGH}.get(word.rstrip("=:").lower())
    digits = rest.strip(" =").replace(",", "").replace(" ", "")
    return (verdict, digits) if verdict and digits.isascii() and digits.isdigit() else None


def why(view: ClaimView, width: int) -> list[Line]:
    """Every label of the claim with its reason: the claim's own, each pair's, each decision's."""
    words = {row.figure.id: row for row in view.rows}
    lines: list[Line] = [line(relation_run(view.claim.relation, words=True), "  ", Run(view.claim.name, "strong"))]
    lines.extend(paragraph(view.claim.reason, width, "", "  "))
    for pair in view.pairs:
        lines.extend(((), pair_line(pair, words), *paragraph(pair.reason, width, "dim", "  ")))
    for decision in view.decisions:
        lines.extend(
            (
                (),
                line(
                    Run(verdict_words(decision), "decided" if decision.stands else "removed"),
                    f" — {decision.reviewer}, {decision.at:%Y-%m-%d %H:%M}",
                ),
            )
        )
        lines.extend(paragraph(decision.reason, width, "dim", "  ") if decision.reason else ())
    for row in view.rows:
        if row.figure.as_of_guess:
            guess = f"{row.figure.words}: as of {row.figure.as_of}, inferred: {row.figure.as_of_guess}"
            lines.extend(((), *paragraph(guess, width, "dim")))
    return lines


def pair_line(pair: Pair, rows: dict[str, FigureRow]) -> Line:
    a, b = (rows[i].figure.words if i in rows else "(elsewhere)" for i in (pair.a, pair.b))
    return line(relation_run(pair.relation, words=True), "  ", Run(a, "strong"), " / ", Run(b, "strong"))


def passage_of(row: FigureRow) -> str:
    return row.statement.content if row.statement else row.passage
