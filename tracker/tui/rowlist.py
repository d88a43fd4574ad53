"""A list that asks for the rows it shows and no others: a million rows cost what a screenful costs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, ParamSpec

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from tracker.tui.line import Line, Run, fill, line, paragraph
from tracker.tui.paint import Painted

PAGE = 64
PAGES_KEPT = 6

Load = Callable[[int, int], Awaitable[Sequence[Any]]]
Count = Callable[[], Awaitable[int]]
P = ParamSpec("P")
Draw = Callable[[Any, int, bool], Sequence[Line]]


def begun(work: Callable[P, Coroutine[Any, Any, None]], *args: P.args, **kwargs: P.kwargs) -> Any:
    """For a worker: a coroutine made only when the worker runs, for one made before may never be awaited."""

    async def run() -> None:
        await work(*args, **kwargs)

    return run


def paged(rows: Sequence[Any]) -> dict[int, Sequence[Any]]:
    return {at // PAGE: rows[at : at + PAGE] for at in range(0, len(rows), PAGE)}


class RowList(Painted, can_focus=True):
    """
    draw     (item, columns, marked) → the lines of one row, `row_height` of them
    key_of   what a row is known by, so that the cursor stays on it when the list changes
    heading  columns → the line above the rows, None for none
    empty    what to do next, shown where there is nothing

    A click in the first `mark_columns` of a row, where marks stand, marks it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Next row", show=False, id="list.down"),
        Binding("k,up", "move(-1)", "Row before", show=False, id="list.up"),
        Binding("pagedown,ctrl+d", "move_page(1)", "A page down", show=False, id="list.page_down"),
        Binding("pageup,ctrl+u", "move_page(-1)", "A page up", show=False, id="list.page_up"),
        Binding("g,home", "move_to(0)", "First row", show=False, id="list.first"),
        Binding("G,end", "move_to(-1)", "Last row", show=False, id="list.last"),
        Binding("enter", "choose", "Open", show=False, id="list.open"),
        Binding("space", "mark", "Mark", show=False, id="list.mark"),
        Binding("v", "mark_range", "Mark from here", show=False, id="list.mark_range"),
    ]

    cursor: reactive[int] = reactive(0, init=False)

    @dataclass
    class Moved(Message):
        """The cursor stands on another item, or on one that has just come; item — None where the list is empty."""

        list: RowList
        item: Any

        @property
        def control(self) -> RowList:
            return self.list

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

    def __init__(
        self,
        draw: Draw,
        key_of: Callable[[Any], str],
        *,
        empty: str = "",
        row_height: int = 1,
        heading: Callable[[int], Line] | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.draw, self.key_of, self.empty, self.row_height, self.heading = draw, key_of, empty, row_height, heading
        self.total, self.loaded = 0, False
        self.marks: dict[str, Any] = {}
        self.pages: dict[int, Sequence[Any]] = {}
        self.wanted: set[int] = set()
        self.range_from: int | None = None
        self.load: Load | None = None
        self.count: Count | None = None
        self.told: str | None = None
        self.mark_columns = 2

    @property
    def head(self) -> int:
        return 1 if self.heading else 0

    @property
    def visible_rows(self) -> int:
        return max(1, (self.scrollable_content_region.height - self.head) // self.row_height)

    @property
    def item(self) -> Any:
        """The item under the cursor, None where there is none or it is on its way."""
        return self.at(self.cursor)

    def at(self, index: int) -> Any:
        page = self.pages.get(index // PAGE)
        return page[index % PAGE] if page is not None and 0 <= index % PAGE < len(page) else None

    def show_rows(self, rows: Sequence[Any], keep: str | None = None) -> None:
        """Show these rows and no others; the cursor goes to the row of that key, or stays where its own row went."""
        self.load = self.count = None
        self.settle(len(rows), paged(rows), keep if keep is not None else self.key_at(self.cursor))

    def show_first(self, rows: Sequence[Any], total: int, load: Load, keep: str | None = None) -> None:
        """Show the first rows of `total`, as `show_rows`; the others are loaded when they are seen."""
        self.load = load
        self.settle(total, paged(rows), keep if keep is not None else self.key_at(self.cursor))

    def read_from(self, load: Load, count: Count) -> None:
        """Say where rows come from; `reload` reads them."""
        self.load, self.count = load, count

    async def reload(self, keep: str | None = None, index: int | None = None) -> None:
        """Read again what is shown. The cursor goes to the row of key `keep`, or stays with its row, or at its index where that is gone."""
        if not self.load or not self.count:
            return
        keep = keep if keep is not None else self.key_at(self.cursor) if index is None else None
        around = self.cursor if index is None else index
        total = await self.count()
        numbers = {max(0, min(around, total - 1)) // PAGE, max(0, min(around + self.visible_rows, total - 1)) // PAGE}
        pages = {number: await self.load(number * PAGE, PAGE) for number in sorted(numbers)} if total else {}
        self.settle(total, pages, keep, around)

    def settle(self, total: int, pages: dict[int, Sequence[Any]], keep: str | None, around: int | None = None) -> None:
        self.total, self.pages, self.loaded, self.wanted = total, pages, True, set()
        found = next((n * PAGE + i for n, page in pages.items() for i, item in enumerate(page) if self.key_of(item) == keep), None)
        target = found if found is not None else max(0, min(self.cursor if around is None else around, total - 1))
        self.set_lines(total * self.row_height + self.head)
        self.told = None
        self.set_reactive(RowList.cursor, target)
        self.look_at(target)
        self.tell()
        self.refresh()

    def key_at(self, index: int) -> str | None:
        item = self.at(index)
        return None if item is None else self.key_of(item)

    def tell(self) -> None:
        """Say which item the cursor is on, once for each."""
        item = self.item
        if item is None and self.total:
            self.want(self.cursor // PAGE)
            return
        told = "" if item is None else self.key_of(item)
        if told != self.told:
            self.told = told
            self.post_message(self.Moved(self, item))

    def want(self, number: int) -> None:
        if self.load and number not in self.wanted and number * PAGE < self.total:
            self.wanted.add(number)
            self.run_worker(begun(self.fetch, number), group=f"page {number}")

    async def fetch(self, number: int) -> None:
        assert self.load
        asked = self.pages
        rows = await self.load(number * PAGE, PAGE)
        if asked is not self.pages:  # another list is shown by now
            return
        self.wanted.discard(number)
        self.pages[number] = rows
        if len(rows) < min(PAGE, self.total - number * PAGE):  # some went since they were counted: what is not there is not asked for again
            self.total = number * PAGE + len(rows)
            self.set_lines(self.total * self.row_height + self.head)
            self.cursor = self.validate_cursor(self.cursor)
        here = self.cursor // PAGE
        for far in sorted(self.pages, key=lambda n: abs(n - here))[PAGES_KEPT:]:
            del self.pages[far]
        self.tell()
        self.refresh()

    def watch_cursor(self, old: int, new: int) -> None:
        top = self.scroll_offset.y
        self.look_at(new)
        if self.range_from is not None:
            self.mark_between(self.range_from, new)
        if self.range_from is not None or self.scroll_offset.y != top:
            self.refresh()
        else:
            self.refresh(*(self.region_of(index) for index in (old, new)))
        self.tell()

    def region_of(self, index: int) -> Region:
        """Where the row stands in the widget, seen or not."""
        return Region(0, index * self.row_height + self.head - self.scroll_offset.y, self.size.width, self.row_height)

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self.total - 1))

    def look_at(self, index: int) -> None:
        top = index * self.row_height
        self.scroll_to_region(Region(0, top, 1, self.row_height + self.head), animate=False, force=True)

    def on_resize(self) -> None:
        self.call_after_refresh(self.look_at, self.cursor)

    def action_move(self, by: int) -> None:
        self.cursor += by

    def action_move_page(self, by: int) -> None:
        self.cursor += by * max(1, self.visible_rows - 1)

    def action_move_to(self, index: int) -> None:
        self.cursor = index if index >= 0 else self.total - 1

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

    def row_of(self, y: int) -> tuple[int, int]:
        """The index of the row on line y, and which of its lines."""
        return divmod(y - self.head + self.scroll_offset.y, self.row_height)

    def base_role(self, y: int) -> str:
        if y < self.head or not self.total or self.row_of(y)[0] != self.cursor:
            return ""
        return "cursor-focus" if self.has_focus else "cursor"

    def line(self, y: int) -> Line:
        columns = self.scrollable_content_region.width
        if not self.total:
            lines = paragraph(self.empty if self.loaded else "Reading …", columns - 2, "dim", " ")
            return lines[y - 1] if 0 < y <= len(lines) else ()
        if y < self.head and self.heading:
            return fill((Run(" "), *self.heading(columns - 1)), columns)
        index, part = self.row_of(y)
        if not 0 <= index < self.total:
            return ()
        item = self.at(index)
        if item is None:
            self.want(index // PAGE)
            return line(Run(" …", "dim"))
        edge = Run("▌" if index == self.cursor else " ", "key" if self.has_focus else "dim")
        rows = self.draw(item, columns - 1, self.key_of(item) in self.marks)
        return (edge, *rows[part]) if part < len(rows) else (edge,)
