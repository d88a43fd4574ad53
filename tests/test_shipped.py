"""Folders beside the package are found in a checkout and in a wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker import shipped
from tracker.errors import InputError


def test_a_checkout_gives_its_own_folders() -> None:
    assert (shipped.folder("db") / "__init__.py").is_file()
    assert shipped.articles().is_dir()


def test_an_installed_package_gives_the_copy_it_carries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("tracker/_seeds", "seeds"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setattr(shipped, "PACKAGE", tmp_path / "tracker")
    assert shipped.folder("seeds") == tmp_path / "tracker" / "_seeds"


def test_a_missing_folder_is_one_clear_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "PACKAGE", tmp_path / "tracker")
    with pytest.raises(InputError, match="seeds: this folder is missing from the installation"):
        shipped.folder("seeds")
