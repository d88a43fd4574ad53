"""How a list is shown: a table on a terminal, tab-separated text in a pipe, JSON where asked for."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from rich.text import Text

    from tracker.report import tables

T = TypeVar("T")
Cells: TypeAlias = "dict[Column, list[Text]]"
PAGE = 200
"""Rows asked of the store at a time."""
SCREENFUL = 50
"""Rows a terminal is shown unless more are asked for."""
WIDE = 150
"""Columns of a terminal from which roomy columns are shown."""
ROOM = 28
"""Columns that what wraps is given at the least beside the others; with less it gets lines of its own."""
INDENT = 4
DIGITS = 12
"""Of an identity, on a terminal."""
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
"""Control characters and marks that turn the direction of writing: a title must not be able to steer the terminal."""


@dataclass(frozen=True, slots=True)
class Column:
    """name — the heading; read — the cell of a row; wraps — it may be broken into lines (the others are shown whole); short — an
    identity, of which a terminal shows the first digits; roomy — shown on a wide terminal only; lit — (start, end) in the cell's words of
    what a terminal shows bold.
    """

    name: str
    read: Callable[[Any], object]
    wraps: bool = False
    right: bool = False
    short: bool = False
    roomy: bool = False
    lit: Callable[[Any], Sequence[tuple[int, int]]] | None = None


def counted(number: int, noun: str) -> str:
    """ "1 figure", "1,200 figures"."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def pages(fetch: Callable[[str, int], Sequence[T]], key: Callable[[T], object], limit: int, past: str = "") -> Iterator[T]:
    """Every row of a paged list, one page in memory at a time, from the row after the one known as `past`; limit 0 is all.

    fetch — what `past` is and how many rows are wanted → the rows; key — what a row is known by
    """
    given = 0
    while not limit or given < limit:
        rows = fetch(past, min(PAGE, limit - given) if limit else PAGE)
        yield from rows
        given += len(rows)
        if len(rows) < PAGE:
            return
        past = str(key(rows[-1]))


def on_terminal() -> bool:
    return sys.stdout.isatty()


def default_limit(limit: int | None) -> int:
    """As asked; otherwise a screenful on a terminal and everything in a pipe."""
    return limit if limit is not None else (SCREENFUL if on_terminal() else 0)


def show(rows: Iterable[Any], columns: Sequence[Column], as_json: bool = False, total: int | None = None, empty: str = "") -> None:
    """Print the rows. total — how many there are in all, to say where some are not shown; empty — what to say where there is none."""
    if as_json:
        show_json(rows)
    elif on_terminal():
        show_table(list(rows), columns, total, empty)
    else:
        for row in rows:
            print("\t".join(cell(column.read(row)) for column in columns))


def show_json(rows: Iterable[Any]) -> None:
    """A JSON array, one object a line."""
    mark = "["
    for row in rows:
        sys.stdout.write(f"{mark}\n{json.dumps(plain(row), ensure_ascii=False)}")
        mark = ","
    sys.stdout.write("\n]\n" if mark == "," else "[]\n")


def show_csv(rows: Iterable[Any], table: tables.Table) -> None:
    """The rows as CSV, harmless in a spreadsheet."""
    from tracker.report import spreadsheet

    for chunk in spreadsheet.csv_lines(table, rows):
        print(chunk, end="")


def show_table(rows: list[Any], columns: Sequence[Column], total: int | None, empty: str) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    if not rows:
        console.print(Text(empty or "Nothing found."))
        return
    cells = {column: [shown(column, row) for row in rows] for column in columns if not column.roomy or console.width >= WIDE}
    cells = {column: held for column, held in cells.items() if any(held)}
    width = {column: max(one.cell_len for one in (Text(column.name), *held)) for column, held in cells.items()}
    needed = [min(wide, ROOM) if column.wraps else wide for column, wide in width.items()]
    lay_out = beside if sum(needed) + 2 * len(needed) - 2 <= console.width else beneath
    for part in lay_out(cells, width, console.width):
        console.print(part)
    if total is not None and total > len(rows):
        print(f"{len(rows):,} of {total:,} shown; --limit 0 shows all", file=sys.stderr)


def beside(cells: Cells, width: dict[Column, int], room: int) -> Iterator[Any]:
    """A table, a line for each row and more where cells wrap."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in cells:
        table.add_column(column.name, no_wrap=not column.wraps, justify="right" if column.right else "left", overflow="fold")
    for row in zip(*cells.values(), strict=True):
        table.add_row(*row)
    yield table


def beneath(cells: Cells, width: dict[Column, int], room: int) -> Iterator[Any]:
    """For a narrow terminal: a line of what fits for each row, and beneath it, indented, what does not and what wraps."""
    from rich.padding import Padding
    from rich.text import Text

    first = [column for column in cells if not column.wraps or width[column] <= ROOM]
    while len(first) > 1 and sum(width[column] + 2 for column in first) - 2 > room:
        first.pop()
    rest = [column for column in cells if column not in first]

    def lines(row: dict[Column, Text], parts: list[Text]) -> Iterator[Any]:
        yield Text("  ").join(aligned(column, row[column], width[column]) for column in first)
        if parts:
            yield Padding(Text(" · ").join(parts), (0, 0, 0, INDENT))

    names = {column: Text(column.name, "bold") for column in cells}
    yield from lines(names, [names[column] for column in rest])
    for held in zip(*cells.values(), strict=True):
        row = dict(zip(cells, held, strict=True))
        yield from lines(row, [row[c] if c.wraps else Text(f"{c.name} ").append_text(row[c]) for c in rest if row[c]])


def aligned(column: Column, cell: Text, width: int) -> Text:
    found = cell.copy()
    found.align("right" if column.right else "left", width)
    return found


def shown(column: Column, row: Any) -> Text:
    """The cell of a row as a terminal shows it."""
    from rich.text import Text

    value = column.read(row)
    found = Text(cell(value)[: DIGITS if column.short else None])
    if column.lit and found.plain == value:
        for start, end in column.lit(row):
            found.stylize("bold underline", start, end)
    return found


def cell(value: object) -> str:
    """A value as one line of text that can do nothing to a terminal; empty where there is none."""
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        return ", ".join(cell(item) for item in value)
    return UNPRINTABLE.sub(" ", f"{value:,}" if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else str(value)).strip()


WORKINGS = frozenset({"event_words", "sketch", "origin_groups", "witnesses", "holding"})
"""What the program notes of articles and claims for its own comparing, and says nothing to anybody else."""


def plain(value: Any) -> Any:
    """A value of the model as JSON knows it, without our workings; an object with an identity bears it as "id"."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        shape = {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value) if field.name not in WORKINGS}
        return shape if "id" in shape or not hasattr(value, "id") else {"id": value.id, **shape}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, (tuple, list)) else value
