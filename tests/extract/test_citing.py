"""A number that was given before is told from the one given now."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extract.figures import figures
from tracker.model import Article


def updates(text: str) -> dict[str, str | None]:
    return {figure.words: figure.update for figure in figures(Article(text, published=dt.date(2017, 6, 14)))}


@pytest.mark.parametrize(
    ("text", "number", "cue"),
    [
        ("The council counted 38 dead, a week after the mayor had spoken of 60 dead.", "60", "had spoken of"),
        ("The guards, who first gave 12 dead, now speak of 20 dead.", "12", "first gave"),
        ("Rescuers found 70 dead, more than the 54 initially reported by the coroner.", "54", "initially reported"),
        ("The coroner counted 70 dead against the 54 given by the mayor.", "54", "the … given"),
        ("The coroner counted 70 dead, well above the 54 dead of the war.", "54", None),
        ("The coroner counted 70 dead, fewer than the 540 first alleged.", "540", "first alleged"),
        (
            "The line, which initially gave the number aboard the tram as 44, now says 41.",
            "44",
            "initially gave the number aboard the tram as",
        ),
        ("The mayor said 12 people had died.", "12", None),
        ("Rescuers had found 12 dead.", "12", None),
        ("12 dead", "12", None),
    ],
)
def test_what_was_given_before_says_so(text: str, number: str, cue: str | None) -> None:
    assert updates(text)[number] == cue
