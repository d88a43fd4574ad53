"""The one-line bars: where one is, what is going on, which keys matter now. Every word of them can be clicked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.timer import Timer

from tracker.tui.line import Line, Run, cells, cut, fit, line, width
from tracker.tui.paint import Painted

PLACES = (
    ("home", "Home"),
    ("conflicts", "Conflicts"),
    ("quotes", "Quotes"),
    ("speakers", "Speakers"),
    ("sources", "Sources"),
    ("log", "Log"),
)
SECONDS = 4.0  # for which a sentence stands in place of the keys
HELP = ("?", "Help", "app.help")
HINTS = 6  # and help: seven in all


class Bar(Painted):
    DEFAULT_CSS = "Bar { height: 1; background: $panel; overflow-y: hidden; }"

    async def on_click(self, event: events.Click) -> None:
        run = self.run_at(event)
        if run and run.action:
            await self.app.run_action(run.action, self.screen)


class Tabs(Bar):
    """The six places with their keys, and whose desk this is."""

    def __init__(self, here: str) -> None:
        super().__init__()
        self.here = here
        self.words: tuple[str, ...] = ()

    def show_names(self, *names: str) -> None:
        """What stands at the right. Where the room is short, the last but one goes first."""
        self.words = tuple(name for name in names if name)
        self.refresh()

    def tabs(self, places: Sequence[tuple[str, str]]) -> list[Run]:
        words = enumerate(places, 1)
        return [
            Run(f" {n} {label}".rstrip() + " ", "on" if name == self.here else "dim", f"app.go('{name}')") for n, (name, label) in words
        ]

    def line(self, y: int) -> Line:
        runs = self.tabs(PLACES)
        if width(tuple(runs)) > self.size.width:  # the others are told by their digits
            runs = self.tabs([(name, label if name == self.here else "") for name, label in PLACES])
        room = self.size.width - width(tuple(runs)) - 1
        short = self.words[:-2] + self.words[-1:]
        kept = next((some for some in (self.words, short) if cells(" · ".join(some)) < room), short[:1])
        return (*runs, Run(fit(f"{' · '.join(kept)} ", max(0, room), right=True), "dim"))


class Status(Bar):
    """What is going on: the reason for the next verdict, marks, progress. Takes no room when there is nothing to say."""

    DEFAULT_CSS = "Status { display: none; background: $boost; }"

    def __init__(self) -> None:
        super().__init__()
        self.notes: dict[str, Line] = {}

    def note(self, name: str, *runs: Run | str) -> None:
        """Say something under a name, in place of what was said under it before; without runs, no more."""
        if runs:
            self.notes[name] = line(*runs)
        else:
            self.notes.pop(name, None)
        self.display = bool(self.notes)
        self.refresh()

    def line(self, y: int) -> Line:
        found: list[Run] = [Run(" ")]
        for note in self.notes.values():
            found.extend((*note, Run("   ")))
        return tuple(found)


class Hints(Bar):
    """The keys that matter for the focused pane, at most seven, and help the last of them."""

    def __init__(self) -> None:
        super().__init__()
        self.said: Run | None = None
        self.timer: Timer | None = None

    def say(self, text: str, role: str = "good") -> None:
        """Show one sentence in place of the keys for a while."""
        self.said = Run(f" {text}", role)
        if self.timer:
            self.timer.stop()
        self.timer = self.set_timer(SECONDS, self.hush)
        self.refresh()

    def hush(self) -> None:
        self.said = None
        self.refresh()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def hints(self) -> Iterable[tuple[str, str, str]]:
        """Key, label and what a click does — it presses the key — of each, the focused pane's own first; but the way back before all.

        A screen names in `leading` the label that comes first, and in `hinted` actions, by id or as they are called, that matter here and
        are shown nowhere else.
        """
        seen: set[str] = set()
        found = []
        more = getattr(self.screen, "hinted", ())
        for active in self.screen.active_bindings.values():
            binding = active.binding
            told = (binding.show and binding.id != "app.help") or binding.id in more or binding.action in more
            if told and binding.description and binding.action not in seen and active.enabled:
                seen.add(binding.action)
                found.append((self.app.get_key_display(binding), binding.description, f"app.press({binding.key!r})"))
        leading = getattr(self.screen, "leading", "")
        return sorted(found, key=lambda hint: (hint[0] != "esc", hint[1] != leading))

    def line(self, y: int) -> Line:
        if self.said:  # what was done can be undone with a click meanwhile
            undo = clickable([*(hint for hint in self.hints() if hint[1].startswith("Undo")), HELP])
            return (*cut((self.said, Run("  ")), self.size.width - width(undo)), *undo)
        found = list(self.hints())[:HINTS]
        while found and width(clickable([*found, HELP])) > self.size.width:
            found.pop()
        return clickable([*found, HELP])


def clickable(hints: Iterable[tuple[str, str, str]]) -> Line:
    return tuple(run for key, label, action in hints for run in (Run(f" {key}", "key", action), Run(f" {label} ", "", action)))
