"""Open the desk without a terminal, press keys, read the screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from tracker.store.base import Store
from tracker.tui.app import TrackerApp
from tracker.tui.desk import Add, Chore, Settings

SMALL, LARGE = (80, 24), (160, 48)
WAITING = ("dialog", "adding")


class Person:
    """Someone at the keyboard."""

    def __init__(self, pilot: Pilot[Any], app: TrackerApp) -> None:
        self.pilot, self.app = pilot, app

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        for character in text:
            await self.pilot.press("space" if character == " " else character)
        await self.settle()

    async def click(self, x: int, y: int, times: int = 1) -> None:
        await self.pilot.click(offset=(x, y), times=times)
        await self.settle()

    async def settle(self) -> None:
        """Until nothing is being read or written; what waits for the person does not count."""
        quiet = 0
        for _ in range(400):
            await self.pilot.pause()
            busy = [w for w in self.app.workers if not w.is_finished and w.group not in WAITING]
            quiet = 0 if busy else quiet + 1
            if quiet > 2:
                return
            await asyncio.sleep(0.002)
        raise AssertionError("the desk does not come to rest")

    def lines(self) -> list[str]:
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    def screen(self) -> str:
        return "\n".join(self.lines())

    def sees(self, words: str) -> bool:
        return words in self.screen()

    def find(self, words: str) -> tuple[int, int]:
        """Column and row of words on the screen."""
        for y, row in enumerate(self.lines()):
            if words in row:
                return row.index(words), y
        raise AssertionError(f"{words!r} is not on the screen:\n{self.screen()}")


@asynccontextmanager
async def desk(
    store: Store,
    place: str = "conflicts",
    size: tuple[int, int] = SMALL,
    settings: Settings | None = None,
    add: Add | None = None,
    chores: Sequence[Chore] = (),
) -> AsyncIterator[Person]:
    app = TrackerApp(store, settings or Settings("rosa"), add, place, chores)
    async with app.run_test(size=size) as pilot:
        person = Person(pilot, app)
        await person.settle()
        yield person
