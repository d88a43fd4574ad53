"""Findings about the dates of an article."""

from __future__ import annotations

import datetime as dt

from tracker.extract import extract
from tracker.model import Article


def found(text: str, day: dt.date | None) -> list[tuple[str, str]]:
    return [(f.code, f.span.of(text) if f.span else "") for f in extract(Article(text, published=day)).findings]


def test_a_weekday_that_does_not_fit_its_date_is_a_finding_on_the_date() -> None:
    text = "The dam burst on Monday, 13 June."
    assert found(text, dt.date(2017, 6, 20)) == [("weekday_mismatch", "Monday, 13 June")]
    assert found("The dam burst on Tuesday, 13 June.", dt.date(2017, 6, 20)) == []


def test_a_relative_day_in_an_undated_article_is_a_finding() -> None:
    assert found("The dam burst on Tuesday.", None) == [("undated_article", "Tuesday")]
    assert found("The dam burst on 13 June 2017.", None) == []
