"""Exports and the report of a database of a million statements: rows (of the report: lines) a second, and the memory they take."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import generate
from tracker import gather, report
from tracker.model import Query
from tracker.store import open_store

STATEMENTS = int(os.environ.get("BENCH_STATEMENTS", "1000000"))
EXPORTS = (
    ("jsonl", report.Options()),
    ("csv", report.Options(table="statements")),
    ("csv", report.Options(table="figures")),
    ("html", report.Options()),
)


def rows() -> Iterator[tuple[str, str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(generate.database(STATEMENTS), Path(folder) / "copy.db"))
        for form, options in EXPORTS:
            yield exported(copy, Path(folder) / "out", form, options)


def exported(database: Path, target: Path, form: str, options: report.Options) -> tuple[str, str, str]:
    """In a process of its own, so that the memory is that of this export."""
    into, out = os.pipe()
    if not (child := os.fork()):
        store = open_store(database)
        start = time.perf_counter()
        if report.FORMATS[form].needs_dossier:
            report.write(form, gather.dossier(store, Query()), target, options)
        else:
            report.write_stream(form, gather.Holdings(store, Query()), target, options)
        os.write(out, f"{time.perf_counter() - start} {peak()}".encode())
        os._exit(0)
    os.waitpid(child, 0)
    seconds, memory = map(float, os.read(into, 100).split())
    with target.open("rb") as lines:
        written = sum(1 for _ in lines)
    what = f"{form} of the {options.table}" if form == "csv" else form
    return (
        f"export of {STATEMENTS:,} statements as {what}, {written:,} rows",
        f"{written / seconds:,.0f} rows/s, {memory:,.0f} MB",
        "constant" if form != "html" else "< 300 MB",
    )


def peak() -> float:
    """The most memory this process held, in MB; a fork's maximum is not that of its parent."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    return int(next(line for line in status.read_text().splitlines() if line.startswith("VmHWM")).split()[1]) / 1024
