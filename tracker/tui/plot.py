"""The timeline of the claim in focus, as a widget."""

from __future__ import annotations

from tracker.model import ClaimView
from tracker.tui.line import Line
from tracker.tui.paint import Painted
from tracker.tui.timeline import timeline


class Plot(Painted):
    def __init__(self) -> None:
        super().__init__(id="plot")
        self.view: ClaimView | None = None
        self.focus_id = ""
        self.lines: list[Line] = []

    def show(self, view: ClaimView | None, focus: str) -> None:
        self.view, self.focus_id = view, focus
        self.draw()

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        """All lines at once: each depends on every figure."""
        view, size = self.view, self.scrollable_content_region
        self.lines = timeline(view.rows, view.pairs, size.width, size.height, self.focus_id) if view else []
        self.refresh()

    def line(self, y: int) -> Line:
        return self.lines[y] if y < len(self.lines) else ()
