"""A place with the words of one article below: they are scrolled, copied, credited and opened elsewhere while the list keeps the focus."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType

from tracker import review
from tracker.model import Article, Decision, Heading, Statement
from tracker.store.base import Store
from tracker.tui import byhand, outside
from tracker.tui.reader import Reader
from tracker.tui.saidrows import citation
from tracker.tui.screen import DeskScreen


class Cited(NamedTuple):
    """What is in focus: words, who said them, where; the statement they are, None where they are none."""

    words: str
    speaker: str | None
    heading: Heading | Article
    statement: Statement | None


class Citing(DeskScreen):
    """Subclasses give `cited`, `source` and `stay`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "speaker", "Speaker", show=False, id="source.speaker"),
        Binding("y", "copy(True)", "Copy citation", show=False, id="source.copy"),
        Binding("Y", "copy(False)", "Copy bare quote", show=False, id="source.copy_bare"),
        Binding("o", "url", "Open the address", show=False, id="source.url"),
        Binding("E", "editor", "Open in the editor", show=False, id="source.editor"),
        Binding("J,shift+down", "scroll_source(1)", "Source down", show=False, id="source.down"),
        Binding("K,shift+up", "scroll_source(-1)", "Source up", show=False, id="source.up"),
    ]

    @property
    def source(self) -> Reader:
        raise NotImplementedError

    @property
    def cited(self) -> Cited | None:
        raise NotImplementedError

    async def stay(self) -> None:
        """Show again what was in focus, as it is now."""
        raise NotImplementedError

    def action_scroll_source(self, by: int) -> None:
        self.source.scroll_relative(y=by, animate=False, force=True)

    def action_copy(self, whole: bool) -> None:
        found = self.cited
        if not found or not found.words:
            self.say("Select words or go to a statement, then copy.", "warning")
        else:
            text = citation(found.words, found.speaker, found.heading) if whole else found.words
            self.say(f"Copied: {text[:80]}" + outside.copy(self.app, text))

    def action_url(self) -> None:
        if found := self.cited:
            self.say(outside.open_address(self.app, found.heading.url or found.heading.archive_url))

    def action_editor(self) -> None:
        self.later("dialog", self.open_editor)

    async def open_editor(self) -> None:
        found = self.cited
        article: Article | None = await self.desk.ask(lambda store: store.article(found.heading.id)) if found else None
        if article:
            self.say(outside.edit(self.app, article.text))

    def action_speaker(self) -> None:
        self.later("dialog", self.set_speaker)

    async def set_speaker(self) -> None:
        found = self.cited.statement if self.cited else None
        if not found:
            self.say("Go to a statement first. Words that are none become one in the article: select them with v, then N.", "warning")
            return
        taken = await self.app.push_screen_wait(byhand.pick_speaker(self.desk, f"Who said it? Now: {found.speaker or 'nobody'}"))
        if taken:
            reason = self.desk.take_reason()
            await self.decide(lambda store: review.credit(store, found, taken[0], self.desk.reviewer, reason))

    async def decide(self, work: Callable[[Store], Decision]) -> None:
        """Write the decision and show what was in focus as it is now."""
        decision = await self.desk.ask(work)
        self.say(f"{decision.act.capitalize()}. z undoes.")
        self.status.note("reason", *self.reason_runs())
        await self.stay()
