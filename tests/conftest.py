"""What tests share: the folder of real articles (TRACKER_CORPUS), skipped visibly where it is unset."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder with articles/, gold/ and dev/."""
    folder = os.environ.get("TRACKER_CORPUS")
    if not folder:
        pytest.skip("TRACKER_CORPUS is not set")
    return Path(folder).resolve()
