"""What is done to the database as a whole, from the palette: a form, then the work beside everything else. Its progress is seen on every
screen, and the palette stops it.
"""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from tracker.errors import TrackerError
from tracker.tui.bars import Status
from tracker.tui.desk import Chore
from tracker.tui.dialogs import Confirm, Show
from tracker.tui.form import Form
from tracker.tui.host import Host
from tracker.tui.line import Run, paragraph
from tracker.tui.screen import DeskScreen

LAST = 500
"""Lines of its work that a chore shows when it is done."""


class Chores:
    """Those that can be done here, and those that run: name → what stops it."""

    def __init__(self, app: Host) -> None:
        self.app = app
        self.running: dict[str, threading.Event] = {}

    def begin(self, chore: Chore, place: DeskScreen) -> None:
        """Ask for what it needs and start; or, while it runs, stop it."""
        if chore.name in self.running:
            self.running[chore.name].set()
        else:
            place.later("dialog", self.ask, chore)

    async def ask(self, chore: Chore) -> None:
        answers: Mapping[str, str] | None = {}
        if chore.blanks:
            answers = await self.app.push_screen_wait(Form(chore.title, chore.blanks, chore.about))
        elif not await self.app.push_screen_wait(Confirm(f"{chore.title}?", lambda width: paragraph(chore.about, width))):
            return
        if answers is not None and await self.may_replace(chore, answers):
            self.app.run_worker(self.run(chore, answers), group="adding")

    async def may_replace(self, chore: Chore, answers: Mapping[str, str]) -> bool:
        """Where a file to be written is there already, whether the person wants it replaced."""
        written = [Path(answers[blank.name]).expanduser() for blank in chore.blanks if blank.is_written]
        if not any(path.exists() for path in written):
            return True
        words = f"{written[0]} is there already"
        return bool(await self.app.push_screen_wait(Confirm(words, lambda width: paragraph("Replace it?", width))))

    async def run(self, chore: Chore, answers: Mapping[str, str]) -> None:
        """Every line the work gives is its progress while it runs; the last is its result, and all are shown where there are more."""
        told: list[str] = []
        loop, context = asyncio.get_running_loop(), contextvars.copy_context()

        def tell(words: str) -> None:
            if words:
                told.append(words)
                del told[:-LAST]
                loop.call_soon_threadsafe(partial(self.note, chore, words), context=context)

        stop = self.running[chore.name] = threading.Event()
        self.note(chore, chore.about if not chore.blanks else "")
        try:
            await self.app.desk.run_apart(chore.work, answers, tell, stop)
            self.end(chore, told, stop.is_set())
        except TrackerError as error:
            if stop.is_set():  # a read that was broken off says so
                self.end(chore, told, True)
            else:
                self.app.say(f"{chore.title}: {error}", "error")
        finally:
            self.running.pop(chore.name)
            self.note(chore, None)
        if isinstance(self.app.screen, DeskScreen):
            await self.app.screen.guarded(self.app.screen.fresh)

    def note(self, chore: Chore, words: str | None) -> None:
        """What it does stands in the bar of every screen; None takes it away."""
        runs = () if words is None else (Run(f"{chore.title.lower()}: ", "key"), Run(words), Run(" — stops from ctrl+p", "dim"))
        for screen in self.app.screen_stack:
            for status in screen.query(Status):
                status.note(chore.name, *runs)

    def end(self, chore: Chore, told: list[str], is_stopped: bool) -> None:
        stopped = " Stopped." if is_stopped else ""
        results = told[-1:] if chore.is_summed else told
        if len(results) > 1:
            title = f"{chore.title}{': stopped' if stopped else ''}"
            self.app.push_screen(Show(title, lambda width: [row for words in results for row in paragraph(words, width)]))
        else:
            self.app.say(f"{''.join(results) or 'Done.' * (not is_stopped)}{stopped}")
