"""A relay that is only described has the name it was given before, and an unnamed source keeps the relay it is known through."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.model import Article
from tracker.resolve import within

NAMED = "“The dam will hold this winter,” a port official told the Harbour Gazette.\n\n"
CASES = [
    ("a paper named before", NAMED + "“We saw the crack in May,” Ann Lind told the newspaper.", "the Harbour Gazette"),
    ("none named before", "“We saw the crack in May,” Ann Lind told the newspaper.", "the newspaper"),
    (
        "a post is no outlet",
        "“We hold,” Tom Roe said on Telegram.\n\n“We saw it in May,” Ann Lind told the newspaper.",
        "the newspaper",
    ),
    ("another outlet described", NAMED + "“We saw the crack in May,” Ann Lind told local television.", "local television"),
    ("the same unnamed source", NAMED + "“It was built in haste,” the official said.", "the Harbour Gazette"),
    ("a person by name", "Ann Lind told the Harbour Gazette: “The dam will hold.”\n\n“It was built in haste,” Lind said.", None),
    ("another unnamed source", NAMED + "“It was built in haste,” a retired engineer said.", None),
]


@pytest.mark.parametrize(("form", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_the_last_statement_came_through(form: str, text: str, expected: str | None) -> None:
    last = within(extract(Article(text))).statements[-1]
    assert [relay.text for relay in last.via] == ([expected] if expected else [])
    assert all(text[relay.start : relay.end] == relay.text for relay in last.via)
