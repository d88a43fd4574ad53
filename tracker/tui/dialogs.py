"""Small windows over a screen: read something, answer something, choose something. Escape leaves every one without effect."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Input

from tracker.tui.bars import Bar
from tracker.tui.line import Line, Run, line, paragraph, typeable
from tracker.tui.paged import begun
from tracker.tui.paint import Painted, content
from tracker.tui.rowlist import RowList

T = TypeVar("T")
Lines = Callable[[int], Sequence[Line]]


class Card(Painted, can_focus=True):
    """Lines to read, made for the width there is. Scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", "Down", show=False, id="card.down"),
        Binding("k,up", "scroll_up", "Up", show=False, id="card.up"),
        Binding("pagedown,ctrl+d", "page_down", "A page down", show=False, id="card.page_down"),
        Binding("pageup,ctrl+u", "page_up", "A page up", show=False, id="card.page_up"),
        Binding("g,home", "scroll_home", "Top", show=False, id="card.top"),
        Binding("G,end", "scroll_end", "Bottom", show=False, id="card.bottom"),
    ]

    def __init__(self, make: Lines | None = None, id: str | None = None) -> None:
        super().__init__(id=id)
        self.make: Lines = make or (lambda width: ())
        self.lines: Sequence[Line] = ()

    def show(self, make: Lines) -> None:
        self.make = make
        self.scroll_to(y=0, animate=False, force=True)
        self.remake()

    def on_resize(self) -> None:
        self.remake()

    def remake(self) -> None:
        self.lines = self.make(max(10, self.scrollable_content_region.width))
        self.set_lines(len(self.lines))
        self.refresh()

    def line(self, y: int) -> Line:
        at = y + self.scroll_offset.y
        return self.lines[at] if at < len(self.lines) else ()


