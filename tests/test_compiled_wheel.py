"""The build hook of the compiled wheel: which modules it takes, and that a wheel comes out where they cannot be compiled."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SPEC = importlib.util.spec_from_file_location("compiled_wheel", ROOT / ".ci" / "compiled_wheel.py")
assert SPEC and SPEC.loader
building = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(building)
Compiled, hot = building.Compiled, building.hot


class Told:
    """Stands for hatchling's application."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def display_warning(self, message: str) -> None:
        self.warnings.append(message)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def hook(told: Told) -> Any:
    return Compiled(str(ROOT), {}, None, None, "", "wheel", told)


def nothing() -> dict[str, Any]:
    return {"pure_python": True, "infer_tag": False, "force_include": {}}


def test_every_module_named_is_there_and_none_is_a_package() -> None:
    found = hot(ROOT)
    assert "tracker/text/tokens.py" in found and "tracker/extract/figures.py" in found
    assert all((ROOT / path).is_file() and not path.endswith("__init__.py") for path in found)


def test_an_editable_installation_compiles_nothing(hook: Any, told: Told) -> None:
    data = nothing()
    hook.initialize("editable", data)
    assert (data, told.warnings) == (nothing(), [])


def test_what_cannot_be_compiled_is_told_in_one_sentence_and_the_wheel_stays_pure(
    hook: Any, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(root: Path, room: Path) -> list[Path]:
        raise OSError("command 'cc' failed")

    monkeypatch.setattr(building, "compiled", failing)
    data = nothing()
    hook.initialize("standard", data)
    hook.finalize("standard", data, "")
    assert data == nothing()
    assert told.warnings == [
        "the modules could not be compiled (command 'cc' failed); the wheel is pure Python, which reads the same, slower"
    ]
    assert not hook.room.exists()


def test_libraries_stand_beside_their_sources_in_the_wheel(hook: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "compiled", lambda root, room: [room / "lib" / "tracker" / "text" / "tokens.so"])
    data = nothing()
    hook.initialize("standard", data)
    hook.finalize("standard", data, "")
    assert data["infer_tag"] and not data["pure_python"]
    assert [*data["force_include"].values()] == [str(Path("tracker/text/tokens.so"))]
