"""What a noun reports is said by whoever owns it: the words of the claim, its owner, and where the sentence goes on without it."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.extract.nouns import FOUND_BY
from tracker.model import Article, Polarity, Statement


def claimed(text: str) -> list[Statement]:
    return [s for s in extract(Article(text)).statements if s.found_by == FOUND_BY]


CLAIMS = [
    ("The union rejected the company’s claim that the strike was to blame.", "the company", "that the strike was to blame"),
    ("Lind’s contention that the dam had held was disputed by the port.", "Lind", "that the dam had held"),
    ("Ann Lind spoke. Her repeated warning that the ice would come went unheard.", "Her", "that the ice would come"),
    ("Nobody believed a warning from the harbour master that the ice would come.", "the harbour master", "that the ice would come"),
    ("He called false claims by the opposition that nine boats were lost.", "the opposition", "that nine boats were lost"),
]


@pytest.mark.parametrize(("text", "owner", "content"), CLAIMS)
def test_an_owned_claim_is_its_owners(text: str, owner: str, content: str) -> None:
    (statement,) = claimed(text)
    assert statement.content == content == statement.span.of(text)
    assert statement.mention is not None
    assert statement.mention.text == owner == statement.mention.span.of(text)
    assert statement.polarity is Polarity.ASSERTS


def test_a_denial_denies() -> None:
    assert [s.polarity for s in claimed("The port’s denial that ferries had sunk was late.")] == [Polarity.DENIES]


@pytest.mark.parametrize(
    "text",
    [
        "The claim that the dam had held is old.",
        "Reports that nine boats were lost are false.",
        "There was no claim that day.",
        "His claim that",
        "its report that’s",
        "a warning from that that that",
        "the port’s claim\n\nthat the dam held",
    ],
)
def test_a_claim_nobody_owns_is_nobodys(text: str) -> None:
    assert claimed(text) == []
