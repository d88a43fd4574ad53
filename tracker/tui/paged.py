"""A list that asks for the rows it shows and no others: a million rows cost what a screenful costs. Its cursor moves by keys."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, ParamSpec

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from tracker.errors import QueryError
from tracker.tui.line import Line, Run, fill, line, paragraph
from tracker.tui.pages import PAGE, Begin, Pages
from tracker.tui.paint import Painted

Load = Callable[[Begin, int], Awaitable[Sequence[Any]]]
Count = Callable[[], Awaitable[int]]
P = ParamSpec("P")
Draw = Callable[[Any, int, bool], Sequence[Line]]


def begun(work: Callable[P, Coroutine[Any, Any, None]], *args: P.args, **kwargs: P.kwargs) -> Any:
    """For a worker: a coroutine made only when the worker runs, for one made before may never be awaited."""

    async def run() -> None:
        await work(*args, **kwargs)

    return run


class PagedList(Painted, can_focus=True):
    """
    draw     (item, columns, marked) → the lines of one row, `row_height` of them
    key_of   what a row is known by, so that the cursor stays on it when the list changes
    heading  columns → the line above the rows, None for none
    empty    what to do next, shown where there is nothing
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Next row", show=False, id="list.down"),
        Binding("k,up", "move(-1)", "Row before", show=False, id="list.up"),
        Binding("pagedown,ctrl+d", "move_page(1)", "A page down", show=False, id="list.page_down"),
        Binding("pageup,ctrl+u", "move_page(-1)", "A page up", show=False, id="list.page_up"),
        Binding("g,home", "move_to(0)", "First row", show=False, id="list.first"),
        Binding("G,end", "move_to(-1)", "Last row", show=False, id="list.last"),
    ]

    cursor: reactive[int] = reactive(0, init=False)

    @dataclass
    class Moved(Message, namespace="row_list"):
        """The cursor stands on another item, or on one that has just come; item — None where the list is empty."""

        list: PagedList
        item: Any

        @property
        def control(self) -> PagedList:
            return self.list

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
        self.pages, self.loaded = Pages(), False
        self.load: Load | None = None
        self.count: Count | None = None
        self.told: str | None = None

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

    @property
    def total(self) -> int:
        return self.pages.total

    def at(self, index: int) -> Any:
        return self.pages.at(index)

    def show_rows(self, rows: Sequence[Any], keep: str | None = None) -> None:
        """Show these rows and no others; the cursor goes to the row of that key, or stays where its own row went."""
        self.load = self.count = None
        self.settle(Pages.of(rows), keep if keep is not None else self.key_at(self.cursor))

    def show_first(self, rows: Sequence[Any], total: int, load: Load, keep: str | None = None) -> None:
        """Show the first rows of `total`, as `show_rows`; the others are loaded when they are seen."""
        self.load = load
        self.settle(Pages.of(rows, total), keep if keep is not None else self.key_at(self.cursor))

    def read_from(self, load: Load, count: Count) -> None:
        """Say where rows come from; `reload` reads them."""
        self.load, self.count = load, count

    async def reload(self, keep: str | None = None, index: int | None = None) -> None:
        """Read again what is shown. The cursor goes to the row of key `keep`, or stays with its row, or at its index where that is gone."""
        if not self.load or not self.count:
            return
        keep = keep if keep is not None else self.key_at(self.cursor) if index is None else None
        around = self.cursor if index is None else index
        pages = Pages(await self.count())
        last = max(0, pages.total - 1)
        for number in sorted({min(row, last) // PAGE for row in (max(0, around), around + self.visible_rows)} if pages.total else ()):
            pages.held[number] = await self.load(pages.begins(number, self.key_of), PAGE)
        self.settle(pages, keep, around)

    def settle(self, pages: Pages, keep: str | None, around: int | None = None) -> None:
        if not self.loaded or bool(pages.total) is not bool(self.total):  # what can be done hangs on whether there is a row
            self.screen.call_next(self.screen.refresh_bindings)
        self.pages, self.loaded = pages, True
        found = pages.index_of(lambda item: self.key_of(item) == keep)
        target = found if found is not None else max(0, min(self.cursor if around is None else around, pages.total - 1))
        self.set_lines(pages.total * self.row_height + self.head)
        self.told = None
        self.set_reactive(PagedList.cursor, target)
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
        if self.load and number not in self.pages.wanted and number * PAGE < self.total:
            self.pages.wanted.add(number)
            self.run_worker(begun(self.fetch, number), group=f"page {number}")

    async def fetch(self, number: int) -> None:
        pages = self.pages
        rows = await self.read(pages.begins(number, self.key_of))
        if pages is not self.pages:  # another list is shown by now
            return
        if pages.keep(number, rows, self.cursor // PAGE):
            self.set_lines(self.total * self.row_height + self.head)
            self.cursor = self.validate_cursor(self.cursor)
        self.tell()
        self.refresh()

    async def read(self, begin: Begin) -> Sequence[Any]:
        """One page; where the row that it begins after is gone by now, counted from the beginning."""
        assert self.load
        try:
            return await self.load(begin, PAGE)
        except QueryError:
            return await self.load(Begin.at(begin.row), PAGE)

    def watch_cursor(self, old: int, new: int) -> None:
        top = self.scroll_offset.y
        self.look_at(new)
        if self.scroll_offset.y != top:
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

    def is_marked(self, item: Any) -> bool:
        """Whether the row is drawn as marked."""
        return False

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
        rows = self.draw(item, columns - 1, self.is_marked(item))
        return (edge, *rows[part]) if part < len(rows) else (edge,)
