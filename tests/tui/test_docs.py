"""The guide names every action that a configuration can give another key."""

from __future__ import annotations

from pathlib import Path

from tracker.tui.app import OWNERS
from tracker.tui.keymap import bindings_of


def test_the_guide_names_every_action() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "review.md").read_text("utf-8")
    assert [action for action in bindings_of(OWNERS) if f"`{action}`" not in guide] == []
