"""Log: every decision, who, when, on what and why. Any line can be undone, what rests on it shown first."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tracker import cases, history
from tracker.errors import ExportError, QueryError
from tracker.model import Decision
from tracker.store.base import Store
from tracker.tui.dialogs import Card
from tracker.tui.line import Line, Run, counted, line, paragraph
from tracker.tui.paint import content
from tracker.tui.rowlist import RowList
from tracker.tui.rows import about, decision_row, moment
from tracker.tui.screen import DeskScreen

NOTHING = "No decision yet. Judge a claim in Conflicts (2) or a join in Speakers (4): it is written here, and every line can be undone."


class LogScreen(DeskScreen):
    place = "log"
    needs_row = frozenset(("undo_line",))
    DEFAULT_CSS = """
    LogScreen {
        #decisions { height: 1fr; border-top: solid $foreground 30%; }
        #detail { height: 35%; min-height: 5; border-top: solid $foreground 30%; }
        #decisions:focus, #detail:focus { border-top: solid $primary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z,delete", "undo_line", "Undo this line", id="log.undo"),
        Binding("Z", "app.redo", "Redo", id="log.redo"),
        Binding("ctrl+e", "export", "Export the log", id="log.export"),
        Binding("R", "replay", "Replay a log", id="log.replay"),
    ]

    def body(self) -> ComposeResult:
        yield RowList(decision_row, lambda decision: str(decision.number), empty=NOTHING, id="decisions")
        yield Card(id="detail")

    @property
    def main(self) -> RowList:
        return self.decisions

    @property
    def decisions(self) -> RowList:
        return self.query_one("#decisions", RowList)

    def on_mount(self) -> None:
        self.decisions.focus()

    async def fresh(self) -> None:
        self.decisions.told = None
        mine = await self.desk.of_case(cases.decisions)
        if mine is not None:
            self.decisions.show_rows(mine)
        else:
            self.decisions.read_from(
                lambda begin, limit: self.desk.ask(history.log, begin.row, limit),
                lambda: self.desk.ask(lambda store: store.count_decisions()),
            )
            await self.decisions.reload()
        of_case = f" of case {self.desk.case}" if self.desk.case else ""
        self.decisions.border_title = content(f" {counted(self.decisions.total, 'decision')}{of_case}, newest first ")

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        decision: Decision | None = event.item
        self.query_one("#detail", Card).show(lambda width: decision_lines(decision, width) if decision else ())

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        decision: Decision = event.item
        place = next((anchor for anchor in decision.anchors if anchor.article), None)
        if place:
            from tracker.model import Span

            self.open_article(place.article, Span(place.start, place.end))

    def action_undo_line(self) -> None:
        self.later("dialog", self.undo)

    async def undo(self) -> None:
        decision: Decision | None = self.decisions.item
        if not decision:
            return
        if not decision.stands:
            self.say("This line is withdrawn already; Z takes back your newest withdrawal.", "warning")
            return
        rest = await self.desk.ask(history.dependents, decision.number)
        title = "Later decisions rest on this one"
        if rest and not await self.confirm(title, lambda width: [row for d in rest for row in decision_row(d, width, False)]):
            return
        await self.desk.ask(history.undo, self.desk.reviewer, decision.number)
        self.say(f"Undone: {decision.act} on {about(decision)}. Z takes it back.")
        await self.fresh()

    def action_export(self) -> None:
        self.later("dialog", self.export_log)

    async def export_log(self) -> None:
        """Every decision as JSON Lines, to be replayed on another database; a file that is there already is never replaced."""
        answer = await self.ask_line("Export the log", "decisions.jsonl", "JSON Lines: R replays them on another database.")
        if answer and answer.strip():
            count = await self.desk.ask_aside(write_log, Path(answer.strip()).expanduser())
            self.say(f"Wrote {counted(count, 'decision')} to {answer.strip()}")

    def action_replay(self) -> None:
        self.later("dialog", self.replay)

    async def replay(self) -> None:
        answer = await self.ask_line("Replay a log", "", "A file of decisions. What is here already changes nothing.")
        if not answer or not answer.strip():
            return
        kept, failed = await self.desk.ask(replay_file, Path(answer.strip()).expanduser())
        wrong = f"; {counted(len(failed), 'line')} left out, the first: {failed[0]}" if failed else ""
        self.say(f"{counted(kept, 'decision')} replayed{wrong}", "warning" if failed else "information")
        await self.fresh()


def write_log(store: Store, target: Path) -> int:
    """How many decisions were written. Raises ExportError where the file is there already or cannot be written."""
    try:
        with target.open("x", encoding="utf-8") as file:
            return sum(bool(file.write(f"{words}\n")) for words in history.export_log(store))
    except OSError as error:
        raise ExportError(str(target), (error.strerror or str(error)).lower(), "name another file") from error


def replay_file(store: Store, source: Path) -> tuple[int, list[str]]:
    """How many decisions a file held, and what is wrong with each line that is none. Raises QueryError where it cannot be read."""
    try:
        lines = source.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(str(source), f"cannot be read as a log ({getattr(error, 'strerror', None) or 'not UTF-8'})") from error
    outcomes = list(history.replay(store, lines))
    failed = [str(outcome) for outcome in outcomes if isinstance(outcome, QueryError)]
    return len(outcomes) - len(failed), failed


def decision_lines(decision: Decision, width: int) -> list[Line]:
    """The whole of a decision: each thing it is about in full."""
    head = line(Run(f"{decision.number}  {decision.act}", "strong"), f"  {decision.reviewer}  {moment(decision.at)}")
    lines: list[Line] = [head, *(paragraph(f"because: {decision.reason}", width) if decision.reason else ())]
    if decision.value:
        lines.extend(paragraph(f"set: {decision.setting}", width))
    for anchor in decision.anchors:
        lines.extend(paragraph(f"on {anchor.what}: {anchor.words}", width, "dim"))
    if decision.withdrawn_at:
        lines.append(line(Run(f"withdrawn by {decision.withdrawn_by} {moment(decision.withdrawn_at)}", "warn")))
    return lines
