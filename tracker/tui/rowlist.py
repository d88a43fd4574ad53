"""A list whose rows are marked and chosen, by key or by mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tracker.tui.paged import PagedList


class RowList(PagedList):
    """A click in the first `mark_columns` of a row, where marks stand, marks it; a second click on the row in focus chooses it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open", show=False, id="list.open"),
        Binding("space", "mark", "Mark", show=False, id="list.mark"),
        Binding("v", "mark_range", "Mark from here", show=False, id="list.mark_range"),
    ]

    @dataclass
    class Chosen(Message):
        list: RowList
        item: Any

        @property
        def control(self) -> RowList:
            return self.list

    @dataclass
    class Marked(Message):
        list: RowList

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.marks: dict[str, Any] = {}
        self.range_from: int | None = None
        self.mark_columns = 2

    def is_marked(self, item: Any) -> bool:
        return self.key_of(item) in self.marks

    def watch_cursor(self, old: int, new: int) -> None:
        super().watch_cursor(old, new)
        if self.range_from is not None:
            self.mark_between(self.range_from, new)
            self.refresh()

    def action_choose(self) -> None:
        if self.item is not None:
            self.post_message(self.Chosen(self, self.item))

    def action_mark(self, stay: bool = False) -> None:
        """Mark the row, or take its mark away, and go on to the next."""
        item = self.item
        if item is None:
            return
        key = self.key_of(item)
        if self.marks.pop(key, None) is None:
            self.marks[key] = item
        self.post_message(self.Marked(self))
        self.cursor += not stay
        self.refresh()

    def action_mark_range(self) -> None:
        """Begin to mark with every move, or end it."""
        self.range_from = self.cursor if self.range_from is None else None
        if self.range_from is not None:
            self.mark_between(self.cursor, self.cursor)
        self.refresh()

    def mark_between(self, a: int, b: int) -> None:
        for index in range(min(a, b), max(a, b) + 1):
            if (item := self.at(index)) is not None:
                self.marks[self.key_of(item)] = item
        self.post_message(self.Marked(self))

    def clear_marks(self) -> None:
        self.marks, self.range_from = {}, None
        self.post_message(self.Marked(self))
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        index = self.index_at(event)
        if index is None:
            return
        offset = event.get_content_offset(self)
        if event.ctrl or (offset and offset.x < self.mark_columns):
            self.cursor = index
            self.action_mark(stay=True)
        elif index == self.cursor and event.chain > 1:
            self.action_choose()
        self.cursor = index

    def index_at(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self.head:
            return None
        index = (offset.y - self.head + self.scroll_offset.y) // self.row_height
        return index if index < self.total else None
