"""Values in, text out: attribution reports and data formats. `write` is the door.

    write("html", dossier, Path("report.html"), Options())

The same values and options give the same bytes. Output goes to a temporary file beside the target, which it replaces only when
whole: a failed export leaves what was there.
"""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tracker.errors import ExportError, QueryError
from tracker.model import Dossier
from tracker.report import archive, attribution, bibliography, linked, spreadsheet, tables
from tracker.report.redaction import Redacted, Redaction
from tracker.report.source import OfDossier, Source

__all__ = ["FORMATS", "Format", "OfDossier", "Options", "Redaction", "Source", "format_named", "write", "write_stream"]


@dataclass(frozen=True, slots=True)
class Options:
    """
    by         "claim", "speaker" or "article": how a report is laid out
    redaction  what a report leaves out, and says that it does
    templates  a folder of the user's own report templates
    table      which table a CSV holds; raw — words that look like formulas stay as they are; hxl — a row of HXL tags
    """

    by: str = "claim"
    redaction: Redaction = field(default_factory=Redaction)
    templates: Path | None = None
    table: str = "figures"
    raw: bool = False
    hxl: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """needs_dossier — it is a report over a whole dossier; the others stream from any source."""

    name: str
    extension: str
    description: str
    write: Callable[[Source, Dossier | None, IO[bytes], Options], None]
    needs_dossier: bool = False


def report(template: str) -> Callable[[Source, Dossier | None, IO[bytes], Options], None]:
    def run(source: Source, dossier: Dossier | None, target: IO[bytes], options: Options) -> None:
        assert dossier is not None
        for chunk in attribution.chunks(template, dossier, options.by, options.redaction, options.templates):
            target.write(chunk.encode("utf-8", "replace"))

    return run


def stream(lines: Callable[[Source], Iterator[str]]) -> Callable[[Source, Dossier | None, IO[bytes], Options], None]:
    def run(source: Source, dossier: Dossier | None, target: IO[bytes], options: Options) -> None:
        for chunk in lines(source):
            target.write(chunk.encode("utf-8", "replace"))

    return run


def one_table(source: Source, dossier: Dossier | None, target: IO[bytes], options: Options) -> None:
    table = tables.TABLE_BY_NAME.get(options.table)
    if table is None:
        raise QueryError(options.table, "is no table", tuple(tables.TABLE_BY_NAME))
    spreadsheet.write_csv(source, target, table, options.raw, options.hxl)


def all_tables(source: Source, dossier: Dossier | None, target: IO[bytes], options: Options) -> None:
    spreadsheet.write_csv_tables(source, target, options.raw, options.hxl)


def workbook(source: Source, dossier: Dossier | None, target: IO[bytes], options: Options) -> None:
    spreadsheet.write_xlsx(source, target)


def records(source: Source, dossier: Dossier | None, target: IO[bytes], options: Options) -> None:
    if not isinstance(source, archive.Archive):
        raise QueryError("jsonl", "is made from a database, not from a dossier")
    for line in archive.lines(source):
        target.write(line.encode("utf-8", "surrogatepass"))


FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format("markdown", "md", "attribution report as Markdown", report("report.md.j2"), True),
        Format("html", "html", "attribution report as one self-contained page", report("report.html.j2"), True),
        Format("csv", "csv", "one table (figures unless --table says otherwise)", one_table),
        Format("csv-tables", "zip", "every table, one CSV file each", all_tables),
        Format("xlsx", "xlsx", "every table, one sheet each", workbook),
        Format("jsonl", "jsonl", "the database as JSON Lines, for tracker import", records),
        Format("annotations", "jsonld", "W3C Web Annotations of statements and figures", stream(linked.web_annotations)),
        Format("claims", "jsonld", "schema.org Claim, and ClaimReview where a person judged", stream(linked.claims)),
        Format("ftm", "csv", "FollowTheMoney statements", stream(linked.ftm)),
        Format("csl", "json", "sources as CSL-JSON", stream(bibliography.csl)),
        Format("ris", "ris", "sources as RIS", stream(bibliography.ris)),
        Format("bibtex", "bib", "sources as BibTeX", stream(bibliography.bibtex)),
    )
}


def format_named(name: str) -> Format:
    """Raises QueryError, with the nearest name, where there is none."""
    if name in FORMATS:
        return FORMATS[name]
    raise QueryError(name, "is no format", tuple(difflib.get_close_matches(name, FORMATS, 1)) or tuple(FORMATS))


def write(name: str, dossier: Dossier, target: Path, options: Options | None = None) -> None:
    """Write a dossier in a format. Raises QueryError (unknown format, nothing selected) or ExportError (unwritable place)."""
    if not dossier.claims and not dossier.statements:
        raise QueryError(dossier.query or "export", "selects nothing, so there is nothing to write")
    emit(format_named(name), OfDossier(dossier), dossier, target, options or Options())


def write_stream(name: str, source: Source, target: Path, options: Options | None = None) -> None:
    """Write a data format from any source, in constant memory; a report needs a dossier and `write`."""
    emit(format_named(name), source, None, target, options or Options())


def emit(chosen: Format, source: Source, dossier: Dossier | None, target: Path, options: Options) -> None:
    if options.redaction.said and not chosen.needs_dossier:
        if chosen.name == "jsonl":
            raise QueryError("jsonl", "holds whole articles and all decisions, and leaves nothing out", ("csv-tables", "annotations"))
        source = Redacted(source, options.redaction)
    replace(target, lambda file: chosen.write(source, dossier, file, options))


def replace(target: Path, fill: Callable[[IO[bytes]], None]) -> None:
    """Fill a temporary file beside the target, then rename it over the target; nothing is left where that fails.

    Raises ExportError where the place cannot be written.
    """
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise ExportError(str(target), f"cannot be written ({error.strerror})", "name another place with -o") from error
    try:
        with os.fdopen(handle, "wb") as file:
            fill(file)
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(target)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise ExportError(str(target), f"cannot be written ({error.strerror or error})", "name another place with -o") from error
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
