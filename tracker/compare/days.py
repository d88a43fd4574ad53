"""What the days speak for one event and against it: that of the event where both give it, else how far apart the two are told."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.compare import words
from tracker.compare.cues import is_cited, is_update
from tracker.compare.sides import Days, Side

MONTH = 31
Evidence = tuple[float, str, Iterable[str]]
"""Points, what they were given for, and the stems that it rests on."""
NOTHING: Evidence = (0.0, "", ())
UNDATED: Evidence = (-1.5, "", ())
"""Nobody knows when: what two articles without a day share may be years apart."""


def day(side: Side) -> str:
    assert side.happened
    return f"{side.happened[0].day} {side.happened[0]:%b %Y}"


def by_own_day(a: Side, b: Side) -> Evidence:
    if not (a.happened and b.happened):
        return NOTHING
    return (2.0, f"the day, {day(a)}", ()) if is_brief(a.happened) and is_brief(b.happened) else (0.5, "the time", ())


def is_brief(days: Days) -> bool:
    return (days[1] - days[0]).days <= MONTH


def by_day(a: Side, b: Side) -> Evidence:
    """The day of the event where both give it; else how far apart they are: the event of the one, the day that the other is as of."""
    if a.happened and b.happened and not days_apart(a.happened, b.happened):
        return by_own_day(a, b)
    if not (a.told_of and b.told_of):
        return NOTHING if have_one_title(a, b) else UNDATED
    if (a.is_open or b.is_open) and not (a.happened or b.happened):
        return by_gap(a.told_of, b.told_of, OPEN_GAPS, 0.0)
    if is_cited(a.figure) or is_cited(b.figure):
        return NOTHING  # given before: who knows when
    gaps, last = (SELDOM_GAPS, -1.5) if is_seldom(a, b) or is_one_title(a, b) else (AGAIN_GAPS if is_news_of_violence(a, b) else GAPS, -3.0)
    found = by_gap(a.told_of, b.told_of, gaps, last)
    return NOTHING if found[0] < 0 and looks_back(a, b) else found


def looks_back(a: Side, b: Side) -> bool:
    """The later one is put in the place of a count given before, and is of no day of its own: that it was told days later says nothing."""
    if not (a.day and b.day) or a.day == b.day:
        return False
    later = a if a.day > b.day else b
    return is_update(later.figure) and not later.happened and abs((a.day - b.day).days) <= WEEK


WEEK = 8


def is_one_title(a: Side, b: Side) -> bool:
    """What is told under one title months apart is one story; news of attacks has one title again and again."""
    is_attack = (a.kinds | b.kinds) & words.vocabulary().alike["attack"]
    return have_one_title(a, b) and not is_attack


def have_one_title(a: Side, b: Side) -> bool:
    return bool(a.heading.title) and a.heading.title == b.heading.title


def is_seldom(a: Side, b: Side) -> bool:
    """A place has one earthquake, one wreck, one epidemic in a season, but many attacks: both name such a kind, and no other."""
    shared = a.own_kinds & b.own_kinds if a.own_kinds and b.own_kinds else a.kinds & b.kinds
    return bool(shared) and shared <= words.vocabulary().seldom


def is_news_of_violence(a: Side, b: Side) -> bool:
    """Two days on there may have been another attack: one that nobody dates is of the day that tells of it, or the one before. Losses of
    one side are told for longer; where one gives no number ("several") nothing is at stake.
    """
    is_undated = not (a.happened or b.happened or (a.figure.scope.side and a.figure.scope.side == b.figure.scope.side))
    return is_undated and bool(a.numbers and b.numbers) and bool((a.kinds | b.kinds) & words.vocabulary().alike["attack"])


def by_gap(a: Days, b: Days, gaps: Iterable[tuple[int, float, str]], last: float) -> Evidence:
    gap = days_apart(a, b)
    for most, value, why in gaps:
        if gap <= most:
            return value, why, ()
    return last, "", ()


def days_apart(a: Days, b: Days) -> int:
    """Whole days between two stretches of days, 0 where they touch."""
    return max((b[0] - a[1]).days, (a[0] - b[1]).days, 0)


GAPS = ((1, 1.5, "days close together"), (3, 0.75, "days close together"), (8, -0.5, ""), (31, -1.5, ""))
SELDOM_GAPS = ((1, 1.5, "days close together"), (3, 0.75, "days close together"), (31, 0.0, ""), (92, -0.75, ""))
AGAIN_GAPS = ((1, 1.5, "days close together"), (3, -1.25, ""), (31, -1.5, ""))
OPEN_GAPS = ((1, 1.5, "days close together"), (8, 0.75, "days close together"), (31, 0.5, "a month at most between them"), (92, 0.25, ""))
"""Days between two counts, the points, the words. An open count is given again and again."""
