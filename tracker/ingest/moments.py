"""Which moment does a line at the head or foot of an article name? Absolute dates, and what is counted back from a moment that is known;
"on Monday" is the text's own affair.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DAY, YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +)?"
CLOCK = (
    r"(?:[ ,|–—-]+(?:at +)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::\d\d)?"
    r" ?(?P<half>[ap]\.?m\b\.?)?(?: ?(?P<zone>(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d\d)?)?(?!\d)|Z\b|[A-Z]{2,4}T\b|MSK\b|[+-]\d\d:?\d\d\b))?)?"
)
ISO = (
    r"(?P<year>(?:19|20)\d\d)[-/](?P<month>\d\d)[-/](?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
FORMS = (
    rf"{WEEKDAY}{DAY}(?: |-| of ){MONTH},?[ -]{YEAR}{CLOCK}",
    rf"{WEEKDAY}{MONTH} {DAY},? ?{YEAR}{CLOCK}",
    ISO,
    rf"{WEEKDAY}(?P<a>\d{{1,2}})(?P<mark>[/.-])(?P<b>\d{{1,2}})(?P=mark){YEAR}{CLOCK}",
)


YEARLESS = tuple(re.compile(rf"(?<![\w/.-]){form}(?![\w/-])", re.IGNORECASE) for form in (rf"{MONTH} {DAY}", rf"{DAY} {MONTH}"))
ZONES = {
    name: hours
    for hours, names in (
        *((-10, "HST"), (-9, "AKST"), (-8, "PST"), (-7, "PDT MST"), (-6, "MDT"), (-5, "CDT EST"), (-4, "EDT"), (0, "Z UTC GMT WET")),
        *((1, "BST CET WEST"), (2, "CEST EET SAST"), (3, "EEST MSK EAT"), (5, "PKT"), (7, "WIB"), (8, "HKT SGT"), (9, "JST KST")),
        *((10, "AEST"), (11, "AEDT"), (12, "NZST"), (13, "NZDT")),
    )
    for name in names.split()
}
"""Hours east of Greenwich, of names that only one zone of the world's news bears."""
NAMED = (
    r"/((?:19|20)\d\d)/(\d\d?|[a-z]{3})/(\d\d?)(?:/|$)",
    r"(?<![\d])((?:19|20)\d\d)[-_.](\d\d)[-_.](\d\d)(?!\d)",
    r"(?<![\d])((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)",
)


AGO = re.compile(
    r"(?<![\w-])(?:(?P<word>today|yesterday)|(?P<number>\d{1,3}|an?|one|two|three|four|five|six) ?"
    r"(?P<unit>m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:(?:ee)?ks?)?) ago)(?![\w-])",
    re.IGNORECASE,
)
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
UNITS = {"m": dt.timedelta(minutes=1), "h": dt.timedelta(hours=1), "d": dt.timedelta(days=1), "w": dt.timedelta(weeks=1)}


class Moment(NamedTuple):
    """A date, or a datetime where the hour is printed, and where it stands in the line."""

    when: dt.date
    start: int
    end: int


DIGIT = re.compile(r"\d")


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<![\w/.-]){form}(?![\d/-]|(?-i:[a-z_]))", re.IGNORECASE) for form in FORMS)


def find(line: str) -> Moment | None:
    """The first absolute date of a line, with its hour where printed; None where there is none or where day and month cannot be told
    apart (3/4/2021). Numbers joined by full stops are read day first, as everywhere that writes them so.
    """
    if not DIGIT.search(line):
        return None
    line = line.replace("\u00a0", " ").replace("\u202f", " ")
    matches = [match for pattern in patterns() if (match := pattern.search(line))]
    for match in sorted(matches, key=lambda m: m.start()):
        if when := moment(match.groupdict()):
            return Moment(when, match.start(), match.end())
    return None


