"""The layer table of docs/design.md, read from the imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = ("ingest", "extract", "resolve", "compare")

# part of the program → what it may import of the program
ALLOWED = {
    "errors": (),
    "model": ("model",),
    "text": ("text", "model"),
    **{stage: (stage, "text", "model", "errors") for stage in STAGES},
    "coding": ("model",),
    "store": ("store", "text", "model", "errors", "shipped", "coding"),
    "ruling": ("model",),
    "grouping": ("ruling", "compare", "model", "store.base"),
    "meeting": ("grouping", "compare", "model", "store.base"),
    "identities": ("grouping", "meeting", "model", "store.base"),
    "settle": ("grouping", "meeting", "identities", "coding", "compare", "model", "errors", "store.base"),
    "acquaintance": ("resolve", "text", "model", "store.base"),
    "keeping": ("acquaintance", "compare", "meeting", "identities", "settle", "versions", "model", "errors", "store.base"),
    "pipeline": (*STAGES, "keeping", "grouping", "identities", "settle", "coding", "text", "model", "errors", "store.base"),
    "review": ("settle", "pipeline", "model", "text", "errors", "store.base", "coding"),
    "search": ("model", "text", "errors", "store.base"),
    "history": ("review", "model", "errors", "store.base", "coding"),
    "cases": ("review", "model", "errors", "store.base"),
    "imports": ("review", "coding", "model", "store.base"),
    "versions": ("model",),
    "removal": ("review", "model", "store.base"),
    "gather": ("search", "text", "model", "errors", "store.base"),
    "report": ("report", "text.wording", "text.offices", "text.sentences", "model", "errors", "coding"),
    "tui": (
        *("tui", "review", "history", "search", "gather", "versions", "cases", "removal", "report"),
        *("text", "config", "model", "errors", "store.base"),
    ),
    "config": ("errors", "model"),
    "data": (),
    "shipped": ("model", "errors"),
    "train": ("train", *STAGES, "text", "model", "errors"),
}
# library → where it may be imported
LIBRARIES = {
    "sqlmodel": ("store", "db"),
    "sqlalchemy": ("store", "db"),
    "alembic": ("store", "db"),
    "textual": ("tui", "cli"),
    "rich": ("tui", "cli"),
    "rapidfuzz": ("resolve", "compare"),
}


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return parts[0] if parts[0] != "tracker" else parts[1]


def breaches(root: Path) -> list[str]:
    """Every import that the table forbids, as "file imports name"."""
    found = []
    for path in sorted([*root.glob("tracker/**/*.py"), *root.glob("db/**/*.py")]):
        part = part_of(path, root)
        for name in imports_of(path):
            top, _, rest = name.partition(".")
            if (top in LIBRARIES and part not in LIBRARIES[top]) or (part == "model" and top != "tracker" and top not in STANDARD):
                found.append(f"{path.relative_to(root)} imports {name}")
            known = part in ALLOWED and top == "tracker" and rest not in ("__version__", "")
            if known and not any(rest == a or rest.startswith(a + ".") for a in ALLOWED[part]):
                found.append(f"{path.relative_to(root)} imports {name}")
    return found


STANDARD = {*"__future__ collections dataclasses datetime decimal enum functools hashlib json math operator re typing".split()}  # noqa: SIM905


def test_imports_go_one_way() -> None:
    assert breaches(ROOT) == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("tracker/model/x.py", "import rapidfuzz"),
        ("tracker/model/x.py", "import requests"),
        ("tracker/extract/x.py", "from tracker.compare import relate"),
        ("tracker/review.py", "from tracker.store.tables import Row"),
        ("tracker/report/x.py", "from tracker.store import base"),
        ("tracker/tui/x.py", "import tracker.store"),
        ("tracker/search.py", "import rich.text"),
    ],
)
def test_a_planted_forbidden_import_is_found(tmp_path: Path, file: str, line: str) -> None:
    target = tmp_path / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(line + "\n")
    assert breaches(tmp_path) == [f"{file} imports {line.replace('import ', '').replace('from ', '').replace(' ', '.')}"]
