"""The sample in a database of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.sample import Sample, build


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Sample]:
    made = build(tmp_path / "case.db")
    yield made
    made.store.close()
