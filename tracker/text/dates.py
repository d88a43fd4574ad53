"""Dates as printed, absolute and relative, as ranges of days. What happened on them is not read here."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from tracker.model import Span

MONTHS: Final = tuple("january february march april may june july august september october november december".split())  # noqa: SIM905
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
COUNTS: Final = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNT: Final = "|".join((*COUNTS, *map(str.capitalize, COUNTS)))
S: Final = r"[ \u00a0]"
MONTH: Final = (
    r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY: Final = r"(?P<{0}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR: Final = r"(?P<{0}>(?:1[89]|20)\d\d)"
NAMED: Final = rf"(?:(?P<{{0}}>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\b\.?,?{S}+(?:the{S}+)?)?"
PART: Final = r"(?:(?:early|late|mid)[ -])?"
PATTERNS: Final = (
    rf"{NAMED.format('w1')}{DAY.format('d1')}{S}(?:of{S})?{MONTH.format('m1')}(?:,?{S}{YEAR.format('y1')}|{S}(?P<short>[4-9]\d))?(?!\w)",
    rf"{NAMED.format('w2')}{MONTH.format('m2')}{S}{DAY.format('d2')}(?!\d|[.,:]\d)(?:,?{S}{YEAR.format('y2')})?(?!\w)",
    rf"{MONTH.format('m3')},?{S}(?:of{S})?{YEAR.format('y3')}(?!\w)",
    r"(?P<y4>(?:19|20)\d\d)-(?P<m4>0[1-9]|1[0-2])-(?P<d4>0[1-9]|[12]\d|3[01])(?!\d)",
    r"(?P<m5>0?[1-9]|1[0-2])/(?P<d5>0?[1-9]|[12]\d|3[01])/(?P<y5>(?:19|20)\d\d)(?!\d)",
    r"(?P<d8>1[3-9]|2\d|3[01])/(?P<m8>0?[1-9]|1[0-2])/(?P<y8>(?:19|20)\d\d)(?!\d)",
    rf"(?:(?P<which>last|next|this|this past){S})?(?P<alone>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b",
    r"(?P<word>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Oo]vernight)\b",
    rf"(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly){S})?(?P<span_of>[Ll]ast|[Tt]his|past|[Tt]he past|[Tt]he previous|[Nn]ext){S}"
    r"(?P<length>week|weekend|month|year)\b(?!-)",
    rf"(?P<count>\d{{1,3}}|{COUNT}){S}(?P<step>day|week|month|year)s?{S}(?:ago(?:{S}today)?|(?P<after>after))\b",
    rf"(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)}){S}anniversary\b",
    rf"[Tt]he{S}(?P<weekend>weekend)\b",
    rf"[Tt]he{S}(?P<near>following|next|previous|same){S}day\b",
    rf"(?<=[Ii]n{S}|[Oo]f{S}){PART}{MONTH.format('m6')}(?!{S}\d)(?!\w)",
    rf"[Ll]ast{S}{MONTH.format('m9')}(?!{S}\d)(?!\w)",
    rf"(?<=[Ss]ince{S}){PART}{MONTH.format('m7')}(?!{S}\d)(?!\w)",
    rf"(?<=[Ii]n{S}|[Oo]f{S})(?P<year>(?:1[89]|20)\d\d)(?!\w)",
    rf"(?<=[Ss]ince{S})(?P<since>(?:1[89]|20)\d\d)(?!\w)",
    rf"(?<=[Tt]he{S})(?P<named>(?:1[89]|20)\d\d)(?={S}[a-z]+(?<!s)\b)",
)
TRIGGERS: Final = frozenset(
    {
        *MONTHS,
        *(m[:3] for m in MONTHS),
        *WEEKDAYS,
        *(w[:3] for w in WEEKDAYS),
        "sept",
        "tues",
        "thurs",
        "yesterday",
        "today",
        "tonight",
        "tomorrow",
    }
    | {"overnight", "day", "days", "week", "weeks", "weekend", "month", "months", "year", "years", "mondays", "tuesdays", "wednesdays"}
    | {"thursdays", "fridays", "saturdays", "sundays", "anniversary"}
)
"""Every date without a digit holds one of these words; a sentence without both holds none."""
GATE: Final = (
    r"(?=[JFMASONDTW\d]|[Yy]est|to[dnm]|[Oo]ver|[Ll]ast|this|past|next|[Ee]arl|[Ll]ate|the[ \u00a0][fpnsw]"
    r"|[A-Za-z]{1,7}[ \u00a0](?:day|week|month|year|anniv))"
)
"""How every date begins: tried first, since most words begin otherwise."""
FIRST: Final = r"(?=[JFMASONDTW\dYytOoLlpneE]|[A-Za-z]{1,7}[ \u00a0][dwmya])"
"""What GATE lets pass, told by a letter or two: most words are passed over sooner."""
DATE: Final = re.compile(r"\b" + FIRST + GATE + "(?:" + "|".join(PATTERNS) + ")")
BESIDE: Final = {name: names for names in (re.findall(r"\?P<(\w+)>", pattern) for pattern in PATTERNS) for name in names}
"""Name of a group → the names of all groups of its pattern."""
CALENDAR: Final = {name: i for name, names in BESIDE.items() for i in "123458" if f"m{i}" in names}
"""Name of a group of a pattern of the calendar → the number that its groups bear."""
NEAREST: Final = dt.timedelta(days=60)
"""A day without a year that lies further ahead of publication than this is of the year before."""


class Date:
    """A date as printed. first, last — the days it means, None where the text does not say the year and publication is unknown.

    is_relative — it needs the day of publication or of another date; misfit — the weekday that its day really was, where another is
    printed; is_after — it says when that was which it stands before: "a year after the flood", "the first anniversary of the flood"
    """

    __slots__ = ("first", "is_after", "is_relative", "last", "misfit", "span")

    def __init__(
        self,
        span: Span,
        first: dt.date | None,
        last: dt.date | None,
        is_relative: bool = False,
        misfit: str | None = None,
        is_after: bool = False,
    ) -> None:
        self.span, self.first, self.last = span, first, last
        self.is_relative, self.misfit, self.is_after = is_relative, misfit, is_after


def dates(text: str, anchor: dt.date | None, start: int = 0, end: int | None = None, before: dt.date | None = None) -> tuple[Date, ...]:
    """Every date of text[start:end] in text order. anchor — the day that "Monday" and "last week" are counted from: publication;
    before — the date met last before `start`, that "the following day" is counted from.

    A weekday alone is the last one up to the anchor. A day without a year is the nearest up to sixty days ahead. An impossible day
    ("31 April") is no date.
    """
    found: list[Date] = []
    for match in DATE.finditer(text, start, len(text) if end is None else end):
        if date := _date(match, anchor, before):
            found.append(date)
            before = before if date.is_after else date.first or before
    return tuple(found)


def _date(match: re.Match[str], anchor: dt.date | None, before: dt.date | None) -> Date | None:
    last = match.lastgroup or ""
    parts = {name: part for name, part in zip(BESIDE[last], match.group(0, *BESIDE[last])[1:], strict=True) if part is not None}
    span = Span(match.start(), match.end() - match.group().endswith("."))
    try:
        return _calendar(span, parts, CALENDAR[last], anchor) if last in CALENDAR else _relative(span, parts, anchor, before)
    except (ValueError, OverflowError):
        return None


def _calendar(span: Span, parts: dict[str, str], i: str, anchor: dt.date | None) -> Date | None:
    """A day or month of the calendar. Raises ValueError where there is no such day."""
    month, day, year = number_of_month(parts[f"m{i}"]), parts.get(f"d{i}"), parts.get(f"y{i}")
    if day is None:
        return Date(span, *days_of_month(int(year or 0), month))
    if year:
        on: dt.date | None = dt.date(int(year), month, int(day))
    else:
        dt.date(2000, month, int(day))
        on = nearest(month, int(day), anchor)
    if short := parts.get("short"):
        on = dt.date(1900 + int(short), month, int(day))
    weekday = parts.get("w1") or parts.get("w2")
    return Date(span, on, on, not (year or parts.get("short")), misfit(on, weekday))


def number_of_month(word: str) -> int:
    return int(word) if word.isdigit() else next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def misfit(on: dt.date | None, weekday: str | None) -> str | None:
    """The weekday that `on` was, where it is not the one printed."""
    if on is None or weekday is None or WEEKDAYS[on.weekday()].startswith(weekday.lower().rstrip(".")[:3]):
        return None
    return WEEKDAYS[on.weekday()].capitalize()


def days_of_month(year: int, month: int) -> tuple[dt.date, dt.date]:
    after = dt.date(year + month // 12, month % 12 + 1, 1)
    return dt.date(year, month, 1), after - dt.timedelta(days=1)


def nearest(month: int, day: int, anchor: dt.date | None) -> dt.date | None:
    """The day of that month nearest before the anchor, or at most sixty days after it."""
    if anchor is None:
        return None
    for year in (anchor.year + 1, anchor.year, anchor.year - 1, anchor.year - 2, anchor.year - 3, anchor.year - 4):
        try:
            on = dt.date(year, month, day)
        except ValueError:
            continue
        if on <= anchor + NEAREST:
            return on
    return None


def _relative(span: Span, parts: dict[str, str], anchor: dt.date | None, before: dt.date | None) -> Date | None:
    if year := parts.get("year") or parts.get("since") or parts.get("named"):
        return Date(span, dt.date(int(year), 1, 1), dt.date(int(year), 12, 31))
    if near := parts.get("near"):
        step = {"previous": -1, "same": 0}.get(near, 1)
        on = before + dt.timedelta(days=step) if before else None
        return Date(span, on, on, True) if on else None
    if anchor is None:
        return Date(span, None, None, True)
    return Date(span, *_days(parts, anchor), True, is_after="after" in parts or "nth" in parts)


def _days(parts: dict[str, str], anchor: dt.date) -> tuple[dt.date, dt.date]:
    if month := parts.get("m9"):
        number = number_of_month(month)
        return days_of_month(anchor.year - (number >= anchor.month), number)
    if month := parts.get("m6") or parts.get("m7"):
        number = number_of_month(month)
        return days_of_month(anchor.year - (number > anchor.month + 2), number)
    if weekday := parts.get("alone"):
        back = (anchor.weekday() - WEEKDAYS.index(weekday.lower())) % 7
        on = anchor + dt.timedelta(days=7 - back if parts.get("which") == "next" else -back)
        return on, on
    if word := parts.get("word", "").lower():
        on = anchor + dt.timedelta(days={"yesterday": -1, "overnight": -1, "tomorrow": 1}.get(word, 0))
        return on, on if word != "overnight" else anchor
    if "weekend" in parts:
        return _period("last", "weekend", anchor)
    if length := parts.get("length"):
        return _period(parts["span_of"].lower(), length, anchor)
    days = _days_back(parts)
    on = anchor - dt.timedelta(days=days)
    slack = dt.timedelta(days=7 if "nth" in parts else max(days // 7, "after" in parts))
    return on - slack, on + slack


def _days_back(parts: dict[str, str]) -> int:
    """Raises ValueError where it counts nothing."""
    if nth := parts.get("nth"):
        return 365 * (int(nth[:-2]) if nth[0].isdigit() else ORDINALS.index(nth) + 1)
    if "count" not in parts:
        raise ValueError
    count = parts["count"].lower()
    size = int(count) if count.isdigit() else max(1, COUNTS.index(count))
    return size * {"day": 1, "week": 7, "month": 30, "year": 365}[parts["step"]]


def _period(which: str, length: str, anchor: dt.date) -> tuple[dt.date, dt.date]:
    """ "last week" is the seven days before this one began, and the days of this one up to the anchor where the writer counts so."""
    back = "last" in which or "previous" in which
    ahead = which == "next"
    if "past" in which:
        return anchor - dt.timedelta(days={"month": 30, "year": 365}.get(length, 7)), anchor
    if length in ("week", "weekend"):
        monday = anchor - dt.timedelta(days=anchor.weekday())
        first = monday - dt.timedelta(days=7) if back or (length == "weekend" and not ahead) else monday + dt.timedelta(days=7 * ahead)
        return (first + dt.timedelta(days=5 if length == "weekend" else 0), first + dt.timedelta(days=6))
    if length == "month":
        month = anchor.year * 12 + anchor.month - 1 - back + ahead
        return days_of_month(month // 12, month % 12 + 1)
    year = anchor.year - back + ahead
    return dt.date(year, 1, 1), dt.date(year, 12, 31)
