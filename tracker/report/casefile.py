"""A case file: one archive with the reports, the data, the sources' texts and the decision log, and a manifest by which it can be checked.

manifest.json   format, program version, content hash, and for each file its SHA-256 and size
report.html, report.md, report-by-speaker.html, report-by-article.html
data/*.csv      every table, raw
sources/*.txt   each article's text, named by its number in the report and its id
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, Any

from tracker.errors import InputError
from tracker.model import Dossier, content_hash
from tracker.report import attribution, spreadsheet, tables
from tracker.report.redaction import Redaction
from tracker.report.source import Source

FORMAT = "tracker case file 1"
REPORTS = (
    ("report.html", "report.html.j2", "claim"),
    ("report.md", "report.md.j2", "claim"),
    ("report-by-speaker.html", "report.html.j2", "speaker"),
    ("report-by-article.html", "report.html.j2", "article"),
)
"""File, template and layout of each."""
MANIFEST = "manifest.json"
SPOOL = 4_000_000
"""Bytes of one file kept in memory before it goes to disk."""
END_RECORD = 22
"""Bytes of the record that ends an archive without a comment."""


def write(source: Source, dossier: Dossier, target: IO[bytes], more: dict[str, Callable[[IO[bytes]], None]] | None = None) -> None:
    """The archive, the same bytes for the same values. more — further files by name, each written by its function."""
    listed: dict[str, dict[str, Any]] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, fill in [*parts(source, dossier), *sorted((more or {}).items())]:
            listed[name] = add(archive, name, fill)
        manifest = {"format": FORMAT, "version": dossier.version, "content": dossier.content_hash, "query": dossier.query, "files": listed}
        data = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
        archive.writestr(zipfile.ZipInfo(MANIFEST, spreadsheet.EPOCH), data, zipfile.ZIP_DEFLATED)


def parts(source: Source, dossier: Dossier) -> Iterator[tuple[str, Callable[[IO[bytes]], None]]]:
    for name, template, by in REPORTS:
        yield name, partial(write_report, template, by, dossier)
    for table in tables.TABLES:
        yield f"data/{table.name}.csv", partial(spreadsheet.write_csv, source, table=table, raw=True)
    for article, number in attribution.numbered(dossier.headings).items():
        if (text := source.text(article)) is not None:
            yield f"sources/{number:04d}-{article}.txt", partial(write_text, text)


def write_report(template: str, by: str, dossier: Dossier, file: IO[bytes]) -> None:
    for chunk in attribution.chunks(template, dossier, by, Redaction(), None):
        write_text(chunk, file)


def write_text(text: str, file: IO[bytes]) -> None:
    file.write(text.encode("utf-8", "surrogatepass"))


def add(archive: zipfile.ZipFile, name: str, fill: Callable[[IO[bytes]], None]) -> dict[str, Any]:
    """Write one file; its manifest entry."""
    with tempfile.SpooledTemporaryFile(SPOOL) as spool:
        fill(spool)
        size = spool.tell()
        spool.seek(0)
        digest = hashlib.file_digest(spool, "sha256").hexdigest()
        spool.seek(0)
        with archive.open(zipfile.ZipInfo(name, spreadsheet.EPOCH), "w", force_zip64=True) as entry:
            while chunk := spool.read(1 << 16):
                entry.write(chunk)
    return {"sha256": digest, "size": size}


def verify(path: Path) -> list[str]:
    """What does not fit, one sentence each; an empty list where the case file is whole. Raises InputError where it is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            if manifest.get("format") != FORMAT:
                raise InputError(
                    str(path), f"is a case file of another format ({manifest.get('format')})", "verify it with the version that wrote it"
                )
            return [*differences(archive, manifest["files"]), *appended(path, archive)]
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})") from error
    except (zipfile.BadZipFile, KeyError, ValueError, AttributeError) as error:
        raise InputError(str(path), "is not a tracker case file", "make one with tracker bundle") from error


def appended(path: Path, archive: zipfile.ZipFile) -> Iterator[str]:
    """What stands before the archive's first file or behind its end, where unpacking it shows nothing."""
    with path.open("rb") as file:
        file.seek(-END_RECORD, 2)
        ends = file.read(4) == b"PK\x05\x06"
    if not ends or min(entry.header_offset for entry in archive.infolist()):
        yield "bytes that were not written with it stand before or behind its files"


def differences(archive: zipfile.ZipFile, listed: dict[str, dict[str, Any]]) -> Iterator[str]:
    present = set(archive.namelist()) - {MANIFEST}
    yield from (f"{name} is missing" for name in sorted(set(listed) - present))
    yield from (f"{name} is not in the manifest" for name in sorted(present - set(listed)))
    for name in sorted(present & set(listed)):
        try:
            with archive.open(name) as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
        except zipfile.BadZipFile:
            yield f"{name} is damaged"
            continue
        if digest != listed[name]["sha256"]:
            yield f"{name} is not the file that was written"
        elif name.startswith("sources/") and content_hash(archive.read(name).decode("utf-8", "surrogatepass")) not in name:
            yield f"{name} does not have the hash of its text"
