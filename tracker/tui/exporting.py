"""Export of what the screen shows: its filter, a format, a file. What writes is loaded for this alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tracker.errors import ExportError
from tracker.model import Query
from tracker.store.base import Store
from tracker.tui.dialogs import Ask, Confirm, Option, Pick, among
from tracker.tui.host import Host
from tracker.tui.line import paragraph

if TYPE_CHECKING:
    from tracker.report import Format

OF_THE_WHOLE = ("jsonl",)  # formats of a whole database, made by `tracker export`


class Wish(NamedTuple):
    """What to write where."""

    query: Query
    form: Format
    target: Path


async def ask(app: Host, query: Query) -> Wish | None:
    """Ask for format and file; a file that is there already is only replaced when the person says so. None where they left."""
    from tracker import gather, report

    options = [
        Option(form.name, form.name, form.description.partition(" (")[0])
        for form in report.FORMATS.values()
        if form.name not in OF_THE_WHOLE
    ]
    taken = await app.push_screen_wait(Pick("Export what is shown, as …", among(options)))
    if not taken:
        return None
    form = report.format_named(taken[0])
    hint = "Where to write it. " + (
        f"The filter: {gather.described(query)}" if gather.described(query) else "Nothing is filtered: all of it."
    )
    answer = await app.push_screen_wait(Ask(f"Export as {form.name}", f"report.{form.extension}", hint))
    if not answer or not answer.strip():
        return None
    target = Path(answer.strip()).expanduser()
    if target.exists():
        sure: bool | None = await app.push_screen_wait(Confirm(f"{target} is there already", lambda width: paragraph("Replace it?", width)))
        if not sure:
            return None
    return Wish(query, form, target)


async def write(app: Host, wish: Wish) -> None:
    """Write it while the screens stay usable."""
    app.say(f"Writing {wish.target} …")
    await app.desk.ask_apart(written, *wish)
    app.say(f"Wrote {wish.target}")


def written(store: Store, query: Query, form: Format, target: Path) -> None:
    """Raises ExportError where the file cannot be written, QueryError where nothing is selected."""
    from tracker import gather, report

    if target.is_dir():
        raise ExportError(str(target), "is a folder", "name a file")
    if form.needs_dossier:
        report.write(form.name, gather.dossier(store, query), target)
    else:
        report.write_stream(form.name, gather.Holdings(store, query), target)
