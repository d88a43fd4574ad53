"""A noun or a participle beside a number tells whose it is; a statement is made of the number, and of nothing that is said already."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.model import Article
from tracker.resolve import within

CASES = [
    ("a figure of somebody", "The Harbour Ministry's figure of 29 dead corresponded to no list.", ("29", "Harbour Ministry")),
    ("given by", "It remains well below the 640 dead claimed by Blue Heron.", ("640", "Blue Heron")),
    ("a count of a season", "The season's count of 12 wins was the best.", None),
    ("a number of nobody", "The estimate of 12 dead was too low.", None),
    ("no number", "The Harbour Ministry's figure of speech was odd.", None),
]


@pytest.mark.parametrize(("form", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_whose_number_it_is(form: str, text: str, expected: tuple[str, str] | None) -> None:
    made = [s for s in within(extract(Article(text))).statements if s.found_by == "whose number it is"]
    assert [(s.content, s.speaker) for s in made] == ([expected] if expected else [])
    assert all(span.of(text) == s.content for s in made for span in s.spans)


def test_a_number_in_a_statement_stays_there() -> None:
    text = "“The Harbour Ministry's figure of 29 dead is wrong,” Ann Lind said."
    assert [s.speaker for s in within(extract(Article(text))).statements] == ["Ann Lind"]


def test_a_pronoun_stands_for_who_was_named() -> None:
    text = "The Harbour Ministry met relatives on Friday. It has not changed its count of 115 dead."
    figures = within(extract(Article(text))).figures
    assert [(figure.words, figure.speaker) for figure in figures] == [("115", "Harbour Ministry")]
