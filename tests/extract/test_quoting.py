"""Whoever is quoted by another speaks; whoever quotes is the relay."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.model import Article

QUOTED = [
    ("State radio quoted the harbour master as saying that two ferries were late.", "the harbour master", ["State radio"]),
    ("The agency Norda quoted Ann Lind as saying: “The dam will hold.”", "Ann Lind", ["Norda"]),
    ("State radio quoted him as saying at the port that two ferries were late.", "him", ["State radio"]),
    ("Ann Lind was quoted as saying: “The dam will hold.”", "Ann Lind", []),
    ("“The dam will hold,” Ann Lind was quoted by Interfax as saying.", "Ann Lind", ["Interfax"]),
    ("The agency cited the deputy mayor as saying that two bridges were down.", "the deputy mayor", ["The agency"]),
]


@pytest.mark.parametrize(("text", "speaker", "relays"), QUOTED)
def test_the_one_who_is_quoted_speaks(text: str, speaker: str, relays: list[str]) -> None:
    (statement,) = extract(Article(text)).statements
    assert statement.mention is not None
    assert statement.mention.text == speaker
    assert [via.text for via in statement.via] == relays


@pytest.mark.parametrize("text", ["quoted as saying", "He quoted as saying that.", "was quoted by as saying “so”.", "citing  as saying"])
def test_nobody_quoted_raises_nothing(text: str) -> None:
    extract(Article(text))
