"""The desk's modules know each other in one direction: the app joins the screens, no screen knows the app or another screen."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import tracker.tui

FOLDER = Path(tracker.tui.__file__).parent


def imports_by_module(folder: Path) -> dict[str, set[str]]:
    """Which modules of the folder each imports, also those named for the type checker only."""
    known = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    return {name: {m for m in named(folder / f"{name}.py") if m in known} for name in known}


def named(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tracker.tui"):
            module = (node.module or "").removeprefix("tracker.tui").lstrip(".")
            found |= {module} if module else {alias.name for alias in node.names}
    return found


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert list(TopologicalSorter(imports_by_module(FOLDER)).static_order())


def test_a_planted_circle_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("from tracker.tui import b\n")
    (tmp_path / "b.py").write_text("def f():\n    from tracker.tui.a import x\n")
    with pytest.raises(CycleError):
        list(TopologicalSorter(imports_by_module(tmp_path)).static_order())


def test_only_the_app_knows_the_screens() -> None:
    screens = {"conflicts", "home", "log", "quotes", "sources", "speakers"}
    knows = {name for name, others in imports_by_module(FOLDER).items() if others & screens}
    assert knows == {"app"}
