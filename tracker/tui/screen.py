"""What the six places have in common: bars above and below, reads in workers, errors as one sentence, a reason, copying."""

from __future__ import annotations

from collections.abc import Callable, Collection, Coroutine
from typing import Any, ClassVar, ParamSpec, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.screen import Screen

from tracker.errors import TrackerError
from tracker.model import Decision, Query, Span
from tracker.tui import casing, exporting
from tracker.tui.bars import Hints, Status, Tabs
from tracker.tui.desk import Desk
from tracker.tui.dialogs import Ask, Confirm, Lines
from tracker.tui.host import Host
from tracker.tui.line import Run, counted
from tracker.tui.paged import begun
from tracker.tui.rowlist import RowList

P = ParamSpec("P")


class DeskScreen(Screen[None]):
    """A place. Subclasses give `place`, `body` and `fresh`."""

    place: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]  # noqa: RUF012
    DEFAULT_CSS = """
    DeskScreen.-narrow .beside { layout: vertical; }
    DeskScreen.-narrow .beside > * { width: 100%; max-width: 100%; height: 1fr; border-left: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next pane", show=False, id="desk.next_pane"),
        Binding("shift+tab", "app.focus_previous", "Pane before", show=False, id="desk.previous_pane"),
        Binding("ctrl+e", "export", "Export what is shown", show=False, id="desk.export"),
        Binding("C", "case", "Keep to one case", show=False, id="desk.case"),
        Binding("P", "put", "Put into a case", show=False, id="desk.put"),
        Binding("c", "reason", "Reason for the next verdict", show=False, id="desk.reason"),
    ]

    @property
    def desk(self) -> Desk:
        return cast(Host, self.app).desk

    @property
    def hinted(self) -> Collection[str]:
        """Actions that the footer shows here besides those it shows everywhere."""
        return ("list.open",) if self.has_row else ("app.add",)

    @property
    def has_row(self) -> bool:
        """There is something to act on: not where all has been read and the list is empty."""
        main = self.main if self.is_mounted else None
        return main is None or main.total > 0 or not main.loaded

    def compose(self) -> ComposeResult:
        yield Tabs(self.place)
        yield from self.body()
        yield Status()
        yield Hints()

    def body(self) -> ComposeResult:
        yield from ()

    needs_row: ClassVar[frozenset[str]] = frozenset()
    """Actions, as they are called, that are on a row of `main`: not offered while it has none."""

    @property
    def main(self) -> RowList | None:
        """The list that the place is about."""
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action not in self.needs_row or self.has_row

    @property
    def selected(self) -> Query:
        """What the place shows, as a query: what an export from here is of."""
        return Query()

    async def fresh(self) -> None:
        """Read again what is shown: on arrival, after a decision, when another program changed the database."""

    async def after_undo(self, decision: Decision | None) -> None:
        """A decision was withdrawn or taken back, None where there was none: show what is now."""
        await self.fresh()

    def action_export(self) -> None:
        self.later("dialog", self.export)

    async def export(self) -> None:
        wish = await exporting.ask(cast(Host, self.app), self.desk.within(self.selected))
        if wish:  # in a group of its own: a window opened meanwhile does not end it
            self.later("export", exporting.write, cast(Host, self.app), wish)

    @property
    def things(self) -> list[casing.Thing]:
        """What is in focus or marked, and can be put into a case."""
        return []

    def action_put(self) -> None:
        self.later("dialog", self.put)

    async def put(self) -> None:
        made = await casing.put(cast(Host, self.app), self.things)
        if made:
            self.say(f"In case {made[0].value}. z takes it out.")
            self.status.note("reason", *self.reason_runs())
            await self.fresh()

    def action_case(self) -> None:
        self.later("dialog", self.keep_to_case)

    async def keep_to_case(self) -> None:
        name = await casing.choose(cast(Host, self.app))
        if name is not None:
            self.desk.session["case"] = name
            self.name_place()
            await self.fresh()

    def name_place(self) -> None:
        """At the right above: the case kept to, the database, whose name decisions bear; from the right as far as there is room."""
        case = f"case {self.desk.case}" if self.desk.case else ""
        self.query_one(Tabs).show_names(case, self.desk.store.where.rsplit("/", 1)[-1], self.desk.reviewer)

    def on_screen_resume(self) -> None:
        self.name_place()
        self.query_one(Status).note("reason", *self.reason_runs())
        self.later("fresh", self.fresh)

    @property
    def status(self) -> Status:
        return self.query_one(Status)

    @property
    def memory(self) -> dict[str, Any]:
        """What this place keeps from session to session."""
        kept: dict[str, Any] = self.desk.session.setdefault(self.place, {})
        return kept

    def later(self, group: str, work: Callable[P, Coroutine[Any, Any, None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Do it in a worker. Reading: another of the same group takes its place. Writing (group "verdict"): in order, none left out."""
        self.run_worker(begun(lambda: self.guarded(work, *args, **kwargs)), group=group, exclusive=group != "verdict")

    async def guarded(self, work: Callable[P, Coroutine[Any, Any, None]], *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            await work(*args, **kwargs)
        except TrackerError as error:
            self.say(str(error), "error")
        except NoMatches:
            if self.is_attached and self.app.is_running and self.query(Hints):  # otherwise the screen is going away
                raise

    def say(self, text: str, severity: str = "information") -> None:
        cast(Host, self.app).say(text, severity)

    def open_article(self, article: str, at: Span | None) -> None:
        cast(Host, self.app).open_article(article, at)

    async def ask_line(self, title: str, value: str = "", hint: str = "") -> str | None:
        answer: str | None = await self.app.push_screen_wait(Ask(title, value, hint))
        return answer

    async def confirm(self, title: str, make: Lines) -> bool:
        answer: bool | None = await self.app.push_screen_wait(Confirm(title, make))
        return bool(answer)

    def marks_changed(self, rows: RowList, what: str) -> None:
        count = len(rows.marks)
        runs = [Run(f"{counted(count, what)} marked", "key"), Run(" — a verdict applies to all; esc clears", "dim")]
        self.status.note("marks", *(runs if count else ()))

    def reason_runs(self) -> list[Run]:
        return [Run("reason: ", "key"), Run(self.desk.reason), Run(" (for the next verdict)", "dim")] if self.desk.reason else []

    def action_reason(self) -> None:
        self.later("dialog", self.ask_reason)

    async def ask_reason(self) -> None:
        hint = "Kept with the next verdict, word for word."
        reason = await self.app.push_screen_wait(Ask("Reason", self.desk.reason, hint))
        if reason is not None:
            self.desk.reason = reason.strip()
            self.status.note("reason", *self.reason_runs())
