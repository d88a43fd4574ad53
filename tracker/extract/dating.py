"""The dates of an article, and trouble with them: a weekday that does not fit its date, days that cannot be placed."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final

from tracker.extract.screening import screened
from tracker.model import Article, Finding
from tracker.text.dates import Date, dates

DATELINE: Final = re.compile(r"[^\n—–]{2,40}?, (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2})(?: \([\w ]{2,20}\))? ?(?:[—–]| -{1,2} )")
""" "NORHAM, Nov. 27 (NNA) — "."""
LONGEST: Final = 90
LATE: Final = dt.timedelta(days=3)


def dates_of(article: Article) -> tuple[Date, ...]:
    """Every date of the text, counted from the day of publication."""
    return _dates(article.text, article.day)


@lru_cache(maxsize=4)
def _dates(text: str, day: dt.date | None) -> tuple[Date, ...]:
    found: list[Date] = []
    last: dt.date | None = None
    day = filed(text, day)
    for sentence in screened(text):
        if sentence.may_date:
            found += dates(text, day, *sentence.span, before=last)
            last = found[-1].first if found else None
    return tuple(found)


def filed(text: str, day: dt.date | None) -> dt.date | None:
    """The day that "yesterday" is counted from: that of the dateline, where it stands shortly before the day of publication."""
    written = DATELINE.match(text, 0, LONGEST)
    first = dates(text, day, written.start("date"), written.end("date")) if written and day else ()
    on = first[0].first if first else None
    return on if on and day and dt.timedelta(0) <= day - on <= LATE else day


def findings(article: Article) -> tuple[Finding, ...]:
    """weekday_mismatch with its span for every date whose weekday is another; undated_article where a day needs a date it has not."""
    found = dates_of(article)
    wrong = [Finding("weekday_mismatch", mismatch(article, date), article.id, date.span) for date in found if date.misfit]
    if article.day is None and (lost := next((date for date in found if date.first is None), None)):
        words = lost.span.of(article.text)
        message = f"The article bears no date of publication, so “{words}” and other days counted from it cannot be placed."
        return (*wrong, Finding("undated_article", message, article.id, lost.span))
    return tuple(wrong)


def mismatch(article: Article, date: Date) -> str:
    day = date.first
    assert day is not None
    return f"“{date.span.of(article.text)}”: {day.day} {day:%B %Y} was a {date.misfit}."
