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
    ("a count by somebody", "The camp holds 900 people by the Harbour Ministry's count.", ("900 people", "Harbour Ministry")),
    ("a count by the paper itself", "Nine perished by this newspaper's own count.", None),
    ("by an account", "Seven were hurt, by the Harbour Ministry's account.", ("Seven were hurt", "Harbour Ministry")),
    ("by the reckoning of", "It drew 900 weavers, by the reckoning of the Harbour Ministry.", ("900 weavers", "Harbour Ministry")),
    (
        "by that of",
        "Since the fire of 1984 there was none like it: 53 perished by the first account and 70 by that of the Harbour Police.",
        ("70", "Harbour Police"),
    ),
    ("put by", "Arrests, put at 214 by the Harbour Police, had doubled.", ("214", "Harbour Police")),
    (
        "an account first",
        "By the Harbour Ministry's account, 900 boats sank and 12 burned.",
        ("900 boats sank and 12 burned", "Harbour Ministry"),
    ),
    ("a claim to have", "He laughed at the claim of the Harbour Guard to have sunk 12 boats.", ("to have sunk 12", "Harbour Guard")),
    ("not as somebody says", "The thefts were 47, not 34 as the Harbour Police stated at the time.", ("34", "Harbour Police")),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the union's figure of 3,000 dead was wrong.", "union"),
        ("The mayor said his council would stand by its figure of 3,000 dead.", "The mayor"),
        ("The mayor said the agency's figure of 3,000 dead was wrong.", "The mayor"),
    ],
)
def test_a_number_in_indirect_words_is_its_owners_unless_it_is_the_sayers_own(text: str, expected: str) -> None:
    (figure,) = within(extract(Article(text))).figures
    assert figure.speaker == expected


def test_an_owner_does_not_go_on_speaking() -> None:
    text = "The inquest said 30 men drowned. It accepts the Harbour Ministry's count of 41 dead. It found that nine were hurt."
    assert [f.speaker for f in within(extract(Article(text))).figures][-1] == "inquest"


def test_a_pronoun_stands_for_who_was_named() -> None:
    text = "The Harbour Ministry met relatives on Friday. It has not changed its count of 115 dead."
    figures = within(extract(Article(text))).figures
    assert [(figure.words, figure.speaker) for figure in figures] == [("115", "Harbour Ministry")]
