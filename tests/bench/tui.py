"""The desk on a large database: first paint, key to paint, search as one types, memory. Run in a process of its own.

Beside each time stands what of it was spent by the program's own threads: on a machine with other work the rest is waiting for a turn.
TRACKER_BENCH_STATEMENTS sets the size of the generated database (a million by default; it is made once a machine and kept).
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

SIZE = int(os.environ.get("TRACKER_BENCH_STATEMENTS", "1000000"))
MOVES = ["j"] * 60 + ["pagedown"] * 20 + ["G", "g"] * 5 + ["j", "k"] * 15
TYPED = ("speaker:rosa flood", "harbour outlet:", "people were", '"killed"')
LONGEST = 3.0  # seconds waited for an answer: one that is not there by then is counted with them
PLACES = ("home", "quotes", "speakers", "sources", "log", "conflicts")


def rows() -> list[tuple[str, str, str]]:
    from tests.bench import generate

    path = generate.database(SIZE)
    command = [sys.executable, "-m", "tests.bench.tui", str(path), repr(time.time())]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    of = f"{SIZE:,} statements"
    return [
        (f"first paint of the queue, {of}, program start included", f"{found['first'][0]:.2f} s (CPU {found['first'][1]:.2f})", "< 1 s"),
        ("key to paint in the queue, 95 %", worst(found["keys"]), "< 50 ms"),
        ("key to the next claim with its figures, 95 %", worst(found["claims"]), "—"),
        ("search as you type, key to results, 95 %", worst(found["search"]), "< 100 ms"),
        ("memory after a walk through every place", f"{found['memory']:.0f} MB", "< 300 MB"),
    ]


def worst(times: list[tuple[float, float]], share: float = 0.95) -> str:
    """The time below which that share lies, and the same of the processor's."""
    passed, spent = (sorted(each)[min(len(times) - 1, int(len(times) * share))] * 1000 for each in zip(*times, strict=True))
    return f"{passed:.0f} ms (CPU {spent:.0f})"


def now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


async def walk(path: str, began: float) -> dict[str, Any]:
    gc.disable()  # as `tracker.tui.run` does
    from textual import events

    from tracker.store import open_store
    from tracker.tui.app import TrackerApp
    from tracker.tui.conflicts import ConflictsScreen
    from tracker.tui.desk import Settings
    from tracker.tui.quotes import QuotesScreen

    class Watched(TrackerApp):
        """Draws what it would write to a terminal, and remembers when."""

        painted = (0.0, 0.0)

        def _display(self, screen: Any, renderable: Any) -> None:
            if hasattr(renderable, "render_segments"):
                renderable.render_segments(self.console)
                self.painted = now()

    app = Watched(open_store(path), Settings("bench"), start="conflicts")

    async def answered(done: Callable[[], bool], since: tuple[float, float]) -> tuple[float, float]:
        """Seconds from `since` to the first paint after `done` is true, and those of the processor."""
        while not done() and time.perf_counter() - since[0] < LONGEST:
            await asyncio.sleep(0.001)
        at = now()
        while app.painted < at and time.perf_counter() - at[0] < 0.1:
            await asyncio.sleep(0.001)
        passed, spent = app.painted if app.painted >= at else at
        return passed - since[0], spent - since[1]

    async def press(key: str, done: Callable[[], bool]) -> tuple[float, float]:
        since = now()
        character = key if len(key) == 1 else None
        app.post_message(events.Key(key, character))
        return await answered(done, since)

    found: dict[str, Any] = {"keys": [], "claims": [], "search": []}
    async with app.run_test(size=(160, 48)) as pilot:
        screen = app.screen
        assert isinstance(screen, ConflictsScreen)
        await answered(lambda: screen.queue.loaded and screen.view is not None, now())
        found["first"] = time.time() - began, time.process_time()
        for key in MOVES:
            before = screen.queue.cursor
            since = now()
            found["keys"].append(await press(key, lambda before=before: screen.queue.cursor != before))
            shown = lambda: bool(screen.queue.item and screen.view and screen.view.claim.id == screen.queue.item.claim.id)  # noqa: E731
            found["claims"].append(await answered(shown, since))
        await app.action_go("quotes")
        quotes = app.screen
        assert isinstance(quotes, QuotesScreen)
        await pilot.pause(0.5)
        quotes.action_search()
        await pilot.pause(0.1)
        for text in TYPED:
            quotes.box.value = ""
            await pilot.pause(0.3)
            for character in text:
                first = quotes.first
                key = {" ": "space", ":": "colon", '"': "quotation_mark"}.get(character, character)
                since = now()
                app.post_message(events.Key(key, character))
                found["search"].append(await answered(lambda first=first: quotes.first is not first, since))
        for place in PLACES:
            await app.action_go(place)
            await pilot.pause(0.5)
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


if __name__ == "__main__":
    result = asyncio.run(walk(sys.argv[1], float(sys.argv[2])))
    print(json.dumps(result), file=sys.__stdout__)
