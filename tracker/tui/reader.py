"""A text with its words lit: scrolls, finds, and lets a person select words with the keyboard or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from tracker.model import Span, Statement
from tracker.tui.line import Line, Run, cut_cells, line, paragraph, shown, wrap
from tracker.tui.paint import Painted
from tracker.tui.passage import Light, line_of, lit, margin, word_after, word_at

GUTTER = 2
MEASURE = 110  # columns: a longer line is hard to read


class Reader(Painted, can_focus=True):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "caret_line(1)", "Line down", show=False, id="reader.down"),
        Binding("k,up", "caret_line(-1)", "Line up", show=False, id="reader.up"),
        Binding("l,right", "caret_word(1)", "Next word", show=False, id="reader.right"),
        Binding("h,left", "caret_word(-1)", "Word before", show=False, id="reader.left"),
        Binding("shift+right,L", "select_word(1)", "Select a word more", show=False, id="reader.select_right"),
        Binding("shift+left,H", "select_word(-1)", "Select a word less", show=False, id="reader.select_left"),
        Binding("v", "select_mode", "Select words", show=False, id="reader.select"),
        Binding("pagedown,ctrl+d", "page(1)", "A page down", show=False, id="reader.page_down"),
        Binding("pageup,ctrl+u", "page(-1)", "A page up", show=False, id="reader.page_up"),
        Binding("g,home", "top", "Top", show=False, id="reader.top"),
        Binding("G,end", "bottom", "Bottom", show=False, id="reader.bottom"),
    ]

    def __init__(self, empty: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.empty = empty
        self.text = ""
        self.lights: list[Light] = []
        self.statements: Sequence[Statement] = ()
        self.found: list[Span] = []
        self.found_at = 0
        self.lines: list[tuple[int, int]] = []
        self.folded_for = (-1, "")
        self.caret: Span | None = None
        self.held: Span | None = None
        self.selecting = False
        self.at: Span | None = None
        self.shown_key: object = None

    def show(
        self, text: str, lights: Sequence[Light] = (), at: Span | None = None, statements: Sequence[Statement] = (), key: object = None
    ) -> None:
        """Show the text, scrolled so that the span `at` can be read. The same key keeps the place where the reader was."""
        stay = key is not None and key == self.shown_key and at == self.at
        self.text, self.lights, self.at, self.statements, self.shown_key = text, list(lights), at, statements, key
        if not stay:
            self.caret = self.held = None
            self.selecting, self.found, self.found_at = False, [], 0
        self.fold()
        if not stay and self.folded_for[0] > 0:
            self.go_to(at or Span(0, 0))
        self.refresh()

    def fold(self) -> None:
        columns = min(MEASURE, self.scrollable_content_region.width - GUTTER)
        if columns <= 0 or self.folded_for == (columns, self.text):
            return
        self.folded_for = (columns, self.text)
        self.lines = wrap(self.text, columns) if self.text else []
        self.set_lines(len(self.lines))

    def on_resize(self) -> None:
        self.fold()
        if self.at and self.folded_for[0] > 0:
            self.call_after_refresh(self.go_to, self.caret or self.at)

    def go_to(self, span: Span) -> None:
        """Scroll so that the span stands a third down the pane."""
        self.fold()
        height = self.scrollable_content_region.height
        self.scroll_to(y=max(0, line_of(span.start, self.lines) - height // 3), animate=False, force=True)

    @property
    def selection(self) -> Span | None:
        """The words selected, None where none are."""
        if not self.held or not self.caret:
            return None
        return Span(min(self.held.start, self.caret.start), max(self.held.end, self.caret.end))

    def clear_selection(self) -> None:
        self.held, self.selecting = None, False
        self.refresh()

    def find(self, spans: list[Span], at: int = 0) -> None:
        """Light what was found and go to the one of that number."""
        self.found, self.found_at = spans, at
        if spans:
            self.caret = spans[at]
            self.go_to(spans[at])
        self.refresh()

    def find_next(self, by: int) -> None:
        if self.found:
            self.find(self.found, (self.found_at + by) % len(self.found))

    def caret_here(self) -> Span:
        """The word the caret is on; where it has not been moved yet, the place shown."""
        if self.caret is None:
            begin = self.at.start if self.at else self.lines[min(self.scroll_offset.y, len(self.lines) - 1)][0] if self.lines else 0
            self.caret = word_at(self.text, begin)
        return self.caret

    def move_caret(self, to: Span, select: bool) -> None:
        if select or self.selecting:
            self.held = self.held or self.caret_here()
        else:
            self.held = None
        self.caret = to
        self.keep_in_sight(to)
        self.refresh()

    def keep_in_sight(self, span: Span) -> None:
        y, height = line_of(span.start, self.lines), self.scrollable_content_region.height
        if y < self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, force=True)
        elif y >= self.scroll_offset.y + height:
            self.scroll_to(y=y - height + 1, animate=False, force=True)

    def action_caret_word(self, by: int) -> None:
        self.move_caret(word_after(self.text, self.caret_here(), by), select=False)

    def action_select_word(self, by: int) -> None:
        here = self.caret_here()
        self.held = self.held or here
        self.move_caret(word_after(self.text, here, by), select=True)

    def action_select_mode(self) -> None:
        """Begin to select with every move, or end it."""
        self.selecting = not self.selecting
        self.held = self.caret_here() if self.selecting else None
        self.refresh()

    def action_caret_line(self, by: int) -> None:
        if not self.lines:
            return
        here = self.caret_here()
        y = line_of(here.start, self.lines)
        start, end = self.lines[max(0, min(y + by, len(self.lines) - 1))]
        self.move_caret(word_at(self.text, min(start + here.start - self.lines[y][0], max(start, end - 1))), select=False)

    def action_page(self, by: int) -> None:
        self.scroll_relative(y=by * max(1, self.scrollable_content_region.height - 1), animate=False, force=True)

    def action_top(self) -> None:
        self.scroll_to(y=0, animate=False, force=True)

    def action_bottom(self) -> None:
        self.scroll_to(y=len(self.lines), animate=False, force=True)

    def offset_at(self, event: events.MouseEvent) -> int | None:
        where = event.get_content_offset(self)
        if where is None or not self.lines:
            return None
        start, end = self.lines[min(where.y + self.scroll_offset.y, len(self.lines) - 1)]
        before = cut_cells(shown(self.text[start:end]), where.x - GUTTER)
        return min(start + len(before), max(start, end - 1))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if (offset := self.offset_at(event)) is not None:
            self.caret, self.held = word_at(self.text, offset), None
            self.capture_mouse()
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if event.button and self.app.mouse_captured is self and (offset := self.offset_at(event)) is not None:
            self.held = self.held or self.caret
            self.caret = word_at(self.text, offset)
            self.refresh()

    def on_mouse_up(self) -> None:
        self.release_mouse()

    def overlay(self) -> list[Light]:
        lights = [Light(*span, "match") for span in self.found]
        if self.selection:
            lights.append(Light(*self.selection, "chosen"))
        elif self.caret and self.has_focus:
            lights.append(Light(*self.caret, "chosen"))
        return lights

    def line(self, y: int) -> Line:
        at = y + self.scroll_offset.y
        if not self.lines:
            lines = paragraph(self.empty, self.scrollable_content_region.width - 2, "dim", " ")
            return lines[y - 1] if 0 < y <= len(lines) else ()
        if at >= len(self.lines):
            return ()
        start, end = self.lines[at]
        return (*line(Run(margin(start, end, self.statements).ljust(GUTTER), "dim")), *lit(self.text, start, end, self.every_light()))

    def every_light(self) -> list[Light]:
        return [*self.lights, *self.overlay()]
