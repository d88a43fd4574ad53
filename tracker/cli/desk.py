"""Open the review desk: the one place where the command line hands over to the screens."""

from __future__ import annotations

import importlib

from tracker.config import Config
from tracker.store.base import Store


def open_desk(store: Store, config: Config) -> None:
    importlib.import_module("tracker.tui").run(store, config)