class Buttons(Bar):
    """What can be clicked in a window: label and action of each."""

    DEFAULT_CSS = "Buttons { background: $surface; dock: bottom; }"

    def __init__(self, buttons: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.buttons = buttons

    def line(self, y: int) -> Line:
        return tuple(run for label, action in self.buttons for run in (Run(f" {label} ", "on", f"screen.{action}"), Run("  ")))


class Dialog(ModalScreen[T], Generic[T]):
    """A window with a title in its border."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > Vertical { width: 90%; max-width: 110; height: auto; max-height: 90%; padding: 0 1; }
    Dialog > Vertical { border: round $primary; background: $surface; }
    Dialog Painted { background: $surface; }
    Dialog Input, Dialog Input:focus { border: none; }
    Dialog Input { height: 1; padding: 0; background: $boost; margin: 0 0 1 0; }
    Dialog Card { height: auto; max-height: 100%; }
    Dialog RowList { height: 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", id="dialog.leave")]
    buttons: ClassVar[tuple[tuple[str, str], ...]] = (("Leave", "leave"),)

    def __init__(self, title: str, foot: str = "esc leaves") -> None:
        super().__init__()
        self.heading, self.foot = title, foot

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title, box.border_subtitle = content(self.heading), content(self.foot)
            yield from self.inside()
            yield Buttons(self.buttons)

    def inside(self) -> ComposeResult:
        yield from ()

    def action_leave(self) -> None:
        self.dismiss(None)


class Show(Dialog[Any]):
    """Lines to read."""

    DEFAULT_CSS = "Show > Vertical { height: auto; } Show Card { height: auto; }"
    buttons: ClassVar[tuple[tuple[str, str], ...]] = (("Close", "leave"),)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,enter,question_mark", "leave", "Close", show=False, id="dialog.close")]

    def __init__(self, title: str, make: Lines, foot: str = "esc closes · j k scroll") -> None:
        super().__init__(title, foot)
        self.make = make

    def inside(self) -> ComposeResult:
        yield Tall(self.make)


class Tall(Card):
    """As tall as its lines, as far as the window allows."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self.make(max(10, width))))


class Confirm(Show):
    """Lines to read before something is done: enter does it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "do", "Do it", id="dialog.do"),
        Binding("q,n", "leave", "Leave", show=False),
    ]

    buttons = (("Do it", "do"), ("Leave", "leave"))

    def __init__(self, title: str, make: Lines, foot: str = "enter does it · esc leaves all as it is") -> None:
        super().__init__(title, make, foot)

    def action_do(self) -> None:
        self.dismiss(True)


class Ask(Dialog[str]):
    """One line of text. Enter answers, also with nothing; escape gives None."""

    buttons = (("OK", "take"), ("Leave", "leave"))

    def __init__(self, title: str, value: str = "", hint: str = "", foot: str = "enter keeps it · esc leaves") -> None:
        super().__init__(title, foot)
        self.value, self.hint = typeable(value), hint

    def inside(self) -> ComposeResult:
        yield Input(self.value, select_on_focus=False)
        if self.hint:
            yield Tall(lambda width: paragraph(self.hint, width, "dim"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_take()

    def action_take(self) -> None:
        self.dismiss(self.query_one(Input).value)


class Option(Generic[T]):
    """One thing to choose: its label, its value, and what stands dim beside it."""

    __slots__ = ("beside", "label", "value")

    def __init__(self, label: str, value: T, beside: str = "") -> None:
        self.label, self.value, self.beside = label, value, beside


TALLEST = 14  # rows of a list of choices; it grows to what there was, and does not shrink while one types
ANYWHERE = 1000  # columns: a click marks wherever it falls on the row
Find = Callable[[str], Awaitable[Sequence[Option[Any]]]]


class Pick(Dialog[list[Any]]):
    """Choose as you type. Enter takes the row (with marks: the marked ones); where `free` is set, what was typed counts when nothing fits.

    The answer is a list of values; None where the person left.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "Down", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False, priority=True),
        Binding("ctrl+space,ctrl+t", "mark_row", "Mark", show=False, priority=True),
    ]

    buttons = (("OK", "take"), ("Leave", "leave"))

    def __init__(
        self, title: str, find: Find, free: bool = False, many: bool = False, marked: Sequence[Option[Any]] = (), foot: str = ""
    ) -> None:
        foot = foot or ("ctrl+t marks · enter applies" if many else "enter takes it")
        super().__init__(title, f"type to narrow · {foot} · esc leaves")
        self.find, self.free, self.many, self.marked = find, free, many, marked
        self.tallest = 3

    def inside(self) -> ComposeResult:
        yield Input(select_on_focus=False)
        yield RowList(self.draw, lambda option: repr(option.value), empty="Nothing fits." + " Enter takes what you typed." * self.free)

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    def draw(self, option: Option[Any], width: int, marked: bool) -> list[Line]:
        glyph = ("[x] " if marked else "[ ] ") if self.many else ""
        return [line(Run(glyph, "key"), option.label, Run(f"  {option.beside}" if option.beside else "", "dim"))]

    def on_mount(self) -> None:
        self.rows.mark_columns = ANYWHERE if self.many else 0
        self.rows.marks = {repr(option.value): option for option in self.marked}
        self.query_one(Input).focus()
        self.narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self.narrow(event.value)

    def narrow(self, text: str) -> None:
        self.run_worker(begun(self.fill, text), group="narrow", exclusive=True)

    async def fill(self, text: str) -> None:
        found = await self.find(text)
        self.tallest = max(self.tallest, min(TALLEST, len(found)))
        self.rows.styles.height = self.tallest
        self.rows.show_rows(found)

    def action_move(self, by: int) -> None:
        self.rows.cursor += by

    def action_mark_row(self) -> None:
        if self.many:
            self.rows.action_mark()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.take()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.take()

    def action_take(self) -> None:
        self.take()

    def take(self) -> None:
        typed = self.query_one(Input).value.strip()
        if self.many:
            marks = [option.value for option in self.rows.marks.values()]
            item = self.rows.item
            self.dismiss(marks if marks or self.marked or item is None else [item.value])
        elif self.rows.item is not None:
            self.dismiss([self.rows.item.value])
        elif self.free and typed:
            self.dismiss([typed])


def among(options: Sequence[Option[Any]]) -> Find:
    """Finds in a fixed list, by any part of the label."""

    async def find(text: str) -> Sequence[Option[Any]]:
        return [option for option in options if text.casefold() in f"{option.label} {option.beside}".casefold()]

    return find
