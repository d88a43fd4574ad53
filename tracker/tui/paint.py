"""The one widget base that puts text on the screen: lines of runs in, styled strips out. Nothing is ever read as markup."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.tui.line import Line, Run, cells, cut, shown

# role → how it looks. State is told by glyph too, so that no colour is needed to read a screen.
LOOKS = {
    "plain": "",
    "dim": "color: $text-muted;",
    "strong": "text-style: bold;",
    "title": "color: $text-primary; text-style: bold;",
    "key": "color: $text-accent; text-style: bold;",
    "on": "color: $text; background: $primary-muted; text-style: bold;",
    "conflict": "color: $text-error; text-style: bold;",
    "revision": "color: $text-warning;",
    "running_total": "color: $text-accent;",
    "compatible": "color: $text-muted;",
    "corroborates": "color: $text-success;",
    "echo": "color: $text-muted; text-style: italic;",
    "disputed": "color: $text-error; text-style: bold;",
    "pending": "color: $text-warning;",
    "decided": "color: $text-success;",
    "warn": "color: $text-warning;",
    "bad": "color: $text-error;",
    "good": "color: $text-success;",
    "content": "text-style: none; background: $surface-lighten-2;",
    "held": "background: $primary-muted;",
    "figure": "background: $warning-muted; color: $text-warning; text-style: bold;",
    "speaker": "color: $text-accent; text-style: bold;",
    "cue": "color: $text-success; text-style: italic;",
    "via": "color: $text-secondary; text-style: italic;",
    "focus": "background: $warning; color: $text; text-style: bold;",
    "match": "background: $accent-muted; text-style: bold underline;",
    "chosen": "text-style: reverse;",
    "removed": "color: $text-error; text-style: strike;",
    "added": "color: $text-success; text-style: underline;",
    "serious": "background: $error-muted; color: $text-error; text-style: bold;",
    "cursor": "background: $surface-lighten-1;",
    "cursor-focus": "background: $primary-muted; text-style: bold;",
}

# In a theme of the terminal's own sixteen colours a muted one and a full one are the same: what is lit in both would be unreadable.
SIXTEEN = {
    "cursor-focus": "color: ansi_default; background: ansi_default; text-style: bold reverse;",
    "figure": "color: ansi_yellow; background: ansi_default; text-style: bold reverse;",
    "serious": "color: ansi_red; background: ansi_default; text-style: bold reverse;",
    "match": "color: ansi_cyan; background: ansi_default; text-style: bold reverse;",
    "focus": "color: ansi_black; background: ansi_bright_yellow; text-style: bold;",
    "removed": "color: ansi_red; text-style: strike;",
}


def content(text: str) -> Content:
    """Any text for a place that Textual renders itself: a border title, a label, an option."""
    return Content(shown(text))


class Painted(ScrollView, can_focus=False, inherit_bindings=False):
    """A widget that gives its lines one by one. Subclasses say how many there are (`set_lines`) and what each shows (`line`).

    A bar that took the focus at a click would take the keys from the list beside it.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"role--{role}" for role in LOOKS}
    DEFAULT_CSS = """
    Painted {
        overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; background: $background;
        border-title-color: $text-muted; border-title-style: none;
        &:focus { border-title-color: $text-primary; border-title-style: bold; }
    }
    """ + "\n".join(
        [f"Painted .role--{role} {{ {look} }}" for role, look in LOOKS.items()]
        + [f"Painted:ansi .role--{role} {{ {look} }}" for role, look in SIXTEEN.items()]
    )

    def line(self, y: int) -> Line:
        """What stands on the widget's line y, scrolled or not as the widget wishes."""
        return ()

    def set_lines(self, count: int) -> None:
        """So many lines to scroll through. The screen is laid out anew only where the widget's height hangs on their number: laying out
        costs more than painting.
        """
        size, height = Size(0, count), self.styles.height
        if height is not None and height.is_auto:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(Painted.virtual_size, size)
            self._scroll_update(size)
            self.refresh()

    def base_role(self, y: int) -> str:
        """The role under a whole line: the cursor's."""
        return ""

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:
        self.styles_by_role: dict[tuple[str, str], Style] = {}
        super().__init__(id=id, classes=classes)

    def notify_style_update(self) -> None:
        self.styles_by_role.clear()
        super().notify_style_update()

    def style_of(self, *roles: str) -> Style:
        names = [f"role--{role}" for role in roles if role in LOOKS]
        return self.get_component_rich_style(*(names or ["role--plain"]))

    def render_line(self, y: int) -> Strip:
        base = self.base_role(y)
        columns = self.scrollable_content_region.width
        segments = [Segment(shown(run.text), self.run_style(base, run)) for run in cut(self.line(y), columns) if run.text]
        return Strip(segments).adjust_cell_length(columns, self.style_of(base))

    def run_style(self, base: str, run: Run) -> Style:
        """The style of a run on a line of that base, worked out once until the looks change: a screen has a thousand runs."""
        known = self.styles_by_role.get((base, run.role))
        if known is None:
            known = self.styles_by_role[base, run.role] = self.mixed_style(base, run.role.split())
        return known

    def mixed_style(self, base: str, roles: list[str]) -> Style:
        if base and self.style_of(base).reverse:  # no colour of its own can be trusted on it
            return self.style_of(base)
        if base and not any("background" in LOOKS.get(role, "") for role in roles):
            return self.style_of(*roles, base) if not roles else self.style_of(*roles) + Style(bgcolor=self.style_of(base).bgcolor)
        return self.style_of(*roles)

    def run_at(self, event: events.MouseEvent) -> Run | None:
        """The run under the mouse, None beside every one."""
        offset = event.get_content_offset(self)
        if offset is None:
            return None
        at = 0
        for run in self.line(offset.y):
            at += cells(shown(run.text))
            if offset.x < at:
                return run
        return None

    def changed_look(self) -> None:
        self.refresh()
