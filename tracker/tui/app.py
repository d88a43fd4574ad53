"""The program on the screen: joins the places, and holds what works everywhere — going, undoing, adding, help, quitting."""

from __future__ import annotations

import difflib
import gc
import importlib
from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tracker import history
from tracker.errors import ConfigError, TrackerError
from tracker.model import Decision, Span
from tracker.store.base import Store
from tracker.tui import bars, citing, dialogs, paged, pane, reader, rowlist, screen
from tracker.tui.adding import Adding
from tracker.tui.chores import Chores
from tracker.tui.conflicts import ConflictsScreen
from tracker.tui.desk import Add, Chore, Desk, Settings
from tracker.tui.help import Keys, keys_of
from tracker.tui.home import HomeScreen
from tracker.tui.host import Host
from tracker.tui.keymap import bindings_of, checked
from tracker.tui.line import shown
from tracker.tui.log import LogScreen
from tracker.tui.quotes import QuotesScreen, SearchBox
from tracker.tui.reading import ReaderScreen
from tracker.tui.rows import about
from tracker.tui.screen import DeskScreen
from tracker.tui.sources import SourcesScreen
from tracker.tui.speakers import SpeakersScreen

WRITING = ("tracker.settle",)  # loaded when there is time: what the first verdict needs and no read does
POLL = 2.0  # seconds between looks at whether another program changed the database


