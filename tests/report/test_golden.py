"""The reports of seeds/, byte for byte: GOLDEN=write makes them anew, to be read before they are kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker import __version__, gather, ingest, pipeline, report, shipped
from tracker.model import Query
from tracker.store import open_store
from tracker.store.base import Store

pytestmark = pytest.mark.slow
FOLDER = Path(__file__).parent / "golden"
FORMATS = ("html", "markdown", "csv", "bibtex", "annotations")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = open_store(tmp_path_factory.mktemp("golden") / "seeds.db")
    for _ in pipeline.ingest(ingest.documents(str(shipped.folder("seeds") / "articles")), made):
        pass
    yield made
    made.close()


@pytest.mark.parametrize("form", FORMATS)
def test_the_seeds_give_the_same_bytes(store: Store, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    if report.FORMATS[form].needs_dossier:
        report.write(form, gather.dossier(store, Query()), target)
    else:
        report.write_stream(form, gather.Holdings(store, Query()), target)
    made = target.read_bytes().replace(f"tracker {__version__}".encode(), b"tracker VERSION")
    kept = FOLDER / f"seeds.{report.FORMATS[form].extension}"
    if os.environ.get("GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        kept.write_bytes(made)
    assert made == kept.read_bytes(), "the reports of seeds/ changed: GOLDEN=write, then read what changed before it is kept"
