"""Which figures an update cue ties: the words by which a text replaces one figure with another."""

from __future__ import annotations

from decimal import Decimal

from tracker.compare import intervals
from tracker.compare.cues import ADDED, CONTRASTED, INSTEAD, LOWERED, WIDENED, is_earlier, is_rising, named_numbers
from tracker.compare.sides import Side, is_one_body
from tracker.model import Bound, Figure


def ties(a: Side, b: Side) -> str | None:
    """The cue that ties the two, None where none does. a is the earlier, unless a cue of its own says that b is ("the previous toll").

    A cue in one sentence ties its figures. Across sentences it ties where the words name the other's number; else only figures of one
    claimant or one article, and only in the direction that it says. Two different named speakers correct nobody but themselves.
    """
    for later, earlier in ((b, a), (a, b)):
        if (cue := later.figure.update) and not CONTRASTED.search(cue) and replaces(later, earlier, cue):
            return cue
    return None


def are_contrasted(a: Side, b: Side) -> bool:
    """One sentence sets one against the other, or the one after it: "14, while the warden gave 17", "The warden said only 17 did"."""
    first, later = sorted((a.figure, b.figure), key=lambda figure: figure.span)
    if not later.update or not (first.sentence and later.sentence) or first.article != later.article:
        return False
    if first.speaker and a.claimant == b.claimant and first.sentence != later.sentence:
        return False  # who goes on to own to more than he gave contradicts nobody
    gap = later.sentence.start - first.sentence.end
    return bool(CONTRASTED.search(later.update)) and (first.sentence == later.sentence or 0 <= gap <= NEXT)


NEXT = 3
"""Characters between two sentences of which one follows the other."""


def corrects(a: Side, b: Side) -> bool:
    """A cue leaves no doubt which figure it replaces: both stand in its sentence, or it names the other's number."""
    for later, earlier in ((b, a), (a, b)):
        x, y, cue = later.figure, earlier.figure, later.figure.update
        if cue and x.article == y.article and x.sentence is not None and x.sentence == y.sentence and not ADDED.search(cue):
            return True
        if cue and not is_earlier(x) and (named_numbers(cue) - set(map(str, later.numbers))).intersection(map(str, earlier.numbers)):
            return True
    return False


def replaces(later: Side, earlier: Side, cue: str) -> bool:
    x, y = later.figure, earlier.figure
    if x.article == y.article and x.sentence is not None and x.sentence == y.sentence:
        return not ADDED.search(cue)
    if ADDED.search(cue) and WIDENED.search(cue):
        return False
    numbers = named_numbers(cue) - set(map(str, intervals.stated(x)))
    if numbers and not is_earlier(x):
        return bool(numbers.intersection(map(str, intervals.stated(y)))) or any(
            intervals.meet((n, n), earlier.interval) for n in map(Decimal, numbers)
        )
    if INSTEAD.search(cue):
        return False
    if not (ADDED.search(cue) or (is_rising(cue) and (y.bound in OPEN_ABOVE or goes_on(later, earlier)))) and are_two_speakers(x, y):
        return False
    if is_earlier(x) and x.article != y.article:
        return False
    if x.article == y.article:
        return not is_rising(cue) or not has_numbers(x, y) or is_higher(x, y)
    return not is_before(x, y) and (LOWERED.search(cue) is not None or is_higher(x, y))


def goes_on(later: Side, earlier: Side) -> bool:
    """The toll that rises is one that somebody else gave a few days before, and not half as high."""
    gap = (later.day - earlier.day).days if later.day and earlier.day else 0
    return 0 < gap <= NEWS and max(later.numbers, default=0) < 2 * max(earlier.numbers, default=0)


NEWS = 3
"""Days in which a toll is followed from report to report."""
OPEN_ABOVE = (Bound.AT_LEAST, Bound.MORE_THAN)
"""Who says "at least" leaves room for a count that has risen, whoever gives it."""


def are_two_speakers(a: Figure, b: Figure) -> bool:
    return bool(a.speaker and b.speaker) and (a.speaker_id or a.speaker) != (b.speaker_id or b.speaker) and not is_one_body(a, b)


def is_before(a: Figure, b: Figure) -> bool:
    return a.as_of is not None and b.as_of is not None and a.as_of < b.as_of


def has_numbers(a: Figure, b: Figure) -> bool:
    return bool(intervals.stated(a) and intervals.stated(b))


def is_higher(a: Figure, b: Figure) -> bool:
    return has_numbers(a, b) and max(intervals.stated(a)) > max(intervals.stated(b))
