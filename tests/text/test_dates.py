"""Dates as printed, counted from an invented day of publication: Wednesday, 14 June 2017."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.text.dates import dates

PUBLISHED = dt.date(2017, 6, 14)

# text, words of the date, first day, last day
CASES = [
    ("It opened on 3 March 2016.", "3 March 2016", "2016-03-03", "2016-03-03"),
    ("It opened on March 3rd, 2016.", "March 3rd, 2016", "2016-03-03", "2016-03-03"),
    ("It opened on Jan. 24.", "Jan. 24", "2017-01-24", "2017-01-24"),
    ("It opened on 2 September.", "2 September", "2016-09-02", "2016-09-02"),
    ("Updated 2016-02-29 here", "2016-02-29", "2016-02-29", "2016-02-29"),
    ("Posted 4/25/2017", "4/25/2017", "2017-04-25", "2017-04-25"),
    ("Posted 25/4/2017", "25/4/2017", "2017-04-25", "2017-04-25"),
    ("late on Monday, he", "Monday", "2017-06-12", "2017-06-12"),
    ("on Wednesday, he", "Wednesday", "2017-06-14", "2017-06-14"),
    ("next Friday, he", "next Friday", "2017-06-16", "2017-06-16"),
    ("the storm yesterday", "yesterday", "2017-06-13", "2017-06-13"),
    ("the storm last week", "last week", "2017-06-05", "2017-06-11"),
    ("the storm earlier this month", "earlier this month", "2017-06-01", "2017-06-30"),
    ("the storm in December", "December", "2016-12-01", "2016-12-31"),
    ("the storm of 2009", "2009", "2009-01-01", "2009-12-31"),
    ("three days ago it", "three days ago", "2017-06-11", "2017-06-11"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), CASES, ids=[c[1] for c in CASES])
def test_a_date_is_read_as_the_days_it_means(text: str, words: str, first: str, last: str) -> None:
    (found,) = dates(text, PUBLISHED)
    assert (found.span.of(text), str(found.first), str(found.last)) == (words, first, last)


def test_the_following_day_is_counted_from_the_date_before_it() -> None:
    found = dates("It sank on 30 April 2016. The following day divers came.", PUBLISHED)
    assert [str(date.first) for date in found] == ["2016-04-30", "2016-05-01"]


def test_a_weekday_that_does_not_fit_is_noted_with_the_right_one() -> None:
    (found,) = dates("On Monday, 13 June, rain fell.", PUBLISHED)
    assert (found.misfit, str(found.first)) == ("Tuesday", "2017-06-13")
    assert dates("On Tuesday, 13 June, rain fell.", PUBLISHED)[0].misfit is None


def test_without_a_day_of_publication_only_full_dates_are_placed() -> None:
    found = dates("On Monday, 3 March and 5 May 2001", None)
    assert [date.first for date in found] == [None, dt.date(2001, 5, 5)]


@pytest.mark.parametrize(
    "text", ["", "31 April", "30 February 2016", "may 5 people", "in 45 minutes", "4-4-2", "99/99/2017", "marched on", "0 May"]
)
def test_impossible_days_and_other_words_are_no_dates(text: str) -> None:
    assert dates(text, PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("A week after the fire killed nine, the mill reopened.", dt.date(2015, 6, 2), dt.date(2015, 6, 4)),
        ("On the first anniversary of the fire bells rang.", dt.date(2014, 6, 3), dt.date(2014, 6, 17)),
        ("Two days after the vote", dt.date(2015, 6, 7), dt.date(2015, 6, 9)),
    ],
)
def test_what_a_text_looks_back_on_is_counted_from_publication(text: str, first: dt.date, last: dt.date) -> None:
    (date,) = dates(text, dt.date(2015, 6, 10))
    assert (date.first, date.last, date.is_after) == (first, last, True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("In 1979 it burned.", dt.date(1979, 1, 1), dt.date(1979, 12, 31)),
        ("Since 1964 it has stood.", dt.date(1964, 1, 1), dt.date(1964, 12, 31)),
        ("Over the weekend it burned.", dt.date(2017, 6, 10), dt.date(2017, 6, 11)),
    ],
)
def test_a_year_or_a_weekend_opens_a_sentence_as_it_ends_one(text: str, first: dt.date, last: dt.date) -> None:
    (date,) = dates(text, dt.date(2017, 6, 14))
    assert (date.first, date.last) == (first, last)
