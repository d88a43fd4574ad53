"""Interviews set as turns are read as dialogue."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.model import Article, Polarity, Statement

INTERVIEW = """The engineer Ann Lind has built dams for thirty years.

Q: Will the dam hold?

A: It will hold until spring.

Q: And then?

A: Then we need money."""
TRANSCRIPT = """It was a long night in the hall.

**Ann Lind:** It will hold until spring.

**Tom Roe:** Nobody believes that.

**Ann Lind:** Then come and look.

**Tom Roe:** I was there today."""


def read(text: str) -> tuple[Statement, ...]:
    return tuple(s for s in extract(Article(text)).statements if s.found_by == "dialogue")


def test_questions_ask_and_answers_are_those_of_the_one_guest() -> None:
    statements = read(INTERVIEW)
    assert [s.content for s in statements] == [
        "Will the dam hold?",
        "It will hold until spring.",
        "And then?",
        "Then we need money.",
    ]
    assert [s.polarity for s in statements] == [Polarity.ASKS, Polarity.ASSERTS] * 2
    assert [s.mention and s.mention.text for s in statements] == [None, "Ann Lind"] * 2


def test_bold_names_speak() -> None:
    assert [s.mention and s.mention.text for s in read(TRANSCRIPT)] == ["Ann Lind", "Tom Roe"] * 2


@pytest.mark.parametrize(
    "text",
    ["", "Q:", "Q: A: Q: A:", "Photo: A tree.\n\nMap: A river.\n\nVideo: A road.\n\nAudio: A song.", "A: one\nA: two\nA: three\nA: four"],
)
def test_a_list_is_no_dialogue(text: str) -> None:
    assert read(text) == ()
