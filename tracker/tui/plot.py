"""The timeline of the claim in focus, as a widget."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Point
from tracker.tui.line import Line
from tracker.tui.paint import Painted
from tracker.tui.timeline import timeline


class Plot(Painted):
    def __init__(self) -> None:
        super().__init__(id="plot")
        self.points: Sequence[Point] | None = None
        self.focus_id = ""
        self.lines: list[Line] = []

    def show(self, points: Sequence[Point] | None, figure: str = "") -> None:
        """Other points, None while they are being read; and which figure is in focus."""
        self.points, self.focus_id = points, figure or self.focus_id
        self.draw()

    def point_out(self, figure: str) -> None:
        """The figure in focus is another."""
        if figure != self.focus_id:
            self.focus_id = figure
            self.draw()

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        """All lines at once: each depends on every figure."""
        size = self.scrollable_content_region
        self.lines = timeline(self.points, size.width, size.height, self.focus_id) if self.points else []
        self.refresh()

    def line(self, y: int) -> Line:
        return self.lines[y] if y < len(self.lines) else ()
