"""A quotation within a quotation keeps both speakers."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.model import Article
from tracker.resolve.within import within

NESTED = [
    ("“The guard told me, ‘Go home,’” said Dulce Pires.", "Go home,", "guard"),
    ("“My boss said: ‘You are late again.’” Ann Lind added.", "You are late again.", "My boss"),
    ("“I asked the clerk and he said, ‘Nobody knows.’” Ann Lind told the court.", "Nobody knows.", "the clerk"),
    ("\"When I rang, 'We are shut,' the clerk replied,\" said Ann Lind.", "We are shut,", "the clerk"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), NESTED)
def test_the_inner_speaker_is_credited_and_the_outer_one_is_the_relay(text: str, content: str, speaker: str) -> None:
    outer, inner = within(extract(Article(text))).statements
    assert inner.content == content
    assert inner.span.of(text) == content
    assert (inner.speaker or "").lower().removeprefix("the ") == speaker.lower().removeprefix("the ")
    assert inner.via
    assert inner.via[0].text in text
    assert inner.via[0].text.split()[-1] == (outer.speaker or "").split()[-1]


@pytest.mark.parametrize(
    "text",
    [
        "“It is a ‘so-called’ dam,” said Ann Lind.",
        "“I told him, ‘Go home,’” said Ann Lind.",
        "“The ‘old’ town said ‘",
        "“‘‘’’ said ‘x’ said”",
    ],
)
def test_what_nobody_else_says_is_no_statement_of_its_own(text: str) -> None:
    assert not [s for s in extract(Article(text)).statements if s.found_by == "quotation:inner"]
