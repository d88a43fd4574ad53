"""CSV and XLSX. A cell that a spreadsheet would run as a formula is made harmless (OWASP, "CSV injection"); `raw` writes it as it is."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

from tracker.errors import ExportError
from tracker.report.source import Source
from tracker.report.tables import TABLES, Cell, Table

SUSPECT = frozenset("=+-@" + "".join(map(chr, range(33))))
"""What such a cell can begin with, beside other spaces: most cells need no closer look."""
FORMULA = re.compile(r"^[\s\x00-\x20]*[=+\-@\t\r]")
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
"""Characters that XML 1.0 cannot hold."""
SHEET_ROWS = 1_048_575
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest moment a ZIP entry can bear: the same tables give the same bytes."""


def text(cell: Cell, raw: bool = False) -> str:
    """A cell as CSV text. Numbers stay bare, dates are ISO 8601; words that begin like a formula get a leading apostrophe."""
    if isinstance(cell, str):
        return f"'{cell}" if not raw and (cell[:1] in SUSPECT or cell[:1].isspace()) and FORMULA.match(cell) else cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


def lines(table: Table, source: Source, raw: bool = False, hxl: bool = False) -> Iterator[str]:
    """The table as CSV (RFC 4180), some lines at a time."""
    return csv_lines(table, table.rows(source), raw, hxl)


def csv_lines(table: Table, values: Iterable[Any], raw: bool = False, hxl: bool = False) -> Iterator[str]:
    """The values as rows of the table."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    heads = [[c.name for c in table.columns], *([[c.hxl for c in table.columns]] if hxl else [])]
    writer.writerows(heads)
    cells = table.reader()
    for value in values:
        writer.writerow([text(cell, raw) for cell in cells(value)])
        if buffer.tell() > 65536:
            yield take(buffer)
    yield take(buffer)


def take(buffer: io.StringIO) -> str:
    found = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return found


def write_csv(source: Source, target: IO[bytes], table: Table, raw: bool = False, hxl: bool = False) -> None:
    for chunk in lines(table, source, raw, hxl):
        target.write(chunk.encode("utf-8", "replace"))


def write_csv_tables(source: Source, target: IO[bytes], raw: bool = False, hxl: bool = False) -> None:
    """Every table as a file of one ZIP archive."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in TABLES:
            with archive.open(zipfile.ZipInfo(f"{table.name}.csv", EPOCH), "w", force_zip64=True) as entry:
                write_csv(source, entry, table, raw, hxl)


def write_xlsx(source: Source, target: IO[bytes]) -> None:
    """A workbook with a sheet a table: typed cells, filters, links. Raises ExportError where openpyxl is missing or a sheet is too long."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise ExportError("xlsx", "needs openpyxl", "pip install 'claims-tracker[xlsx]'") from error
    book = Workbook(write_only=True)
    for table in TABLES:
        fill(book.create_sheet(table.name), table, source)
    with tempfile.TemporaryFile() as kept:
        book.save(kept)
        settle(kept, target)


def fill(sheet: Any, table: Table, source: Source) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    bold, last = Font(bold=True), get_column_letter(len(table.columns))
    sheet.freeze_panes = "A2"
    for number, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = 42 if column.name in ("content", "title", "name", "reason") else 16
    heads = [WriteOnlyCell(sheet, column.name) for column in table.columns]
    for cell in heads:
        cell.font = bold
    sheet.append(heads)
    rows, cells = 1, table.reader()
    for value in table.rows(source):
        rows += 1
        if rows > SHEET_ROWS:
            raise ExportError(
                "xlsx", f"a sheet holds at most {SHEET_ROWS:,} rows and {table.name} has more", "narrow the filter or use csv"
            )
        sheet.append([typed(sheet, cell) for cell in cells(value)])
    sheet.auto_filter.ref = f"A1:{last}{rows}"


def typed(sheet: Any, cell: Cell) -> Any:
    """A number, a date or words; words are never a formula, and a web address is a link."""
    from openpyxl.cell import WriteOnlyCell

    if cell is None or isinstance(cell, bool | int | float):
        return cell
    if isinstance(cell, dt.datetime):
        return cell.astimezone(dt.UTC).replace(tzinfo=None) if cell.tzinfo else cell
    if not isinstance(cell, str):
        return cell
    found = WriteOnlyCell(sheet, UNWRITABLE.sub("�", cell)[:32767])
    found.data_type = "s"
    if cell.startswith(("http://", "https://")):
        found.hyperlink = cell
    return found


def settle(workbook: IO[bytes], target: IO[bytes]) -> None:
    """Copy the archive with the clock taken out of it."""
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            entry = zipfile.ZipInfo(info.filename, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with old.open(info) as held, new.open(entry, "w", force_zip64=True) as copy:
                if info.filename == "docProps/core.xml":
                    copy.write(re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"1980-01-01T00:00:00Z", held.read()))
                else:
                    shutil.copyfileobj(held, copy)