class TrackerApp(Host):
    TITLE = "tracker"
    ENABLE_COMMAND_PALETTE = True
    MODES: ClassVar[dict[str, type[DeskScreen]]] = {  # type: ignore[assignment]
        place.place: place for place in (HomeScreen, ConflictsScreen, QuotesScreen, SpeakersScreen, SourcesScreen, LogScreen)
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"go('{name}')", label, show=False, id=f"app.{name}") for n, (name, label) in enumerate(bars.PLACES, 1)),
        Binding("question_mark,f1", "help", "Help", id="app.help"),
        Binding("ctrl+z", "undo", "Undo", show=False, id="app.undo"),
        Binding("Z,ctrl+y", "redo", "Redo", show=False, id="app.redo"),
        Binding("plus", "add", "Add articles", show=False, id="app.add"),
        Binding("f5", "again", "Read again", show=False, id="app.again"),
        Binding("ctrl+p", "command_palette", "Commands", show=False, priority=True, id="app.palette"),
        Binding("q", "quit", "Quit", show=False, id="app.quit"),
    ]

    def __init__(
        self, store: Store, settings: Settings | None = None, add: Add | None = None, start: str = "", chores: Sequence[Chore] = ()
    ) -> None:
        super().__init__()
        self.desk = Desk(store, settings or Settings(), add, chores)
        self.chores = Chores(self)
        self.start = start
        self.adding: Adding | None = None
        self.set_keymap(checked(self.desk.settings.keymap, bindings_of(OWNERS), self.desk.settings.where))

    async def on_mount(self) -> None:
        self.use_theme(self.desk.settings.theme)
        await self.desk.open()
        place = self.start or self.desk.session.get("place") or "home"
        self.desk.session["left"] = self.desk.session.get("place")
        await self.action_go(place if place in self.MODES else "home")
        self.set_interval(POLL, self.poll)
        self.call_after_refresh(self.settle_down)

    async def settle_down(self) -> None:
        """After the first paint: load what the first verdict needs; then see to it that no key does."""
        await self.desk.ask(lambda store: [importlib.import_module(name) for name in WRITING])
        without_pauses()

    def use_theme(self, name: str) -> None:
        if name and name not in self.available_themes:
            near = tuple(difflib.get_close_matches(name, self.available_themes, 1))
            self.say(str(ConfigError(self.desk.settings.where, "theme", f"there is no theme {name!r}", near)), "error")
        elif name:
            self.theme = name

    async def poll(self) -> None:
        """Another terminal may have changed what is shown."""
        try:
            if await self.desk.has_changed() and isinstance(self.screen, DeskScreen):
                self.screen.later("fresh", self.screen.fresh)
        except TrackerError as error:
            self.say(str(error), "error")

    def say(self, text: str, severity: str = "information") -> None:
        """One sentence for the person: in the bar of keys for a while; what went wrong as a notice too."""
        if severity == "error":
            self.notify(shown(text), severity="error", timeout=10, markup=False)
        for bar in self.screen.query(bars.Hints):
            bar.say(text, {"error": "bad", "warning": "warn"}.get(severity, "good"))

    async def action_go(self, place: str) -> None:
        self.desk.session["place"] = place
        while len(self.screen_stack) > 1:
            self.pop_screen()
        await self.switch_mode(place)

    async def search_saved(self, name: str) -> None:
        """The saved query in the search box of Quotes."""
        self.desk.session.setdefault("quotes", {})["search"] = f"@{name}"
        await self.action_go("quotes")
        self.screen.query_one(SearchBox).value = f"@{name}"

    def open_article(self, article: str, at: Span | None) -> None:
        self.push_screen(ReaderScreen(article, at))

    def action_help(self) -> None:
        """The keys of where one is; a click on one presses it."""
        self.push_screen(Keys(keys_of(self.screen)), self.action_press)

    def action_press(self, key: str | None) -> None:
        if key:
            self.call_later(self.simulate_key, key)

    def action_again(self) -> None:
        if isinstance(self.screen, DeskScreen):
            self.screen.later("fresh", self.screen.fresh)

    def action_undo(self) -> None:
        self.step_back(history.undo, "Undone", "Nothing of yours to undo.")

    def action_redo(self) -> None:
        self.step_back(history.redo, "Done again", "Nothing to take back.")

    def step_back(self, step: Callable[[Store, str], Decision | None], done: str, nothing: str) -> None:
        place = self.screen
        if not isinstance(place, DeskScreen):
            return

        async def work() -> None:
            decision = await self.desk.ask(step, self.desk.reviewer)
            self.say(f"{done}: {decision.act} — {about(decision)}" if decision else nothing)
            await place.after_undo(decision)

        place.later("verdict", work)

    def action_add(self) -> None:
        if isinstance(self.screen, DeskScreen):
            self.adding = self.adding or Adding(self)
            self.adding.begin(self.screen)

    def begin(self, chore: Chore) -> None:
        if isinstance(self.screen, DeskScreen):
            self.chores.begin(chore, self.screen)

    async def action_quit(self) -> None:
        try:
            await self.desk.save()
        except TrackerError as error:
            self.say(str(error), "error")
        self.exit()

    def on_unmount(self) -> None:
        self.desk.close()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of where one is, by its name, and Textual's own choice of theme."""
        for n, (name, label) in enumerate(bars.PLACES, 1):
            yield SystemCommand(f"Go to {label}", f"key {n}", lambda name=name: self.call_later(self.action_go, name))
        for name, words in self.desk.settings.queries.items():
            yield SystemCommand(f"Search @{name}", words, lambda name=name: self.call_later(self.search_saved, name))
        for chore in self.desk.chores:
            title = f"Stop: {chore.title.lower()}" if chore.name in self.chores.running else chore.title
            yield SystemCommand(title, chore.about, lambda chore=chore: self.call_later(self.begin, chore))
        done: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.description and binding.id and not binding.id.startswith("list.") and binding.action not in done:
                done.add(binding.action)
                yield SystemCommand(
                    binding.description,
                    f"key {self.get_key_display(binding)}",
                    lambda binding=binding, node=active.node: self.call_later(self.run_action, binding.action, node),
                )
        yield from (command for command in super().get_system_commands(screen) if command.title in ("Theme", "Screenshot"))


def without_pauses() -> None:
    """Leave what the program is made of out of every later search for garbage: each would stop the keys for a tenth of a second."""
    gc.freeze()
    gc.enable()


OWNERS = (
    TrackerApp,
    screen.DeskScreen,
    HomeScreen,
    citing.Citing,
    ConflictsScreen,
    QuotesScreen,
    SearchBox,
    SpeakersScreen,
    SourcesScreen,
    LogScreen,
    ReaderScreen,
    pane.ReaderPane,
    paged.PagedList,
    rowlist.RowList,
    reader.Reader,
    dialogs.Card,
    dialogs.Dialog,
    dialogs.Show,
    dialogs.Confirm,
)
