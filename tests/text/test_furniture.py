"""Furniture of a page is told from its article."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.model import Article, Kind
from tracker.text.furniture import furniture

FURNITURE = [
    "Powered by automated translation",
    "Live updates: follow the storm",
    "5 min read",
    "Read more: the port that would not close",
    "Photo: Harbour Press",
    "Getty Images",
    "Updated: January 4, 2031, 2:47 PM",
    "Sign up for our newsletter, “Tides”, and never miss a flood",
    "Northern Wire contributed to this report.",
]
ARTICLE = [
    "Live ammunition was fired, the port said.",
    "The mayor read more than ten letters aloud.",
    "At least 14 were killed, according to the ministry. [Harbour Press]",
    "Video of the fire shows that the roof fell first, Ann Lind said.",
    "Updated figures will follow, but 14 were hurt, the ministry said in the evening after a long day of searching.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_line_of_furniture_is_found_whole(line: str) -> None:
    text = f"It burned.\n\n{line}\n\nNobody came."
    assert [span.of(text) for span in furniture(text)] == [line]
    assert [s for s in extract(Article(text)).statements if s.kind is not Kind.NARRATION] == []


@pytest.mark.parametrize("line", ARTICLE)
def test_a_sentence_of_the_article_is_none(line: str) -> None:
    assert furniture(f"It burned.\n\n{line}") == ()


def test_a_text_without_lines_raises_nothing() -> None:
    assert furniture("") == ()
