"""One article opened at a place: the reader with its statements, over any screen, and back to the same row with escape."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tracker.model import Span
from tracker.tui.citing import Cited, Citing
from tracker.tui.pane import ReaderPane
from tracker.tui.reader import Reader


class ArticleScreen(Citing):
    """A place with one article in a reader pane: what is cited is what that pane has in focus."""

    @property
    def pane(self) -> ReaderPane:
        return self.query_one(ReaderPane)

    @property
    def source(self) -> Reader:
        return self.pane.reader

    @property
    def cited(self) -> Cited | None:
        return self.pane.cited


class ReaderScreen(ArticleScreen):
    """One article, over the screen it was opened from."""

    place: ClassVar[str] = "reader"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="reader.back"),
        Binding("z", "app.undo", "Undo", show=False, id="reader.undo"),
    ]

    def __init__(self, article: str, at: Span | None) -> None:
        super().__init__()
        self.article, self.at = article, at

    def body(self) -> ComposeResult:
        yield ReaderPane("This article is no longer in the database. Escape goes back.")

    async def stay(self) -> None:
        await self.pane.again()

    async def fresh(self) -> None:
        await self.pane.open(self.article, self.pane.focused_span or self.at)
        if self.focused is None:
            self.pane.reader.focus()

    def action_back(self) -> None:
        box = self.pane.query_one(Input)
        if box.display:
            box.display = False
            self.pane.reader.focus()
        elif self.pane.reader.selection:
            self.pane.reader.clear_selection()
        else:
            self.app.pop_screen()