def either(line: str) -> tuple[Moment, Moment] | None:
    """The two days that numbers at the head of a line may mean, day first and month first: "01-10-2014 Ferry sinks"; None where they
    mean one day or none.
    """
    match = patterns()[-1].match(line)
    if match is None:
        return None
    orders = [(int(match["a"]), int(match["b"])), (int(match["b"]), int(match["a"]))]
    try:
        day_first, month_first = (dt.date(int(match["year"]), month, day) for day, month in orders)
    except ValueError:
        return None
    return (Moment(day_first, 0, match.end()), Moment(month_first, 0, match.end())) if day_first != month_first else None


def ago(line: str, now: dt.datetime) -> Moment | None:
    """The day that "3 hours ago" or "yesterday" names, counted back from when the line was fetched; months and years ago name none."""
    match = AGO.search(line)
    if not match:
        return None
    if word := match["word"]:
        back = dt.timedelta(days=word.lower() == "yesterday")
    else:
        number = match["number"].lower()
        back = (NUMBERS.get(number) or int(number)) * UNITS[match["unit"][0].lower()]
    return Moment((now - back).date(), match.start(), match.end())


def before(line: str, now: dt.datetime) -> dt.date | None:
    """The last day up to the moment (or the next, where the clock is ahead) that a line names without its year: "March 24"."""
    match = next((match for form in YEARLESS if (match := form.search(line))), None)
    if not match:
        return None
    for year in (now.year + 1, now.year, now.year - 1):
        try:
            day = dt.date(year, month_of(match["month"]), int(match["day"]))
        except ValueError:
            continue
        if day <= now.date() + dt.timedelta(days=1):
            return day
    return None


def moment(part: dict[str, str | None]) -> dt.date | None:
    day, month = numbered(part) if part.get("a") else (int(part["day"] or 0), month_of(part["month"] or ""))
    try:
        date = dt.date(int(part["year"] or 0), month, day)
        return dt.datetime.combine(date, clock(part)) if part.get("hour") else date
    except ValueError:
        return None


def month_of(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS.index(word[:3].lower()) + 1


def numbered(part: dict[str, str | None]) -> tuple[int, int]:
    """(day, month) of 24/1/2024 and 1/24/2024; (0, 0) where both orders are possible and differ."""
    a, b = int(part["a"] or 0), int(part["b"] or 0)
    if part["mark"] == "." or a > 12 or a == b:
        return a, b
    return (b, a) if b > 12 else (0, 0)


def clock(part: dict[str, str | None]) -> dt.time:
    hour, half, zone = int(part["hour"] or 0), (part.get("half") or "").lower(), part.get("zone")
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return dt.time(hour, int(part["minute"] or 0), tzinfo=offset(zone) if zone else None)


def offset(zone: str) -> dt.timezone | None:
    """None for a name that several zones share (CST, IST): the hour is kept as printed."""
    name, sign, digits = re.fullmatch(r"([A-Za-z]*)([+-]?)([\d:]*)", zone).groups()  # type: ignore[union-attr]
    if not digits:
        hours = ZONES.get(name.upper())
        return None if hours is None else dt.timezone(dt.timedelta(hours=hours))
    bare = digits.replace(":", "")
    span = dt.timedelta(hours=int(bare[:2]), minutes=int(bare[2:] or 0))
    return dt.timezone(-span if sign == "-" else span)


def in_name(words: str) -> dt.date | None:
    """The day in an address or the name of a file: /2021/03/24/, /2021/mar/24/, 2021-03-24, 20210324."""
    for match in (match for form in NAMED for match in re.finditer(form, words, re.IGNORECASE)):
        year, month, day = match.groups()
        try:
            return dt.date(int(year), month_of(month), int(day))
        except ValueError:
            continue
    return None


def stamp(words: str) -> dt.date | None:
    """The moment a metadata field names: ISO 8601, RFC 2822 ("Tue, 5 Mar 2024 10:00:00 +0100") or a date as people write it."""
    readers: tuple[Callable[[str], dt.date | None], ...] = (iso, rfc2822, lambda text: (found := find(text)) and found.when)
    return next((when for read in readers if (when := read(words.strip()))), None)


def iso(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words) if len(words) <= 10 else dt.datetime.fromisoformat(words)
    except ValueError:
        return None


def rfc2822(words: str) -> dt.date | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return None
