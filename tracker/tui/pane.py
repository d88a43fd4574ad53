"""The pane of one article: its text with everything that was read in it, and what a person can do to that."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tracker import review, versions
from tracker.model import ArticleView, Decision, Figure, Query, Span, Statement
from tracker.store.base import Store
from tracker.tui import byhand
from tracker.tui.citing import Cited
from tracker.tui.desk import Desk
from tracker.tui.dialogs import Option, Pick, Show, among
from tracker.tui.host import Host
from tracker.tui.line import counted, paragraph
from tracker.tui.paint import content
from tracker.tui.passage import Light, find_all, lights_of, painted
from tracker.tui.reader import Reader
from tracker.tui.revised import revised_lines
from tracker.tui.rows import day
from tracker.tui.screen import DeskScreen
from tracker.tui.why import statement_lines


class ReaderPane(Vertical):
    """An article with everything that was read in it, and what a person can do to it: correct, add, delete, copy, open, find."""

    DEFAULT_CSS = """
    ReaderPane Reader { height: 1fr; border-top: solid $foreground 30%; }
    ReaderPane Reader:focus { border-top: solid $primary; }
    ReaderPane Input { display: none; border: none; height: 1; padding: 0 1; background: $boost; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,right_square_bracket", "statement(1)", "Next statement", id="reader.next_statement"),
        Binding("p,left_square_bracket", "statement(-1)", "Statement before", show=False, id="reader.previous_statement"),
        Binding("N", "new", "New or corrected", id="reader.new"),
        Binding("x", "delete", "Extraction error", id="reader.delete"),
        Binding("i", "why", "Why", show=False, id="reader.why"),
        Binding("ctrl+f,slash", "find", "Find in the text", id="reader.find"),
        Binding("f3,ctrl+g", "find_next(1)", "Next place found", show=False, id="reader.find_next"),
        Binding("shift+f3", "find_next(-1)", "Place found before", show=False, id="reader.find_previous"),
        Binding("w", "changes", "What changed between versions", show=False, id="reader.changes"),
        Binding("V", "others", "Other versions and echoes", show=False, id="reader.others"),
        Binding("exclamation_mark", "findings", "Findings", show=False, id="reader.findings"),
    ]

    def __init__(self, empty: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.empty = empty
        self.view: ArticleView | None = None
        self.focused_span: Span | None = None

    def compose(self) -> ComposeResult:
        yield Reader(self.empty)
        yield Input(placeholder="find in the text")

    @property
    def reader(self) -> Reader:
        return self.query_one(Reader)

    @property
    def place(self) -> DeskScreen:
        return cast(DeskScreen, self.screen)

    @property
    def desk(self) -> Desk:
        return cast(Host, self.app).desk

    async def open(self, article: str | None, at: Span | None = None) -> None:
        """Read the article and show it at the span; None shows nothing."""
        self.view = await self.desk.ask(lambda store: store.article_view(article)) if article else None
        self.show(at)

    def show(self, at: Span | None) -> None:
        view = self.view
        if not view:
            self.reader.border_title = None
            self.reader.show("")
            return
        self.focused_span = at
        lights = lights_of(view.statements, view.figures)
        if at:
            lights.append(Light(*at, "focus" if any(figure.span == at for figure in view.figures) else "held"))
        lights.extend(Light(*f.span, "warn") for f in view.findings if f.span)
        self.reader.border_title = content(heading_words(view))
        self.reader.show(view.article.text, painted(lights), at, view.statements, key=view.article.id)

    # statements

    @property
    def statement(self) -> Statement | None:
        """The statement at the caret, or the one in focus."""
        at = self.reader.caret or self.focused_span
        if not (self.view and at):
            return None
        return next((s for s in self.view.statements if s.span.overlaps(at)), None)

    @property
    def cited(self) -> Cited | None:
        """The selected words, or the statement in focus."""
        if not self.view:
            return None
        selection, found = self.reader.selection, self.statement
        words = selection.of(self.view.article.text) if selection else found.told if found else ""
        return Cited(words, found.speaker if found else None, self.view.article, found)

    @property
    def figure(self) -> Figure | None:
        at = self.reader.caret or self.focused_span
        return next((f for f in self.view.figures if f.span.overlaps(at)), None) if self.view and at else None

    def action_statement(self, by: int) -> None:
        if not self.view or not self.view.statements:
            self.place.say("No statement was found in this article. Select words with v and press N to add one.")
            return
        here = self.reader.caret or self.focused_span or Span(-1, -1)
        spans = sorted({s.span for s in self.view.statements})
        after = [s for s in spans if s.start > here.start] if by > 0 else [s for s in reversed(spans) if s.end <= here.start]
        self.reader.caret = None
        self.show(after[0] if after else spans[0 if by > 0 else -1])

    def action_why(self) -> None:
        found = self.statement
        if found:
            self.app.push_screen(Show("Why", lambda width: statement_lines(found, width)))

    def action_findings(self) -> None:
        findings = self.view.findings if self.view else ()
        text = [f"{f.code.replace('_', ' ')}: {f.message}" for f in findings] or ["Nothing was found wrong with this text."]
        self.app.push_screen(Show("Findings", lambda width: [row for words in text for row in paragraph(words, width)]))

    def action_others(self) -> None:
        self.place.later("dialog", self.open_other)

    async def open_other(self) -> None:
        """Another text of the same address, or one of the same origin."""
        view = self.view
        ids = dict.fromkeys(view.versions, "version") | dict.fromkeys(view.echoes, "echo") if view else {}
        if not ids:
            self.place.say("No other version and no echo of this article is stored.")
            return
        headings = await self.desk.ask(lambda store: store.headings(Query(articles=tuple(ids)), 0, len(ids)))
        options = [Option(h.title or h.id, h.id, f"{ids[h.id]} · {h.outlet or ''} · {day(h.day)}") for h in headings]
        taken = await self.app.push_screen_wait(Pick("Other versions and echoes", among(options)))
        if taken:
            self.place.open_article(taken[0], None)

    def action_changes(self) -> None:
        self.place.later("dialog", self.show_changes)

    async def show_changes(self) -> None:
        """What another version of this address says otherwise: the one before, or the next where this is the first."""
        view = self.view
        if not view or not view.versions:
            self.place.say("No other version of this article is stored.")
            return
        others = await self.desk.ask(lambda store: [store.article_view(version) for version in view.versions])
        found = versions.in_order([view, *(other for other in others if other)])
        at = max(1, found.index(view))
        before, after = found[at - 1 : at + 1]
        title = " → ".join(f"{day(v.article.updated or v.article.day)}" for v in (before, after))
        self.app.push_screen(Show(f"{view.article.outlet or ''} {title}", lambda width: revised_lines(before, after, width)))

    # by hand

    def action_new(self) -> None:
        self.place.later("dialog", self.new)

    async def new(self) -> None:
        """A statement or figure from the selected words; where none are selected, the figure at the caret put right."""
        view, selection, read = self.view, self.reader.selection, self.figure
        if view and selection:
            made = await byhand.ask(self.app, self.desk, view.article, selection)
        elif view and read:
            made = await byhand.ask_figure(self.app, self.desk, view.article, read.number, read)
        else:
            self.place.say("Select the words first: v and the arrow keys, or drag with the mouse; then N.", "warning")
            return
        if made:
            await self.decide(made)
            self.reader.clear_selection()

    def action_delete(self) -> None:
        self.place.later("dialog", self.delete)

    async def delete(self) -> None:
        options: list[Option[Statement | Figure]] = []
        if found := self.figure:
            options.append(Option(f"the figure “{found.words}”", found, found.metric))
        if statement := self.statement:
            options.append(Option(f"the statement “{statement.content[:60]}”", statement, statement.speaker or ""))
        if not options:
            self.place.say("Nothing was read at the caret: go to a statement with n or to its words with the arrow keys.", "warning")
            return
        taken = await self.app.push_screen_wait(Pick("Read wrongly: take away (the log keeps it)", among(options)))
        if taken:
            reason = self.desk.take_reason()
            await self.decide(lambda store: review.delete(store, taken[0], self.desk.reviewer, reason))

    async def decide(self, work: Callable[[Store], Decision]) -> None:
        """Write the decision and show the article as it is now, at the same place."""
        decision = await self.desk.ask(work)
        self.place.say(f"{decision.verdict.value.replace('_', ' ').capitalize()}. z undoes.")
        await self.again()

    async def again(self) -> None:
        """The article as it is now, at the same place."""
        caret = self.reader.caret
        await self.open(self.view.article.id if self.view else None, self.focused_span)
        self.reader.caret = caret

    # finding

    def action_find(self) -> None:
        box = self.query_one(Input)
        box.display = True
        box.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.reader.find(find_all(self.view.article.text if self.view else "", event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        event.input.display = False
        self.reader.focus()
        found = counted(len(self.reader.found), "place")
        self.place.say(f"{found}; f3 goes to the next." if self.reader.found else f"Not found: {event.value}")

    def action_find_next(self, by: int) -> None:
        self.reader.find_next(by)


def heading_words(view: ArticleView) -> str:
    article = view.article
    others = {"finding": view.findings, "other version": view.versions, "echoing text": view.echoes}
    counts = [counted(len(view.statements), "statement"), *(counted(len(held), what) for what, held in others.items() if held)]
    parts = [article.outlet or "", day(article.day), article.title or "", *counts, "RETRACTED" if view.retracted else ""]
    return f" {' · '.join(part for part in parts if part)} "
