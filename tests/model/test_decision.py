"""A decision as one reads it."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.model import Decision, Verdict


@pytest.mark.parametrize(
    ("verdict", "value", "act", "setting"),
    [
        (Verdict.TAG, "elm", "case", "elm"),
        (Verdict.RUNNING_TOTAL, "", "running total", ""),
        (Verdict.SET_BEST, "1300", "set best", "1300"),
        (
            Verdict.EDIT_ARTICLE,
            '{"archive_url": null, "authors": ["Rosa Lind", "Omar Tayeb"], "published": "2031-05-06"}',
            "edit article",
            "authors: Rosa Lind, Omar Tayeb; published: 2031-05-06",
        ),
        (Verdict.RENAME_CLAIM, "{no object", "rename claim", "{no object"),
    ],
)
def test_what_was_done_and_set_is_told_in_words(verdict: Verdict, value: str, act: str, setting: str) -> None:
    decision = Decision(verdict, (), "Rosa Lind", dt.datetime(2031, 5, 6, tzinfo=dt.UTC), value=value)
    assert (decision.act, decision.setting) == (act, setting)
