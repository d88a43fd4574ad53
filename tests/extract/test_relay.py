"""Outlets, posts and documents are relays; audiences are not."""

from __future__ import annotations

import datetime as dt
import json
from hashlib import sha256
from pathlib import Path

import pytest

from tracker.extract import extract
from tracker.extract.relay import relay
from tracker.model import Article, Span, Words
from tracker.text.names import names
from tracker.text.sentences import sentences

GOLD = Path(__file__).parent.parent / "gold" / "relay.json"


def via(text: str) -> list[str]:
    (statement, *_) = extract(Article(text)).statements
    return [w.text for w in statement.via]


RELAYED = [
    ("“The dam will hold,” she told Kanal 3.", ["Kanal 3"]),
    ("“The dam will hold,” she told Kanal 3 television.", ["Kanal 3"]),
    ("“The dam will hold,” she told Reuters.", ["Reuters"]),
    ("“The dam will hold,” she told the Harbour Times on Monday.", ["the Harbour Times"]),
    ("“The dam will hold,” Ann Lind told local television.", ["local television"]),
    ("“The dam will hold,” she told BBC presenter Tom Roe.", ["BBC"]),
    ("“The dam will hold,” Ann Lind said in an interview with Radio Norrland.", ["Radio Norrland"]),
    ("“The dam will hold,” Ann Lind wrote in a post on Facebook.", ["Facebook"]),
    ("“The dam will hold,” the port said in a social media post.", ["social media post"]),
    ("“The dam will hold,” she said, according to a statement from the port.", ["a statement from the port"]),
    ("“The dam will hold,” Ann Lind was quoted by Interfax as saying.", ["Interfax"]),
    ("Six were hurt in the fire, as reported by the Harbour Board to the Delta Times on Monday.", ["the Delta Times"]),
    ("An engineer, speaking to Sahil Akhdar, the weekly publication of the port, warned that the dam was cracked.", ["Sahil Akhdar"]),
]
AUDIENCE = [
    "“The dam will hold,” she told supporters.",
    "“The dam will hold,” she told reporters in Bergen.",
    "“The dam will hold,” she told Congress.",
    "“The dam will hold,” she told a crowd of 300.",
    "“The dam will hold,” she told her husband, Tom Roe.",
    "“The dam will hold,” the ministry said in a statement.",
    "“The dam will hold,” she told Norwegians.",
]


@pytest.mark.parametrize(("text", "expected"), RELAYED)
def test_a_relay_is_named_as_printed(text: str, expected: list[str]) -> None:
    assert via(text) == expected


@pytest.mark.parametrize("text", AUDIENCE)
def test_an_audience_is_no_relay(text: str) -> None:
    assert via(text) == []


@pytest.mark.parametrize(
    ("agent", "expected"),
    [("the Harbour Board to the Delta Times", "the Harbour Board"), ("Ann Lind", "Ann Lind"), ("the Delta Times", None)],
)
def test_as_reported_by_credits_who_is_no_outlet(agent: str, expected: str | None) -> None:
    (statement,) = extract(Article(f"Six workers were hurt in the fire, as reported by {agent} on Monday.")).statements
    assert (statement.mention.text if statement.mention else None) == expected


def test_a_quotation_that_carries_on_has_no_relay_of_its_own() -> None:
    statements = extract(Article("“The dam will hold,” Ann Lind told Reuters.\n\n“We are ready for a long winter.”")).statements
    assert [len(s.via) for s in statements] == [1, 0]


def test_the_day_of_a_statement_is_read_beside_its_cue() -> None:
    article = Article("“The dam will hold,” Ann Lind told Reuters on Jan. 10.", published=dt.date(2024, 1, 24))
    assert extract(article).statements[0].said_on == dt.date(2024, 1, 10)


def test_a_day_within_the_content_is_not_the_day_it_was_said() -> None:
    article = Article("“The dam broke on Jan. 10,” Ann Lind said.", published=dt.date(2024, 1, 24))
    assert extract(article).statements[0].said_on is None


@pytest.mark.parametrize("text", ["told", "told ", "told ’s", "told the", "in an interview with", "on ", ", reported"])
def test_nothing_to_name_raises_nothing(text: str) -> None:
    assert relay(text, Span(0, len(text)), Words(0, 4, "told")) == ()


def test_outlets_after_told_are_told_from_audiences(corpus: Path) -> None:
    """Annotated in the development text, as offsets of what follows "told"."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    with (corpus / "dev" / "quotes.jsonl").open(encoding="utf-8") as lines:
        texts = {sha256(row["id"].encode()).hexdigest()[:16]: row["text"] for row in map(json.loads, lines)}
    for row in json.loads(GOLD.read_text("utf-8")):
        text, start = texts[row["article"]], row["start"]
        cue = Words(start - 5, start - 1, "told")
        room = next(s for s in sentences(text) if s.start <= cue.start < s.end)
        found = any(
            w.start < row["end"] + 12 and start < w.end
            for w in relay(text, room, cue, frozenset(n.text for n in names(text) if n.kind == "person"))
        )
        right[row["relay"]].append(found == row["relay"])
    assert sum(right[True]) >= 0.95 * len(right[True])
    assert sum(right[False]) >= 0.95 * len(right[False])
