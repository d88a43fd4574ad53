"""Adding articles from within: files, folders, addresses, one article at a time between the reads of the screens, and what failed."""

from __future__ import annotations

from textual.timer import Timer

from tracker import cases
from tracker.errors import TrackerError
from tracker.store.base import Store
from tracker.tui.bars import Status
from tracker.tui.dialogs import Ask, Show
from tracker.tui.host import Host
from tracker.tui.line import Run, counted, paragraph
from tracker.tui.screen import DeskScreen

HINT = "A file, a folder, a web address or a feed; several, separated by spaces, where their names have none. Press + again to stop."


class Adding:
    """One run of adding. It works in the app's own worker, so that it goes on whatever screen is shown."""

    def __init__(self, app: Host) -> None:
        self.app = app
        self.running = self.stopped = False
        self.done = 0
        self.failed: list[str] = []
        self.articles: list[str] = []
        self.timer: Timer | None = None

    def begin(self, place: DeskScreen) -> None:
        """Ask for sources and start; or, while it runs, stop after the article at hand."""
        if self.running:
            self.stopped = True
        elif self.app.desk.add is None:
            place.say("This desk was opened without a way to add: use `tracker add` in a terminal.", "warning")
        else:
            place.later("dialog", self.ask, place)

    async def ask(self, place: DeskScreen) -> None:
        typed = await self.app.push_screen_wait(Ask("Add articles", "", HINT, "enter adds · esc leaves"))
        if typed and typed.strip():
            self.app.run_worker(self.run(sources_of(typed.strip())), group="adding")

    async def run(self, sources: list[str]) -> None:
        assert self.app.desk.add
        self.running, self.stopped, self.done, self.failed, self.articles = True, False, 0, [], []
        self.note()
        try:
            outcomes = self.app.desk.add(sources)
            while not self.stopped and (outcome := await self.app.desk.step(iter(outcomes))) is not None:
                self.count(outcome)
            await self.app.desk.ask(into_case, self.app.desk.case, self.articles, self.app.desk.reviewer)
        except TrackerError as error:
            self.failed.append(str(error))
        finally:
            self.running = False
            self.note()
        await self.end()

    def count(self, outcome: object) -> None:
        error = outcome if isinstance(outcome, TrackerError) else getattr(outcome, "error", None)
        if error:
            self.failed.append(str(error))
        else:
            self.done += 1
            self.articles += [article] if (article := getattr(outcome, "article", None)) else []
        self.note()

    def note(self) -> None:
        failed = f", {len(self.failed)} failed" if self.failed else ""
        runs = [Run("adding: ", "key"), Run(f"{self.done:,} read{failed}"), Run(" — + stops", "dim")] if self.running else []
        for screen in self.app.screen_stack:
            for status in screen.query(Status):
                status.note("adding", *runs)

    async def end(self) -> None:
        place = self.app.screen
        words = f"{counted(self.done, 'article')} read{', stopped' if self.stopped else ''}"
        if self.failed:
            failed = list(self.failed)
            self.app.push_screen(Show(f"{words}; {len(failed)} failed", lambda width: [row for f in failed for row in paragraph(f, width)]))
        else:
            self.app.say(f"{words}.")
        if isinstance(place, DeskScreen):
            await place.guarded(place.fresh)


def into_case(store: Store, case: str | None, articles: list[str], reviewer: str) -> None:
    """What is added while the desk keeps to a case belongs to it."""
    if case and (new := cases.missing(store, case, articles)):
        cases.put(store, case, new, reviewer)


def sources_of(typed: str) -> list[str]:
    """What was typed as one path where such a file or folder exists, otherwise its parts."""
    from pathlib import Path

    whole = str(Path(typed).expanduser())
    return [whole] if Path(whole).exists() else [str(Path(part).expanduser()) if "://" not in part else part for part in typed.split()]
