"""Pictures of the desk made by the program itself: no terminal, the same screens, as SVG."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence

from tracker.store.base import Store
from tracker.tui.app import TrackerApp
from tracker.tui.desk import Settings

QUIET = 3  # looks in a row at which nothing is being read
WAITING = ("dialog", "adding")


def take(
    store: Store, place: str = "conflicts", keys: Sequence[str] = (), size: tuple[int, int] = (120, 36), reviewer: str = "rosa"
) -> str:
    """The SVG of a place after these keys were pressed; one in quotation marks is typed letter by letter. The store keeps what they did."""
    return asyncio.run(picture(TrackerApp(store, Settings(reviewer), start=place), keys, size))


async def picture(app: TrackerApp, keys: Sequence[str], size: tuple[int, int]) -> str:
    async with app.run_test(size=size) as pilot:
        await rest(app)
        for key in keys:
            for one in typed(key[1:-1]) if key[:1] == key[-1:] == '"' and len(key) > 2 else [key]:
                await pilot.press(one)
                await rest(app)
        for bar in app.screen.query("Hints"):
            bar.hush()  # type: ignore[attr-defined]
        await pilot.pause()
        return without_web_fonts(app.export_screenshot(title="tracker"))


def typed(text: str) -> list[str]:
    return ["space" if character == " " else character for character in text]


async def rest(app: TrackerApp) -> None:
    """Wait until nothing is being read; what waits for a person does not count."""
    quiet = 0
    while quiet < QUIET:
        await asyncio.sleep(0.03)
        busy = any(not worker.is_finished and worker.group not in WAITING for worker in app.workers)
        quiet = 0 if busy else quiet + 1


def without_web_fonts(svg: str) -> str:
    """Fonts of the reader's machine instead of some fetched from elsewhere: the picture works offline."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    return svg.replace("Fira Code, monospace", "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace").replace(
        "Fira Code", "monospace"
    )
