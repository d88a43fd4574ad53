"""Quotations compared: two wordings, two speakers, reprints."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.compare import quote_variants
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


def test_a_changed_number_is_named_in_the_reason() -> None:
    (variant,) = found(
        said("We counted forty ruined houses along the river bank", "a"), said("We counted sixty ruined houses along the river bank", "b")
    )
    assert "number changed: “forty” became “sixty”" in variant.reason


def test_only_the_new_are_compared_and_the_result_is_that_of_the_whole() -> None:
    old, new = said(LONG, "a"), said(RETOLD, "b")
    assert quote_variants([new], [old], DAYS) == quote_variants([old, new], (), DAYS)
    assert quote_variants([], [old, new], DAYS) == ()
