"""Quotations compared: two wordings, two speakers, reprints."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from tracker.compare import quote_keys, quote_meetings, quote_ranges, quote_variants, quotes_acquainted
from tracker.model import Kind, QuoteVariant, Span, Statement, VariantKind

DAYS = {"a": dt.date(2031, 5, 6), "b": dt.date(2031, 5, 7), "late": dt.date(2031, 9, 1)}
LONG = "The crews asked for boats and blankets before the valley road was flooded"
RETOLD = "Crews had requested boats and warm blankets long before flooding closed the valley road"


def said(content: str, article: str, speaker: str | None = "Ana Ruiz", kind: Kind = Kind.DIRECT, start: int = 0) -> Statement:
    return Statement(article, kind, (Span(start, start + len(content)),), content, speaker=speaker)


def found(*statements: Statement) -> list[QuoteVariant]:
    return list(quote_variants(statements, (), DAYS))


@pytest.mark.parametrize(
    ("name", "other", "kind"),
    [
        ("the same words", said(LONG, "b"), VariantKind.ECHO),
        ("the same words, another speaker", said(LONG, "b", "Petr Halas"), VariantKind.ATTRIBUTION),
        ("other words", said(RETOLD, "b"), VariantKind.WORDING),
        ("other words, another speaker", said(RETOLD, "b", "Petr Halas"), VariantKind.ATTRIBUTION),
        ("the same words months later", said(LONG, "late"), VariantKind.ECHO),
    ],
)
def test_one_utterance_is_found_in_two_articles(name: str, other: Statement, kind: VariantKind) -> None:
    (variant,) = found(said(LONG, "a"), other)
    assert variant.kind is kind, name


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("another topic", said("The budget of the harbour will be voted on in the autumn session", "b")),
        ("the same article", said(RETOLD, "a", start=500)),
        ("other words months later", said(RETOLD, "late")),
        ("indirect speech", said(RETOLD, "b", kind=Kind.INDIRECT)),
        ("too short", said("the valley road", "b")),
        ("no words", said("…", "b")),
    ],
)
def test_other_quotations_are_left_alone(name: str, other: Statement) -> None:
    assert found(said(LONG, "a"), other) == [], name


DAY = DAYS["a"]


@pytest.mark.parametrize(
    ("name", "words", "day", "expected"),
    [
        ("the same words", LONG, DAY, True),
        ("the same words years later", LONG, DAY + dt.timedelta(days=3000), True),
        ("the same words without a day", LONG, None, True),
        ("two words in common and a rare one among them", "Boats and blankets went to the islands at noon", DAY, True),
        ("those two words two weeks later", "Boats and blankets went to the islands at noon", DAY + dt.timedelta(days=14), True),
        ("those two words two weeks before", "Boats and blankets went to the islands at noon", DAY - dt.timedelta(days=14), True),
        ("those two words two months later", "Boats and blankets went to the islands at noon", DAY + dt.timedelta(days=60), False),
        ("those two words without a day", "Boats and blankets went to the islands at noon", None, False),
        ("nothing in common", "The budget of the harbour will be voted on in the autumn session", DAY, False),
    ],
)
def test_quotations_meet_by_keys_as_a_store_looks_them_up(name: str, words: str, day: dt.date | None, expected: bool) -> None:
    keys, filed = quote_keys(said(LONG, "a"), DAY), quote_keys(said(words, "b"), day)
    ranges = quote_ranges(keys)
    assert all(last < first for (_, last), (first, _) in itertools.pairwise(ranges)), name
    within = [(7, key) for key in filed if any(first <= key <= last for first, last in ranges)]
    assert quote_meetings({"mine": keys}, within) == quote_meetings({"mine": keys}, [(7, key) for key in filed])
    assert quote_meetings({"mine": keys}, within) == ({"mine": [7]} if expected else {}), name
    assert quotes_acquainted([{"mine": keys}, {"other": filed}]) == ({"mine", "other"} if expected else set()), name


def test_a_changed_number_is_named_in_the_reason() -> None:
    (variant,) = found(
        said("We counted forty ruined houses along the river bank", "a"), said("We counted sixty ruined houses along the river bank", "b")
    )
    assert "number changed: “forty” became “sixty”" in variant.reason


def test_only_the_new_are_compared_and_the_result_is_that_of_the_whole() -> None:
    old, new = said(LONG, "a"), said(RETOLD, "b")
    assert quote_variants([new], [old], DAYS) == quote_variants([old, new], (), DAYS)
    assert quote_variants([], [old, new], DAYS) == ()
