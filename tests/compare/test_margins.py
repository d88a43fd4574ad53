"""The margins that ship, and those of a user's own file in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.compare.making import figure
from tracker.compare import intervals, margins
from tracker.errors import ConfigError

Use = Callable[[str], None]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Use]:
    def write(text: str) -> None:
        path = tmp_path / "own.toml"
        path.write_text(text, "utf-8")
        monkeypatch.setenv("TRACKER_MARGINS", str(path))
        margins.margins.cache_clear()

    yield write
    monkeypatch.delenv("TRACKER_MARGINS", raising=False)
    margins.margins.cache_clear()


def test_a_users_margin_takes_the_place_of_the_shipped_one_and_leaves_the_others(use: Use) -> None:
    use('[approx]\nshare = 0.10\n[vague]\n"a raft" = [10, 30]\n')
    assert intervals.interval(figure("about 1,200")) == (1080, 1320)
    assert intervals.interval(figure("a raft of")) == (10, 30)
    assert intervals.interval(figure("at least 100")) == (100, 125)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[aprox]\nshare = 0.1", "aprox: is no table of margins; the nearest valid one is approx"),
        ("[approx]\nshares = 0.1", "approx.shares: is no margin; the nearest valid one is share"),
        ("[approx]\nshare = true", "approx.share: is to be like 0.05, not True"),
        ("[revision]\ndays = -1", "revision.days: is to be like 7, not -1"),
        ('[vague]\n"a raft" = [10]', "vague.a raft: is to be like [24, 99], not [10]"),
        ("share = 5", "share: is no table of margins"),
        ("[approx", "margins: cannot be read"),
    ],
)
def test_what_is_wrong_in_it_is_said_with_file_and_entry(use: Use, text: str, sentence: str) -> None:
    use(text)
    with pytest.raises(ConfigError) as caught:
        margins.margins()
    assert "own.toml" in str(caught.value) and sentence in str(caught.value)
