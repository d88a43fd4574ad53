"""Whether two figures are about one event: by day, place, the words that name it, title and article. The reason names what linked them.

Each line of ACROSS or WITHIN gives its points and its words. A pair is of one event from ENOUGH points on; where event or place is unknown
on a side it is *possible*, never an alarm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.compare import words
from tracker.compare.beside import WITHIN
from tracker.compare.days import Evidence, day, days_apart
from tracker.compare.evidence import ACROSS, STOCK, are_long, by_number
from tracker.compare.located import countries, in_both, within
from tracker.compare.margins import margins
from tracker.compare.sides import Side, are_stocks
from tracker.compare.updates import ties
from tracker.compare.wording import happening, linked

ENOUGH, ENOUGH_WITHIN, ENOUGH_OF_ATTACKS = 2.5, 3.5, 3.0
"""Points from which figures of two articles, those of one article, and those of attacks in two long articles are about one event."""
SHOWN = 2.5
"""Points from which a pair that is not linked is worth showing as possible."""


class Linked(StrEnum):
    SAME = "same"
    UNKNOWN = "unknown"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Link:
    verdict: Linked
    reason: str
    points: float = 0.0

    @property
    def is_shown(self) -> bool:
        return self.verdict is Linked.SAME or self.points >= SHOWN


def link(a: Side, b: Side, found: Sequence[Evidence] = ()) -> Link:
    """found — the evidence of the two, where it is known."""
    found = found or evidence(a, b)
    total = points_of(found)
    if why := apart(a, b):
        return Link(Linked.OTHER, why, total)
    if total < SHOWN:
        return Link(Linked.UNKNOWN, "too little says that both are about one event", total)
    reasons = linked(found, a, b)
    if may_recur(a, b):
        return Link(Linked.UNKNOWN, f"two days or more lie between, and such attacks recur ({reasons or 'nothing'} would link them)", total)
    if total >= enough(a, b) and not (a.kinds and b.kinds and rests_on_a_word(found)):
        return Link(Linked.SAME, f"linked by {reasons or 'what both tell of'}", total)
    return Link(Linked.UNKNOWN, f"it is not sure that both are about one event (for it speaks: {reasons or 'nothing'})", total)


def enough(a: Side, b: Side) -> float:
    if a.heading.id == b.heading.id and not are_stocks(a, b):
        return ENOUGH_WITHIN
    is_given = a.numbers == b.numbers or not (a.numbers and b.numbers) or within(a.place & b.place)
    return ENOUGH if is_given or not are_long(a, b) or not is_of_attacks(a, b) else ENOUGH_OF_ATTACKS


def rests_on_a_word(found: Sequence[Evidence]) -> bool:
    """Nothing is shared but days close together and one word, be it rare: no kind of event."""
    shared = [line for line in found if line[0] > 0]
    return {line[1] for line in shared} <= {"days close together", "the words"} and sum(len(tuple(line[2])) for line in shared) <= 1


def evidence(a: Side, b: Side) -> list[Evidence]:
    is_one = a.heading.id == b.heading.id
    lines = STOCK if are_stocks(a, b) and not (is_one and ties(a, b)) else WITHIN if is_one else ACROSS
    return [line(a, b) for line in lines]


def points(a: Side, b: Side) -> float:
    return points_of(evidence(a, b))


def points_of(found: Iterable[Evidence]) -> float:
    """What the evidence comes to, so rounded that it does not tell in which order words were weighed: ties are ranked by it."""
    return round(sum([line[0] for line in found]), 6)


def apart(a: Side, b: Side) -> str | None:
    """What shows that the two are about different events; None where nothing does."""
    if are_stocks(a, b):
        return of_two_places(a, b)
    if are_told_again(a, b):
        return None
    if a.happened and b.happened and (a.happened[1] < b.happened[0] or b.happened[1] < a.happened[0]):
        return f"one happened on {day(a)}, the other on {day(b)}"
    for dated, other in ((a, b), (b, a)):
        if dated.happened and other.day and other.day < dated.happened[0] and not grows(other, dated):
            return f"one is as of {other.day.day} {other.day:%b %Y}, before the other happened"
    kinds = [side.own_kinds - GATHERED if side.figure.metric in words.vocabulary().harmed_metrics else side.own_kinds for side in (a, b)]
    if all(kinds) and not alike(*kinds):
        return f"one tells of {happening(a)}, the other of {happening(b)}"
    return of_two_places(a, b) if (countries(a.place) and countries(b.place)) or are_known_apart(a, b) else None


GATHERED = frozenset(("rally",))
"""Where a deed struck ("fire on a march"), and no deed that harms."""


def grows(before: Side, after: Side) -> bool:
    """A count of what goes on, and a later one that is no smaller: the day is that of something in its course."""
    return before.is_open and after.is_open and max(before.numbers, default=0) <= max(after.numbers, default=0)


def are_told_again(a: Side, b: Side) -> bool:
    """One number that is no small one, a few days apart: one of them gives the day of the telling."""
    gap = days_apart(a.happened, b.happened) if a.happened and b.happened else 0
    return 0 < gap <= TOLD_AGAIN and bool(by_number(a, b)[0]) and within(in_both(a, b))


TOLD_AGAIN = 3


def are_known_apart(a: Side, b: Side) -> bool:
    """Each is in a town of its own, and both articles name the two towns."""
    return within(a.place) and within(b.place) and not a.places & b.places and a.place | b.place <= in_both(a, b)


RECUR, RECUR_THERE = 2, 4
"""Days between two counts from which they may be of two attacks; where both give one place within a country."""
NAMES = ((31, 3), (8, 2), (0, 1))
"""Days between, and so many names beside those of places say that it is one attack all the same."""
HARMED = ("killed", "injured", "casualties")


def may_recur(a: Side, b: Side) -> bool:
    """Attacks of one war come again in one place: two counts of them that lie days apart are of one attack only where something says so —
    the day that both give, a large number that both give, a word that ties them, or a name beside those of the places: also whose they are.
    """
    if a.heading.id == b.heading.id or not is_of_attacks(a, b) or is_summed(a, b):
        return False
    if (a.happened and b.happened) or not (a.told_of and b.told_of):
        return False
    gap = days_apart(a.told_of, b.told_of)
    if gap < (RECUR_THERE if within(a.place & b.place) else RECUR):
        return False
    names = [stem for stem in (a.about & b.about) - in_both(a, b) if words.weight(stem) > 1]
    signs = is_one_target(a, b) + len(names) + of_one_side(a, b) + 2 * is_repeated(a, b)
    is_named = signs >= next(enough for days, enough in NAMES if gap >= days)
    return not (is_named or ties(a, b) or (a.is_telling and a.numbers == b.numbers))


def is_one_target(a: Side, b: Side) -> bool:
    """A hospital, a market of one town: it is seldom struck twice in a week."""
    return within(a.places | a.around) and within(in_both(a, b)) and bool(a.about & b.about & words.vocabulary().targets)


def is_repeated(a: Side, b: Side) -> bool:
    """The same number in the same place, told again: later news of an event looks back on it."""
    return bool(by_number(a, b)[0]) and within(in_both(a, b)) and not apart(a, b)


def is_of_attacks(a: Side, b: Side) -> bool:
    """They count the dead or hurt of violence, and not of what a place sees once."""
    recurring, seldom = words.vocabulary().alike["attack"] | {"war"}, words.vocabulary().seldom
    return a.figure.metric in HARMED and bool((a.kinds | b.kinds) & recurring) and not a.kinds & b.kinds & seldom


def of_one_side(a: Side, b: Side) -> bool:
    return a.figure.scope.side is not None and a.figure.scope.side == b.figure.scope.side


def is_summed(a: Side, b: Side) -> bool:
    """Both sum up what goes on: in thousands, under one title, of one side, in one place, or in so many words ("since May")."""
    told = (
        a.heading.title == b.heading.title
        or of_one_side(a, b)
        or (sums_up(a) and sums_up(b) and within(a.place & b.place))
        or any((side.figure.scope.period or "").casefold().startswith("since") for side in (a, b))
    )
    return a.is_open and b.is_open and bool(told or min((*a.numbers, *b.numbers), default=0) >= margins().open_from)


def sums_up(side: Side) -> bool:
    """It says so itself ("so far"), or is of what has one name for months: a siege, no clash."""
    return side.figure.cumulative and (side.own_kinds <= words.vocabulary().closed or not side.names.isdisjoint(words.vocabulary().long))


def of_two_places(a: Side, b: Side) -> str | None:
    if not a.place or not b.place or a.place & b.place:
        return None
    return f"one is in {a.figure.scope.place}, the other in {b.figure.scope.place}"


def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    known = words.vocabulary()
    opened = (a | b) - known.closed
    return bool(opened) or any(other in known.alike[name] for name in a for other in b)
