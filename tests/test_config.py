"""The configuration file, and whose name stands on a decision."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tracker import config
from tracker.errors import ConfigError


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return path


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert config.load(tmp_path / "none.toml") == config.Config()


def test_the_file_is_read_and_named(tmp_path: Path) -> None:
    path = written(tmp_path, 'reviewer = "Rosa Lind"\njobs = 2\n[keymap]\n"verdict.prefer" = "p"\n"undo" = ["z", "ctrl+z"]\n')
    found = config.load(path)
    assert (found.reviewer, found.jobs, found.where) == ("Rosa Lind", 2, str(path))
    assert found.keymap == {"verdict.prefer": ("p",), "undo": ("z", "ctrl+z")}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('reveiwer = "x"', "reveiwer: there is no such entry; the nearest valid one is reviewer"),
        ("jobs = true", "jobs: is to be a whole number, not True"),
        ("reviewer = 5", "reviewer: is to be a text in quotation marks, not 5"),
        ("keymap = 5", "keymap: is to be a table, not 5"),
        ("[keymap]\nundo = 5", "keymap.undo: is to be a key, or a list of keys, in quotation marks"),
        ("reviewer = ", "the file: is not TOML (Invalid value (at end of document))"),
    ],
)
def test_an_entry_that_cannot_be_used_is_named(tmp_path: Path, text: str, sentence: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        config.load(path)
    assert str(caught.value) == f"{path}: {sentence}"


def test_an_action_that_does_not_exist_names_the_nearest(tmp_path: Path) -> None:
    found = config.load(written(tmp_path, '[keymap]\n"verdict.preffer" = "p"\n'))
    with pytest.raises(ConfigError, match=r"keymap\.verdict\.preffer: there is no such action; the nearest valid one is verdict\.prefer$"):
        found.check_keymap(["undo", "verdict.prefer"])


def test_the_name_given_wins_over_the_configured_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKER_REVIEWER", raising=False)
    settings = config.Config(reviewer="Rosa Lind")
    assert config.reviewer(settings, "Omar Tayeb") == "Omar Tayeb"
    assert config.reviewer(settings) == "Rosa Lind"
    assert config.reviewer(config.Config())


def test_queries_are_saved_as_words(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[queries]\nelm = 'place:Elm'\n", "utf-8")
    assert config.load(path).queries == {"elm": "place:Elm"}
    path.write_text("[queries]\nelm = 3\n", "utf-8")
    with pytest.raises(ConfigError, match=r"queries\.elm: is to be a query in quotation marks"):
        config.load(path)


def test_the_users_own_metrics_and_margins_are_named_to_the_stages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_METRICS", "named.toml")
    monkeypatch.setenv("TRACKER_MARGINS", "")
    monkeypatch.delenv("TRACKER_MARGINS")
    config.load(written(tmp_path, 'metrics = "own.toml"\nmargins = "own.toml"\n')).name_files()
    assert (os.environ["TRACKER_METRICS"], os.environ["TRACKER_MARGINS"]) == ("named.toml", "own.toml")
