"""Whether two figures are of two times: calendar years and quarters that the text names, what has come together since a year, and the one
event of a day. The day of an event is the business of `events`.
"""

from __future__ import annotations

import datetime as dt
import re

from tracker.compare.sides import Side


def of_two_periods(a: Side, b: Side) -> str | None:
    """Two calendar years, or a year and a month of another, named with the figures; two quarters; or the year that opens a sentence ("In
    1974 a flood killed 90"), and the other of another year.
    """
    quarters = [match[0] for entry in (a, b) if (match := QUARTER.search(entry.figure.scope.period or ""))]
    if len(set(quarters)) == 2:
        return f"one is for the {quarters[0]}, the other for the {quarters[1]}"
    named = [years(entry) for entry in (a, b)]
    first, second = (found or year_of(entry) for found, entry in zip(named, (a, b), strict=True))
    is_named = all(named) or any(found and opens(entry) and not entry.is_open for found, entry in zip(named, (a, b), strict=True))
    return f"one is for {min(first)}, the other for {min(second)}" if is_named and first and second and not first & second else None


def of_year_and_event(a: Side, b: Side) -> str | None:
    """What a calendar year came to, and one event in it."""
    sums = [entry for entry in (a, b) if is_year(entry)]
    if (
        len(sums) != 1
        or years(a) & years(b)
        or not sums[0].happened
        or any(entry.is_open and not is_of_one_day(entry) for entry in (a, b) if entry is not sums[0])
    ):
        return None
    return f"one sums up {sums[0].happened[0].year}, the other does not"


def is_of_one_day(entry: Side) -> bool:
    return entry.happened is not None and entry.happened[0] == entry.happened[1] and entry.figure.scope.event_day is not None


QUARTER = re.compile(r"(?:first|second|third|fourth) (?:\w+ )?(?:quarter|half)")


def of_since_and_event(a: Side, b: Side) -> str | None:
    """What has come together since a year before the other's event, and that event."""
    for summed, other in ((a, b), (b, a)):
        match = SINCE.match(summed.figure.scope.period or "")
        if match and other.happened and not other.is_open and int(match[1]) < other.happened[0].year:
            return f"one sums up what was since {match[1]}, the other does not"
    return None


SINCE = re.compile(r"since (?:\w+ )*?((?:19|20)\d\d)\b", re.I)


def is_year(entry: Side) -> bool:
    first, last = entry.happened or (dt.date.min, dt.date.min)
    return (last - first).days > 363 and (first.day, first.month) == (1, 1)


def opens(entry: Side) -> bool:
    return (entry.figure.scope.period or "")[:1].isupper()


def years(entry: Side) -> set[str]:
    return set(re.findall(r"\b(?:19|20)\d\d\b", entry.figure.scope.period or ""))


def year_of(entry: Side) -> set[str]:
    """The year that a figure without a named one is of: its event's, else its own day's."""
    day = entry.figure.scope.event_day or entry.day
    return {str(day.year)} if day else set()
