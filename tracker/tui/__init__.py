"""The review desk in the terminal. `run` opens it; Textual is loaded only then."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from tracker.config import Config
from tracker.store.base import Store
from tracker.tui.desk import Add, Blank, Chore, Settings

__all__ = ["Add", "Blank", "Chore", "Settings", "run"]

SWITCH = 0.001
"""Seconds for which a read in another thread may keep the screen waiting at a time; Python's own five are felt, many times a key."""


def run(store: Store, config: Config, add: Add | None = None, reviewer: str = "", start: str = "", chores: Sequence[Chore] = ()) -> None:
    """Open the desk on the store until the person quits.

    add — how articles are added from within, None for not at all; reviewer — whose name decisions bear; start — the place to open
    ("conflicts", "quotes" …), where the person was last time by default; chores — what else the palette
    offers. Raises ConfigError where the keymap names no known action.
    """
    gc.disable()  # until the first paint: `app.without_pauses`
    sys.setswitchinterval(SWITCH)
    from tracker.tui.app import TrackerApp

    TrackerApp(store, settings_of(config, reviewer), add, start, chores).run()


def settings_of(config: Config, reviewer: str = "") -> Settings:
    """What the desk needs of the configuration."""
    from tracker import config as configuration

    keymap = {action: ",".join(keys) for action, keys in config.keymap.items()}
    named = configuration.reviewer(config, reviewer or None)
    return Settings(named, keymap, config.theme, config.where or "configuration", config.queries)
