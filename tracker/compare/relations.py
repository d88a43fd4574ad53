"""How two figures of one question stand to each other: a table of lines in order, the first that holds decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from tracker.compare import events, intervals, origins, reasons, scope, units, words
from tracker.compare.cues import is_rising
from tracker.compare.evidence import is_crowd
from tracker.compare.margins import margins
from tracker.compare.measures import measure
from tracker.compare.sides import Side, are_stocks, is_one_body
from tracker.compare.updates import OPEN_ABOVE, is_higher, ties
from tracker.model import Bound, Number, Pair, Relation

Line = Callable[[Side, Side], str | None]
"""The reason where the line holds, else None. The first entry is the earlier."""


def relation(a: Side, b: Side) -> Pair | None:
    """The pair with its relation and one sentence of reason, the earlier figure first; None where the two have nothing to do with each
    other: another metric, or nothing that they share.
    """
    a, b = in_order(a, b)
    if not scope.alike(a.figure, b.figure):
        return None
    found = events.evidence(a, b)
    if a.heading.id != b.heading.id and events.points_of(found) < events.SHOWN:
        return None
    if apart := scope.apart(a, b):
        return pair(a, b, Relation.DIFFERENT_SCOPE, apart)
    link = events.link(a, b, found)
    if link.verdict is not events.Linked.SAME:
        kept = Relation.DIFFERENT_SCOPE if link.verdict is events.Linked.OTHER else Relation.POSSIBLE
        return pair(a, b, kept, link.reason) if link.is_shown else None
    return related(a, b, link)


def related(a: Side, b: Side, link: events.Link) -> Pair:
    """The pair of two figures of one event, the earlier first."""
    linked = link.reason if measure(a.figure) == measure(b.figure) else f"{reasons.taken(a, b)}; {link.reason}"
    b = in_unit_of(a, b)
    for name, line in TABLE:
        if why := line(a, b):
            return tied(a, b, name, f"{why}; {linked}", link)
    return tied(a, b, Relation.CONFLICT, f"{reasons.disjoint(a, b)}; {linked}", link)


def in_unit_of(a: Side, b: Side) -> Side:
    """The second with its numbers worked out into the unit of the first, where they measure one thing in two."""
    share = units.ratio(a.figure, b.figure)
    if share is None:
        return b
    low, high = (None if end is None else intervals.plain(round(Decimal(end) * share, 1)) for end in b.interval)
    return replace(b, interval=(low, high), numbers=tuple(intervals.plain(round(Decimal(n) * share, 1)) for n in b.numbers))


def pair(a: Side, b: Side, relation: Relation, why: str) -> Pair:
    return Pair(a.id, b.id, relation, reasons.sentence(a, b, why))


def tied(a: Side, b: Side, relation: Relation, why: str, link: events.Link) -> Pair:
    return Pair(a.id, b.id, relation, reasons.sentence(a, b, why), link.points, events.is_repeated(a, b))


def in_order(a: Side, b: Side) -> tuple[Side, Side]:
    """By as-of day, then publication, then place in the text: the same two are always in the same order. A figure called earlier by its
    own sentence ("the previous toll of 20") comes first.
    """
    return (a, b) if a.order <= b.order else (b, a)


def vague(a: Side, b: Side) -> str | None:
    """A vague word never alarms."""
    word = next((e.figure.words for e in (a, b) if e.figure.bound == Bound.VAGUE), None)
    return f"“{word}” is too vague to contradict a number" if word else None


def corrected(a: Side, b: Side) -> str | None:
    """An update cue ties them. A cue that only rises ("has climbed to") is left to the lines below where the quantity is open, or where
    the two can hold together.
    """
    cue = ties(a, b)
    goes_on = a.is_open or b.is_open or (a.day != b.day and not has_ended(a, b))
    if not cue or (is_rising(cue) and (goes_on or (intervals.meet(a.interval, b.interval) and not outgrows(a, b)))):
        return None
    return f"“{cue}” says that one takes the place of the other"


def has_ended(a: Side, b: Side) -> bool:
    """One of them is of an event that was over when it was told: an attack, a wreck."""
    return bool((a.kinds | b.kinds) & words.vocabulary().closed) or bool(a.happened or b.happened)


def outgrows(a: Side, b: Side) -> bool:
    """ "At least 20", and days later "has risen to 23", which is no "at least" any more: the count went on."""
    is_later = a.day is not None and b.day is not None and a.day < b.day
    return is_later and a.figure.bound in OPEN_ABOVE and b.figure.bound is Bound.EXACT and is_higher(b.figure, a.figure)


def same_number(a: Side, b: Side) -> bool:
    return bool(a.numbers) and a.numbers == b.numbers and not opposed(a, b)


def opposed(a: Side, b: Side) -> bool:
    """ "more than 20" and "fewer than 20"."""
    bounds = {a.figure.bound, b.figure.bound}
    return Bound.LESS_THAN in bounds and Bound.MORE_THAN in bounds


def echoed(a: Side, b: Side) -> str | None:
    if same_number(a, b) and origins.one_origin(a, b):
        return f"the same number from one origin, {reasons.who(a)}"
    return None


def corroborated(a: Side, b: Side) -> str | None:
    return f"{reasons.who(a)} and {reasons.who(b)} give the same number" if same_number(a, b) else None


def reedited(a: Side, b: Side) -> str | None:
    """Two versions of one page, in which the same speaker, named or not, gives two numbers."""
    if a.heading.url is None or a.heading.url != b.heading.url or a.heading.id == b.heading.id:
        return None
    is_same = a.claimant == b.claimant or (is_named(a) and a.figure.speaker == b.figure.speaker)
    return f"two versions of one page give it, {a.heading.url}" if is_same else None


def converted(a: Side, b: Side) -> str | None:
    return reasons.two_units(a, b) if units.in_two_units(a.figure, b.figure) else None


def compatible(a: Side, b: Side) -> str | None:
    return reasons.overlap(a, b) if intervals.meet(a.interval, b.interval) else None


def contradicted(a: Side, b: Side) -> str | None:
    """Same as-of day, different claimants; or one article against itself."""
    if (
        a.heading.id == b.heading.id
        and is_named(a)
        and is_named(b)
        and a.claimant != b.claimant
        and not (a.figure.update or b.figure.update)
    ):
        return f"{reasons.disjoint(a, b)}; one article gives both, of two who speak"
    if a.day is not None and a.day == b.day and different_claimants(a, b):
        return f"{reasons.disjoint(a, b)}; both hold for the same day"
    return None


def grown(a: Side, b: Side) -> str | None:
    """An open quantity that rises plausibly with the as-of day."""
    days, before, after = days_between(a, b), middle(a), middle(b)
    if days and (cue := ties(a, b)) and is_rising(cue) and not has_ended(a, b):
        return f"“{cue}” says that the count went on, from {reasons.words(a)} to {reasons.words(b)} in {reasons.days(days)}"
    if not (days and before and after and (a.is_open or b.is_open or are_stocks(a, b))):
        return None
    if are_stocks(a, b) and days >= margins().running_total_stock_days:
        return f"what there is changes with time, and {reasons.days(days)} lie between the two"
    if are_stocks(a, b) and different_claimants(a, b) and not (a.is_open or b.is_open):
        return None
    if days <= margins().running_total_other_days and are_two_accounts(a, b):
        return None
    if is_background(a) and is_background(b):
        return "rounded counts of what goes on, given without a day or a source: the lower may be the older"
    if after < before:
        return None
    most = min(1 + margins().running_total_per_day * days, margins().running_total_most)
    if after > most * before:
        return None
    return f"the count can still grow, and rises from {reasons.words(a)} to {reasons.words(b)} in {reasons.days(days)}"


def are_two_accounts(a: Side, b: Side) -> bool:
    """Two who are named count one thing in one place, and neither leaves room for more nor says that a count has grown: the higher is not
    yet the later. Of a war each tells what he knows of it so far.
    """
    is_one = a.claimant == b.claimant or is_one_body(a.figure, b.figure)
    is_one_place = bool(a.place & b.place) or not (a.place and b.place)
    may_rise = a.figure.bound in OPEN_ABOVE or is_rising(b.figure.update or "") or (a.kinds | b.kinds) & words.vocabulary().alike["attack"]
    return is_named(a) and is_named(b) and is_one_place and not (is_one or may_rise)


def is_background(side: Side) -> bool:
    """ "The war has killed more than 30,000": in round thousands, nobody credited, and no day but that of publication."""
    rounded = bool(side.numbers) and all(intervals.place_unit(Decimal(n)) >= margins().open_from for n in side.numbers)
    return side.is_open and rounded and not side.figure.speaker and side.figure.as_of_guess is not None


def revised(a: Side, b: Side) -> str | None:
    """A closed event, later, from the same named speaker, or an unattributed rise within a week (whoever gave the first count); never of
    estimates, nor to more than ten times as many.
    """
    days, before, after = days_between(a, b), middle(a), middle(b)
    if not days or before is None or after is None or a.is_open or b.is_open:
        return None
    if is_named(a) and (a.claimant == b.claimant or is_one_body(a.figure, b.figure)):
        return f"{reasons.who(b)} gave {reasons.words(a)} and, {reasons.days(days)} later, {reasons.words(b)}"
    is_rough = {a.figure.scope.status, b.figure.scope.status} & {"estimated", "projected"} or after > TENFOLD * before
    counted = not is_rough and a.figure.bound not in CAPPED
    if counted and not is_crowd(b) and not b.figure.speaker and after > before and days <= margins().revision_days:
        return f"a higher count {reasons.days(days)} later, credited to nobody: the toll of one event grows"
    return None


TENFOLD = 10
CAPPED = (Bound.AT_MOST, Bound.LESS_THAN)
"""Who says "no more than ten" does not say that ten is the count so far: more is not its next reading."""


def near(a: Side, b: Side) -> str | None:
    """The readings do not meet, but they miss each other by little; a bare number is not widened twice."""
    (a_low, a_high), (b_low, b_high) = map(stated, (a, b))
    low, high = (a_high, b_low) if intervals.below(a_high, b_low) else (b_high, a_low)
    if low is None or high is None or Decimal(high) - Decimal(low) > margins().near_share * Decimal(high):
        return None
    return f"{reasons.words(a)} and {reasons.words(b)} differ by less than {reasons.percent(margins().near_share)}"


def stated(side: Side) -> intervals.Interval:
    return (side.numbers[0], side.numbers[-1]) if side.figure.bound is Bound.EXACT and side.numbers else side.interval


TABLE: tuple[tuple[Relation, Line], ...] = (
    (Relation.COMPATIBLE, vague),
    (Relation.CORROBORATES, converted),
    (Relation.REVISION, corrected),
    (Relation.ECHO, echoed),
    (Relation.CORROBORATES, corroborated),
    (Relation.REVISION, reedited),
    (Relation.COMPATIBLE, compatible),
    (Relation.CONFLICT, contradicted),
    (Relation.RUNNING_TOTAL, grown),
    (Relation.REVISION, revised),
    (Relation.COMPATIBLE, near),
)


def days_between(a: Side, b: Side) -> int:
    """Whole days from the earlier to the later; 0 where either day is unknown."""
    return (b.day - a.day).days if a.day and b.day else 0


def middle(entry: Side) -> Number | None:
    """The number as stated, the middle of a range."""
    numbers = [Decimal(n) for n in entry.numbers]
    return sum(numbers, Decimal(0)) / len(numbers) if numbers else None


def is_named(entry: Side) -> bool:
    return entry.figure.speaker is not None


def different_claimants(a: Side, b: Side) -> bool:
    return a.claimant != b.claimant or (a.heading.id == b.heading.id and a.figure.sentence != b.figure.sentence)
