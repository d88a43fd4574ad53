"""Feeds asked again and again."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tracker.cli.watch import seconds
from tracker.errors import QueryError


@pytest.mark.parametrize(("words", "expected"), [("90s", 90), ("30m", 1800), (" 2h ", 7200)])
def test_times_are_read(words: str, expected: int) -> None:
    assert seconds(words) == expected


@pytest.mark.parametrize("words", ["", "5s", "0m", "soon", "-1h", "1d", "999999999h"])
def test_a_feed_is_never_asked_more_than_once_a_minute(words: str) -> None:
    with pytest.raises(QueryError):
        seconds(words)


def test_a_feed_that_cannot_be_read_is_one_sentence(run: Run) -> None:
    found = run("watch", "http://127.0.0.1:9/feed", "--once")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr == "tracker: http://127.0.0.1:9/feed: is a private address; allow it with --allow-private if that is meant\n"
