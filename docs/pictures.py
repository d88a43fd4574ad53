"""Make the pictures of docs/review.md, docs/reports.md and of the README from the sample corpus: python docs/pictures.py [FOLDER]."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tracker import gather, ingest, pipeline, report, shipped
from tracker.model import Query
from tracker.store import open_store
from tracker.store.base import Store
from tracker.tui.app import OWNERS
from tracker.tui.keymap import bindings_of
from tracker.tui.screenshot import take

# name → place, keys, columns and rows; in this order, on one database, as a morning goes
PICTURES: dict[str, tuple[str, tuple[str, ...], tuple[int, int]]] = {
    "home": ("home", (), (100, 24)),
    "conflicts": ("conflicts", ("enter",), (120, 36)),
    "why": ("conflicts", ("i",), (110, 32)),
    "wording": ("conflicts", ("w",), (120, 30)),
    "quotes": ("quotes", ("slash", '"has:figure"', "down"), (110, 30)),
    "speakers": ("speakers", (), (110, 30)),
    "sources": ("sources", ("enter", "n"), (120, 32)),
    "log": ("conflicts", ("a", "z", "c", '"the later count names its source"', "enter", "R", "6"), (110, 24)),
}


def report_page(store: Store, folder: Path) -> None:
    """The first screen of the report, as Chromium draws it; left as it is where there is no Chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        return
    with tempfile.TemporaryDirectory() as place:
        page = Path(place) / "report.html"
        report.write("html", gather.dossier(store, Query()), page)
        flags = (
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--window-size=1000,1350",
            f"--user-data-dir={place}/p",
        )
        subprocess.run([browser, *flags, f"--screenshot={folder / 'report.png'}", page.as_uri()], check=True, capture_output=True)


HEADING = "The names of actions:"


def actions() -> str:
    """The names of all actions with what they do, a line for each place."""
    known = bindings_of(OWNERS)
    places = list(dict.fromkeys(action.partition(".")[0] for action in known))
    words = {place: [f"`{a}` ({b.description.lower()})" for a, b in known.items() if a.startswith(f"{place}.")] for place in places}
    return "\n".join(f"- {', '.join(words[place])}" for place in places) + "\n"


def write_actions(guide: Path) -> None:
    """Put them after their heading, to the end of the guide."""
    text = guide.read_text("utf-8")
    head = text[: text.index(HEADING) + len(HEADING)]
    guide.write_text(f"{head}\n\n{actions()}", "utf-8")


def main(folder: Path) -> None:
    write_actions(Path(__file__).parent / "review.md")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        store = open_store(Path(place) / "morning.db")
        for _ in pipeline.ingest(ingest.documents(str(shipped.folder("seeds"))), store):
            pass
        report_page(store, folder.resolve())
        for name, (where, keys, size) in PICTURES.items():
            (folder / f"{name}.svg").write_text(take(store, where, keys, size), "utf-8")
        store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "images"))
